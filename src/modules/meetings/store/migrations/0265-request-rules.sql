-- By which rules an edition's participants ask to meet, and what one who was asked lets the other side know.

-- One row an edition that has rules of its own; the organiser's, who tells participants what of it concerns them.
create table meetings.request_rules (
  edition_id uuid primary key references expos.edition (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  -- Participants enter, change and answer requests until then; the organiser may always.
  closes_at timestamptz,
  -- Whether two exhibitors, or two buyers, may ask for each other.
  same_side boolean not null default false,
  -- Whether only meetings that both sides want are planned.
  agreed_only boolean not null default false,
  -- After so many days a request that nobody answered lapses: it is no longer planned.
  answer_days smallint check (answer_days between 1 and 90)
);

-- How many wishes of its own a participant may have; the row that says most of it counts: group and role, group, role, neither.
create table meetings.request_quota (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  group_id uuid,
  role text check (role in ('exhibitor', 'buyer')),
  most smallint not null check (most between 0 and 500),
  most_musts smallint check (most_musts between 0 and 500),
  primary key (edition_id, id),
  foreign key (edition_id, group_id) references expos.participant_group (edition_id, id) on delete cascade,
  constraint request_quota_once unique nulls not distinct (edition_id, group_id, role)
);
create index request_quota_by_group on meetings.request_quota (edition_id, group_id);

-- What the one who was asked lets the asking side know besides a request back: that it cannot, or asks for another time.
-- Keyed by the request back, which is the answer itself; a "no" without a row here is known to nobody but its own side and the organiser.
create table meetings.reply (
  edition_id uuid not null,
  request_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  from_participant uuid not null,
  to_participant uuid not null,
  kind text not null check (kind in ('declined', 'another_time')),
  session smallint check (session between 1 and 9),
  note text not null default '',
  made_at timestamptz not null,
  primary key (edition_id, request_id),
  foreign key (edition_id, request_id) references meetings.request (edition_id, id) on delete cascade
);
create index reply_by_to on meetings.reply (edition_id, to_participant);

select platform.protect('meetings.request_rules');
select platform.protect('meetings.request_quota');
select platform.protect('meetings.reply');

-- Editions whose participants asked within one side so far go on to do so.
insert into meetings.request_rules (edition_id, owner_office, same_side)
select distinct r.edition_id, e.owner_office, true
from meetings.request r
join expos.editions e on e.id = r.edition_id
join expos.participants f on f.edition_id = r.edition_id and f.id = r.from_participant
join expos.participants t on t.edition_id = r.edition_id and t.id = r.to_participant
where r.withdrawn_at is null and f.role = t.role;
