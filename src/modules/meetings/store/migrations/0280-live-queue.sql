-- The live queue of a day: what it opened with, all that has happened since, and the talks under constraints that no race gets past.

create table meetings.queue (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  day date not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')),
  -- What was known when it opened (domain/queue/queue-day.ts, QueueOpening).
  opening jsonb not null,
  -- The newest event: a queue in memory that ends with it is the queue as it stands.
  last_number int not null default 0,
  last_event uuid,
  -- When it is to be asked again though nothing happens.
  ask_again_at timestamptz,
  primary key (edition_id, id),
  constraint queue_once_a_day unique (edition_id, day),
  check (closes_at > opens_at)
);
create unique index queue_under_way on meetings.queue (edition_id) where state <> 'closed';

-- What has happened, in order. Nobody changes or deletes a row.
create table meetings.queue_event (
  edition_id uuid not null,
  queue_id uuid not null,
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  id uuid not null,
  -- The happening that it came of, as whoever told it named it: told again, it has happened once.
  told uuid,
  happened_at timestamptz not null,
  event jsonb not null,
  primary key (edition_id, queue_id, number),
  constraint queue_event_id unique (edition_id, id),
  foreign key (edition_id, queue_id) references meetings.queue (edition_id, id)
);
create index queue_event_told on meetings.queue_event (edition_id, told) where told is not null;

-- A call, then a talk. No participant, place or interpreter is in two at once on the same seat, and no pair is called twice.
create table meetings.queue_talk (
  edition_id uuid not null,
  id uuid not null,
  queue_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  meeting_id uuid not null,
  seated_participant uuid not null,
  seat_no smallint not null check (seat_no >= 0),
  rotating_participant uuid not null,
  rotating_seat_no smallint not null check (rotating_seat_no >= 0),
  place_id uuid not null,
  place_no smallint not null check (place_no >= 0),
  interpreter_id uuid,
  called_at timestamptz not null,
  goes_out_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  called_off_at timestamptz,
  called_off_because text check (called_off_because in ('held', 'overruled', 'not_here', 'left', 'withdrawn', 'closed')),
  primary key (edition_id, id),
  foreign key (edition_id, queue_id) references meetings.queue (edition_id, id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, seated_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, rotating_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, place_id) references expos.place (edition_id, id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id),
  check ((called_off_at is null) = (called_off_because is null)),
  check (ended_at is null or begun_at is not null and called_off_at is null),
  check (begun_at is null or called_off_at is null)
);
create unique index queue_talk_once on meetings.queue_talk (edition_id, queue_id, meeting_id) where called_off_at is null;
create unique index queue_talk_seat on meetings.queue_talk (edition_id, queue_id, seated_participant, seat_no) where ended_at is null and called_off_at is null;
create unique index queue_talk_rotating on meetings.queue_talk (edition_id, queue_id, rotating_participant, rotating_seat_no) where ended_at is null and called_off_at is null;
create unique index queue_talk_place on meetings.queue_talk (edition_id, queue_id, place_id, place_no) where ended_at is null and called_off_at is null;
create unique index queue_talk_interpreter on meetings.queue_talk (edition_id, queue_id, interpreter_id) where ended_at is null and called_off_at is null;

select platform.protect('meetings.queue');
select platform.protect('meetings.queue_event');
select platform.protect('meetings.queue_talk');
revoke update, delete on meetings.queue_event from hansa_app;
alter policy changes on meetings.queue_event using (false) with check (false);
alter policy withdraws on meetings.queue_event using (false);

-- Queues that are to be asked again although nothing has happened. A queue asks for nobody's right: the job that looks acts for its organiser.
create function meetings.queues_to_ask() returns table (edition_id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select q.edition_id, q.owner_office from meetings.queue q
  where q.state = 'open' and q.ask_again_at <= clock_timestamp() and q.closes_at > clock_timestamp()
$$;
revoke all on function meetings.queues_to_ask() from public;
grant execute on function meetings.queues_to_ask() to hansa_app;
