-- Requests to meet, the meetings that follow from them, and draft plans.
create schema meetings;
grant usage on schema meetings to hansa_app, hansa_backup;

-- One row an edition: hands out numbers, and whoever changes the current schedule holds its lock.
create table meetings.schedule (
  edition_id uuid primary key references expos.edition (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  last_meeting int not null default 0,
  last_plan int not null default 0,
  last_release int not null default 0
);

-- A wish to meet, owned by the office that entered it, known to its own side and the organiser, never to the other side.
-- `round`: the n-th meeting of these two; the n-th a→b and the n-th b→a are one meeting.
create table meetings.request (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  from_participant uuid not null,
  to_participant uuid not null,
  wish text not null check (wish in ('must', 'want', 'no')),
  session smallint check (session between 1 and 9),
  round smallint not null default 1 check (round between 1 and 99),
  note text not null default '',
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, from_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, to_participant) references expos.participant (edition_id, id),
  check (from_participant <> to_participant)
);
create unique index request_once on meetings.request (edition_id, from_participant, to_participant, round) where withdrawn_at is null;
create index request_by_to on meetings.request (edition_id, to_participant) where withdrawn_at is null;
create index request_shared on meetings.request using gin (shared_with) where withdrawn_at is null;

-- What the other side may know of a request: that it was made. A "no" has none.
create table meetings.invitation (
  edition_id uuid not null,
  request_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  from_participant uuid not null,
  to_participant uuid not null,
  made_at timestamptz not null,
  primary key (edition_id, request_id),
  foreign key (edition_id, request_id) references meetings.request (edition_id, id) on delete cascade
);
create index invitation_by_to on meetings.invitation (edition_id, to_participant);

-- What the planner places; known to the organiser alone. An exhibitor stands as `a` before a buyer, else who asked first.
create table meetings.meeting (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  a_participant uuid not null,
  b_participant uuid not null,
  round smallint not null,
  wish_of_a text check (wish_of_a in ('must', 'want')),
  wish_of_b text check (wish_of_b in ('must', 'want')),
  session smallint check (session between 1 and 9),
  fixed_slot uuid,
  -- wanted: to be planned; excluded: a "no" stands between the two; withdrawn: nobody asks for it any more.
  standing text not null default 'wanted' check (standing in ('wanted', 'excluded', 'withdrawn')),
  primary key (edition_id, id),
  foreign key (edition_id, a_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, b_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, fixed_slot) references expos.slot (edition_id, id),
  constraint meeting_number unique (edition_id, number),
  check (a_participant <> b_participant),
  check (standing <> 'wanted' or wish_of_a is not null or wish_of_b is not null)
);
create unique index meeting_of_pair on meetings.meeting (edition_id, least(a_participant, b_participant), greatest(a_participant, b_participant), round);
create index meeting_by_a on meetings.meeting (edition_id, a_participant);
create index meeting_by_b on meetings.meeting (edition_id, b_participant);

create table meetings.meeting_order (
  edition_id uuid not null,
  earlier uuid not null,
  later uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  primary key (edition_id, earlier, later),
  foreign key (edition_id, earlier) references meetings.meeting (edition_id, id),
  foreign key (edition_id, later) references meetings.meeting (edition_id, id),
  check (earlier <> later)
);

create table meetings.plan (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  number int not null check (number >= 1),
  status text not null check (status in ('running', 'ready', 'cancelled', 'failed')),
  engine text not null default '',
  seed int not null,
  seconds int not null check (seconds between 0 and 3600),
  copied_from uuid,
  started_by uuid,
  started_at timestamptz not null,
  -- The running search says so every second, from when a node took it up; one that has fallen silent is tried again once, then failed.
  heard_at timestamptz,
  attempts int not null default 1,
  ended_at timestamptz,
  stop_asked_at timestamptz,
  failure jsonb,
  -- No plan places more; no plan that places all has fewer breaks. Null while unknown.
  bound int,
  breaks_bound int,
  -- Figures of the placements as they stand, kept with every change of them.
  figures jsonb,
  primary key (edition_id, id),
  constraint plan_number unique (edition_id, number),
  foreign key (edition_id, copied_from) references meetings.plan (edition_id, id)
);
create index plan_running on meetings.plan (started_at) where status = 'running';

create table meetings.plan_progress (
  edition_id uuid not null,
  plan_id uuid not null,
  step int not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  elapsed_ms int not null check (elapsed_ms >= 0),
  placed int not null,
  bound int,
  breaks int not null,
  breaks_bound int,
  primary key (edition_id, plan_id, step),
  foreign key (edition_id, plan_id) references meetings.plan (edition_id, id) on delete cascade
);

-- A draft may hold conflicts: nothing here is constrained but that things exist.
create table meetings.placement (
  edition_id uuid not null,
  plan_id uuid not null,
  meeting_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  slot_id uuid not null,
  place_id uuid not null,
  interpreter_id uuid,
  pinned boolean not null default false,
  primary key (edition_id, plan_id, meeting_id),
  foreign key (edition_id, plan_id) references meetings.plan (edition_id, id) on delete cascade,
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id),
  foreign key (edition_id, place_id) references expos.place (edition_id, id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id)
);
create index placement_by_slot on meetings.placement (edition_id, slot_id);

select platform.protect('meetings.schedule');
select platform.protect('meetings.request');
select platform.protect('meetings.invitation');
select platform.protect('meetings.meeting');
select platform.protect('meetings.meeting_order');
select platform.protect('meetings.plan');
select platform.protect('meetings.plan_progress');
select platform.protect('meetings.placement');

-- Searches nobody has heard of for a while: each is handed out once more, with the account that started it; one that falls
-- silent again has failed. One that waits in the queue behind others is not silent: nobody has taken it up yet. Runs outside any actor, since a dead search has none.
create function meetings.sweep_silent_plans(p_silent_seconds int) returns table (edition_id uuid, plan_id uuid, account uuid, attempt int)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update meetings.plan p set status = 'failed', version = p.version + 1, ended_at = clock_timestamp(), failure = jsonb_build_object('code', 'meetings.plan_died', 'params', jsonb_build_object())
  where p.status = 'running' and p.attempts >= 2 and coalesce(p.heard_at, p.started_at + interval '1 hour') < clock_timestamp() - make_interval(secs => p_silent_seconds);
  return query
    update meetings.plan p set attempts = p.attempts + 1, heard_at = null
    where p.status = 'running' and coalesce(p.heard_at, p.started_at + interval '1 hour') < clock_timestamp() - make_interval(secs => p_silent_seconds)
    returning p.edition_id, p.id, p.started_by, p.attempts;
end $$;
revoke all on function meetings.sweep_silent_plans(int) from public;
grant execute on function meetings.sweep_silent_plans(int) to hansa_app;
