-- A city's profile: strengths, stories, challenges and practices. The working text stays with the office; publishing copies it
-- into a public row, so that a draft of something published is never read by others.
create table cities.profile_entry (
  id uuid primary key,
  city_id uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('strength', 'story', 'challenge', 'practice')),
  domain text,
  title jsonb not null,
  body jsonb not null,
  -- The version that is published; another one is a draft that differs from what is public.
  published_version int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index profile_entry_by_city on cities.profile_entry (city_id, id);
create index profile_entry_by_owner on cities.profile_entry (owner_office);

create table cities.published_entry (
  id uuid primary key references cities.profile_entry (id),
  city_id uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}',
  kind text not null check (kind in ('strength', 'story', 'challenge', 'practice')),
  domain text,
  title jsonb not null,
  body jsonb not null,
  published_at timestamptz not null
);
create index published_entry_by_city on cities.published_entry (city_id, id);

select platform.protect('cities.profile_entry');
select platform.protect('cities.published_entry');
