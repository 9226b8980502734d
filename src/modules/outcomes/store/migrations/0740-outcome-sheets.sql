-- Lists of outcomes that an office brought in from a spreadsheet: what stood there, how it was read, and what was recorded of it.
create table outcomes.sheet (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  -- The name of the file, where it was one.
  name text check (length(name) between 1 and 300),
  text text not null check (length(text) <= 2000000),
  rows int not null check (rows >= 1),
  -- What each column is taken for, the order of day and month, the source of all rows, what was answered.
  reading jsonb not null,
  -- [{"line": 2, "outcomeId": "…"}]
  kept jsonb not null default '[]',
  brought_in_at timestamptz not null,
  undone_at timestamptz
);
create index sheet_by_owner on outcomes.sheet (owner_office, brought_in_at);
select platform.protect('outcomes.sheet');

-- What may be the same as something on record is looked for by who takes part.
create index party_by_organisation on outcomes.party (organisation_id) where organisation_id is not null;
create index party_by_name on outcomes.party (lower(name)) where name is not null;
