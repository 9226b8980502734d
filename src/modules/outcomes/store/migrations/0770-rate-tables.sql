-- Public tables of rates of exchange that offices brought in, and which of them an office shows its amounts by (docs/decisions/0081).
create table outcomes.rate_table (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  name text not null check (length(name) between 1 and 200),
  -- Which of its series it is: a table that takes the place of another counts on from it. Neither is ever changed.
  number int not null check (number >= 1),
  replaces uuid references outcomes.rate_table (id),
  base text not null check (base ~ '^[A-Z]{3}$'),
  period text not null check (period in ('year', 'month', 'day')),
  measure text not null check (measure in ('average', 'end', 'unknown')),
  direction text not null check (direction in ('units_per_base', 'base_per_unit')),
  -- {"CNY": {"2018": "6.6"}}: as text, since a number of JSON would lose digits.
  quotes jsonb not null,
  rates int not null check (rates >= 1),
  -- How it was read: columns, answers, and what was left out.
  reading jsonb not null,
  file_name text check (length(file_name) between 1 and 300),
  content_hash text not null,
  source_id uuid not null references evidence.source (id),
  entered_by uuid not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  check (withdrawn_at is null or visibility = 'private'),
  check ((number = 1) = (replaces is null))
);
create index rate_table_by_owner on outcomes.rate_table (owner_office, entered_at);
-- Two who bring in the next one of a series at once: the second one is told.
create unique index rate_table_follows_once on outcomes.rate_table (replaces) where withdrawn_at is null;
select platform.protect('outcomes.rate_table');
-- What was brought in stays as it was; only who sees it and whether it was taken back may change.
revoke update, delete on outcomes.rate_table from hansa_app;
grant update (visibility, version, withdrawn_at) on outcomes.rate_table to hansa_app;

create table outcomes.rate_choice (
  owner_office uuid primary key references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  table_id uuid not null references outcomes.rate_table (id)
);
select platform.protect('outcomes.rate_choice');
