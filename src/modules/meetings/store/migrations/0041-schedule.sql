-- Releases, the current schedule under its constraints, agendas, and what happens at a meeting.

-- An immutable snapshot: the app role may add one and read it, never change or delete it.
create table meetings.release (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  kind text not null check (kind in ('plan', 'change')),
  plan_id uuid,
  published_at timestamptz not null,
  published_by uuid,
  meetings int not null,
  snapshot jsonb not null,
  changes jsonb not null,
  primary key (edition_id, id),
  constraint release_number unique (edition_id, number),
  foreign key (edition_id, plan_id) references meetings.plan (edition_id, id),
  check ((kind = 'plan') = (plan_id is not null))
);

-- The current schedule: one row a participant's seat, a place's seat and an interpreter of every meeting held.
-- The constraints settle every race for a seat, a table or an interpreter.
create table meetings.booking (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  release_number int not null,
  meeting_id uuid not null,
  slot_id uuid not null,
  participant_id uuid,
  seat_no smallint,
  place_id uuid,
  place_no smallint,
  interpreter_id uuid,
  during tstzrange not null,
  primary key (edition_id, id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  foreign key (edition_id, place_id) references expos.place (edition_id, id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id),
  check (num_nonnulls(participant_id, place_id, interpreter_id) = 1),
  check ((participant_id is null) = (seat_no is null) and (place_id is null) = (place_no is null)),
  check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  constraint booking_seat exclude using gist (edition_id with =, participant_id with =, seat_no with =, during with &&) where (participant_id is not null),
  constraint booking_place exclude using gist (edition_id with =, place_id with =, place_no with =, during with &&) where (place_id is not null),
  constraint booking_interpreter exclude using gist (edition_id with =, interpreter_id with =, during with &&) where (interpreter_id is not null)
);
create unique index booking_participant on meetings.booking (edition_id, meeting_id, participant_id) where participant_id is not null;
create unique index booking_one_place on meetings.booking (edition_id, meeting_id) where place_id is not null;
create unique index booking_one_interpreter on meetings.booking (edition_id, meeting_id) where interpreter_id is not null;
create index booking_by_participant on meetings.booking (edition_id, participant_id, slot_id) where participant_id is not null;
create index booking_by_slot on meetings.booking (edition_id, slot_id);

-- One participant's part of the current schedule, complete in itself: an agenda is one look into one index.
-- Shared with that participant's own offices only. A cancelled entry stays until the next plan is released.
create table meetings.agenda_entry (
  edition_id uuid not null references expos.edition (id),
  participant_id uuid not null,
  meeting_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility = 'shared'),
  shared_with uuid[] not null default '{}',
  round smallint not null,
  slot_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  moved_from timestamptz,
  release_number int not null,
  -- Changes of this entry so far: the SEQUENCE of its calendar event.
  sequence int not null default 0,
  cancelled boolean not null default false,
  with_participant uuid not null,
  -- Place, counterpart, person, reason and language as they were told (domain/agenda.ts, AgendaDetails).
  details jsonb not null,
  primary key (edition_id, participant_id, meeting_id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id)
);
create index agenda_by_time on meetings.agenda_entry (edition_id, participant_id, starts_at);
create index agenda_by_office on meetings.agenda_entry using gin (shared_with);

-- What everybody who takes part may know of the current schedule: its number and when it was published.
create table meetings.release_notice (
  edition_id uuid not null references expos.edition (id),
  number int not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility = 'shared'),
  shared_with uuid[] not null default '{}',
  release_id uuid not null,
  published_at timestamptz not null,
  primary key (edition_id, number),
  foreign key (edition_id, release_id) references meetings.release (edition_id, id)
);

-- "They are not here": said by one side, known to it and the organiser; taken back by withdrawing.
create table meetings.absence (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  meeting_id uuid not null,
  by_participant uuid not null,
  absent_participant uuid not null,
  reported_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id)
);
create unique index absence_once on meetings.absence (edition_id, meeting_id, by_participant) where withdrawn_at is null;
create index absence_by_participant on meetings.absence (edition_id, by_participant) where withdrawn_at is null;

-- How it went, for one's own side: the company and the lead of its group.
create table meetings.feedback (
  edition_id uuid not null references expos.edition (id),
  meeting_id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  result text not null check (result in ('no_interest', 'good_to_know', 'go_on', 'agreed')),
  next_step text not null check (next_step in ('we_offer', 'they_write', 'visit', 'sample', 'none')),
  note text not null default '',
  given_at timestamptz not null,
  primary key (edition_id, participant_id, meeting_id, owner_office),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id)
);

-- A calendar address; only the hash of its token is kept.
create table meetings.feed (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  participant_id uuid not null,
  token_hash text not null unique check (length(token_hash) = 64),
  created_by uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id)
);
create index feed_by_participant on meetings.feed (edition_id, participant_id);

select platform.protect('meetings.release');
select platform.protect('meetings.booking');
select platform.protect('meetings.agenda_entry');
select platform.protect('meetings.release_notice');
select platform.protect('meetings.absence');
select platform.protect('meetings.feedback');
select platform.protect('meetings.feed');

-- A release never changes, whoever asks.
revoke update, delete on meetings.release from hansa_app;
alter policy changes on meetings.release using (false) with check (false);
alter policy withdraws on meetings.release using (false);

-- Opens a calendar address without a session: the token itself is the right. Answers nothing for a revoked or unknown one.
create function meetings.open_feed(p_token_hash text) returns table (edition_id uuid, participant_id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select f.edition_id, f.participant_id, f.owner_office from meetings.feed f where f.token_hash = p_token_hash and f.revoked_at is null
$$;
revoke all on function meetings.open_feed(text) from public;
grant execute on function meetings.open_feed(text) to hansa_app;
