-- What paper proves which thing of a checklist at a stage of an outcome, and samples of outcomes that are checked (docs/decisions/0082).
create table outcomes.evidence_mark (
  id uuid primary key,
  outcome_id uuid not null references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  stage text not null check (stage in ('potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled')),
  -- A word of the product's list, or the id of a thing that the office put on its own.
  item text not null check (length(item) between 1 and 60),
  source_id uuid not null references evidence.source (id),
  valid_until date,
  entered_by uuid not null,
  entered_at timestamptz not null,
  -- A second person has looked at it; never who entered it.
  checked_by uuid,
  checked_at timestamptz,
  withdrawn_at timestamptz,
  check ((checked_by is null) = (checked_at is null)),
  check (checked_by <> entered_by)
);
create index evidence_mark_by_outcome on outcomes.evidence_mark (outcome_id, stage, item);
select platform.protect('outcomes.evidence_mark');

-- What an office asks for besides: [{"id": "…", "kind": "deal", "stage": "signed", "title": "…"}]
create table outcomes.evidence_list (
  owner_office uuid primary key references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  items jsonb not null
);
select platform.protect('outcomes.evidence_list');

create table outcomes.sample (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  seed text not null check (length(seed) between 1 and 100),
  -- Of how many it was drawn, and the hash of their ids in order: who draws again from the same gets the same.
  population int not null check (population >= 1),
  population_hash text not null,
  outcome_ids uuid[] not null,
  entered_by uuid not null,
  drawn_at timestamptz not null
);
create index sample_by_owner on outcomes.sample (owner_office, drawn_at);
select platform.protect('outcomes.sample');
