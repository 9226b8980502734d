-- A meeting of the schedule is moved because both its sides agreed: one proposes another time, the other accepts.

-- How long before the meeting, and before its new time, a move can still be agreed; null: only the organiser moves meetings.
alter table meetings.request_rules add column moves_until_minutes smallint check (moves_until_minutes between 0 and 10080);

-- Read and written on the organiser's behalf, since it concerns two sides that do not see each other's rows.
create table meetings.move_proposal (
  edition_id uuid not null,
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  meeting_id uuid not null,
  from_participant uuid not null,
  from_slot uuid not null,
  to_slot uuid not null,
  proposed_at timestamptz not null,
  lapses_at timestamptz not null check (lapses_at >= proposed_at),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, from_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, from_slot) references expos.slot (edition_id, id) on delete cascade,
  foreign key (edition_id, to_slot) references expos.slot (edition_id, id) on delete cascade,
  check (from_slot <> to_slot),
  check ((state = 'open') = (answered_at is null))
);
-- A meeting has one proposal at a time.
create unique index move_proposal_open on meetings.move_proposal (edition_id, meeting_id) where state = 'open';
select platform.protect('meetings.move_proposal');
