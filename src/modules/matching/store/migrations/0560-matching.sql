-- Who should meet whom: what an organiser and the participants of an edition say of being suggested. What is suggested is worked out, never kept.
create schema matching;
grant usage on schema matching to hansa_app, hansa_backup;

-- One row an edition whose organiser has said something; read on its behalf for whoever takes part, since it binds them all.
create table matching.setting (
  edition_id uuid primary key references expos.edition (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  is_on boolean not null default true
);

-- A participant does not want to be suggested to others. The organiser's row, since everybody's suggestions depend on it; said by its own side.
create table matching.opt_out (
  edition_id uuid not null references expos.edition (id),
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  said_at timestamptz not null,
  primary key (edition_id, participant_id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade
);

-- "Not for us": of the office that said so, read by those who act for the participant now and by nobody else, the organiser included.
create table matching.set_aside (
  edition_id uuid not null references expos.edition (id),
  participant_id uuid not null,
  other_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  said_at timestamptz not null,
  primary key (edition_id, participant_id, other_id, owner_office),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade,
  foreign key (edition_id, other_id) references expos.participant (edition_id, id) on delete cascade,
  check (participant_id <> other_id)
);
create index set_aside_by_other on matching.set_aside (edition_id, other_id);

select platform.protect('matching.setting');
select platform.protect('matching.opt_out');
select platform.protect('matching.set_aside');
