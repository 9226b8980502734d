-- Cities and what they are called. A city is public; the office that stewards it is its owner.
create schema cities;
grant usage on schema cities to hansa_app, hansa_backup;

create table cities.city (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  geonames_id int unique,
  -- The city's own office, once it has adopted the city; then it is the owner, too.
  office_id uuid unique references accounts.office (id),
  kind text not null default 'municipality' check (kind in ('municipality', 'region', 'district')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Other spellings the gazetteer knows, in no known language: they are searched in and never shown.
  also_called text[] not null default '{}',
  -- What lists are sorted by: the English name or the first there is, folded.
  sort_name text not null check (length(sort_name) <= 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index city_by_name on cities.city (sort_name, id);
create index city_by_country on cities.city (country, sort_name, id);
create index city_by_owner on cities.city (owner_office);

-- Addresses that a city once had; they lead to it for ever.
create table cities.former_slug (
  slug text primary key,
  city_id uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}'
);
create index former_slug_by_city on cities.former_slug (city_id);

create table cities.name (
  city_id uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}',
  place int not null,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  kind text not null default 'official' check (kind in ('official', 'short', 'former')),
  text text not null check (length(text) between 1 and 120),
  origin text not null default 'human' check (origin in ('human', 'machine', 'import')),
  primary key (city_id, place)
);
create unique index name_once on cities.name (city_id, language, kind, text);
create unique index name_official on cities.name (city_id, language) where kind = 'official';

-- An office may record a city it has no part in: the register office then stewards it, where the operator has founded one.
create function cities.give_to_register(p_city uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_owner uuid;
  v_register uuid;
begin
  select c.owner_office into v_owner from cities.city c where c.id = p_city for update;
  if v_owner is null or not v_owner = any (platform.writes()) then raise exception 'not the steward'; end if;
  select r.id into v_register from accounts.register_office r;
  if v_register is null or v_register = v_owner then return v_owner; end if;
  update cities.city set owner_office = v_register where id = p_city;
  update cities.name set owner_office = v_register where city_id = p_city;
  return v_register;
end $$;
revoke all on function cities.give_to_register(uuid) from public;
grant execute on function cities.give_to_register(uuid) to hansa_app;

select platform.protect('cities.city');
select platform.protect('cities.former_slug');
select platform.protect('cities.name');
