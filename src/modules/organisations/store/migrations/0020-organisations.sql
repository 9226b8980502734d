-- Organisations and the people in their posts.
create schema organisations;
grant usage on schema organisations to hansa_app, hansa_backup;

create table organisations.organisation (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null default 'company' check (kind in ('company', 'chamber', 'institute', 'university', 'club', 'authority', 'other')),
  name jsonb not null,
  -- All names, folded for searching, one a line; the beginning of the first is what lists are sorted by.
  search_name text not null,
  sort_name text not null check (length(sort_name) <= 100),
  country text check (country ~ '^[A-Z]{2}$'),
  city text,
  website text,
  -- The office that is this organisation, when it works in Hansa itself.
  office_id uuid references accounts.office (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Filtered by office first: under row-level security text operators cannot lead.
create index organisation_by_owner on organisations.organisation (owner_office, sort_name, id);
create index organisation_public on organisations.organisation (sort_name, id) where visibility = 'public';
create index organisation_shared on organisations.organisation using gin (shared_with) where visibility = 'shared';
create index organisation_by_office on organisations.organisation (office_id) where office_id is not null;

-- A contact never becomes public: sharing a card is the person's own decision.
create table organisations.contact (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  surname text not null,
  given_name text not null default '',
  name_order text not null default 'given_first' check (name_order in ('surname_first', 'given_first')),
  title jsonb,
  post jsonb,
  languages text[] not null default '{}',
  email text,
  from_date date,
  to_date date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (from_date is null or to_date is null or from_date <= to_date)
);
create index contact_by_organisation on organisations.contact (organisation_id, surname, given_name, id);
create index contact_by_owner on organisations.contact (owner_office);

select platform.protect('organisations.organisation');
select platform.protect('organisations.contact');
