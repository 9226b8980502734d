-- How a place is labelled and whether it may be shown at all: one row for a place and a context. It governs pages, search,
-- exports and imports, so everybody's transaction reads it; the register office alone writes it.
create table cities.label_policy (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  geonames_id int,
  country text check (country ~ '^[A-Z]{2}$'),
  context text not null default 'any' check (context in ('any', 'page', 'export', 'import')),
  state text not null default 'shown' check (state in ('shown', 'hidden', 'quarantined')),
  -- Labels by language; null leaves the names as they are.
  labels jsonb,
  reason text not null check (length(reason) between 1 and 2000),
  decided_on date not null,
  updated_at timestamptz not null default now(),
  check ((geonames_id is null) <> (country is null))
);
create unique index label_policy_of_place on cities.label_policy (geonames_id, context) where geonames_id is not null;
create unique index label_policy_of_country on cities.label_policy (country, context) where country is not null;
create index label_policy_by_owner on cities.label_policy (owner_office);
select platform.protect('cities.label_policy');
