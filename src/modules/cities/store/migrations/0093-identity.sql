-- What a city is known by elsewhere, and how bodies of one name hang together: a city, its prefecture, a district and a port stay several,
-- and each names the others.
alter table cities.city
  drop constraint city_kind_check,
  add constraint city_kind_check check (kind in ('municipality', 'region', 'district', 'port')),
  -- Its item in Wikidata, and by what that was told.
  add column wikidata_id text check (wikidata_id ~ '^Q[1-9][0-9]{0,11}$'),
  add column wikidata_reason text check (length(wikidata_reason) between 1 and 500),
  add check (wikidata_reason is null or wikidata_id is not null);
-- Not unique: two entries of one item are what duplicates are found by.
create index city_by_wikidata on cities.city (wikidata_id) where wikidata_id is not null;

create table cities.relation (
  id uuid primary key,
  city_id uuid not null references cities.city (id),
  other_city uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}',
  -- What the first is to the other.
  kind text not null check (kind in ('lies_in', 'seat_of', 'port_of')),
  reason text not null check (length(reason) between 1 and 500),
  said_at timestamptz not null,
  check (city_id <> other_city),
  constraint relation_once unique (city_id, other_city, kind)
);
create index relation_by_other on cities.relation (other_city);
create index relation_by_owner on cities.relation (owner_office);
select platform.protect('cities.relation');
-- It names both, so it is read by whoever sees both.
alter policy reads on cities.relation using (
  exists (select 1 from cities.city c where c.id = city_id) and exists (select 1 from cities.city c where c.id = other_city));
