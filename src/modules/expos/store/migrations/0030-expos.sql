-- Editions of expos: their slots, places, stands, groups, participants and interpreters.
create schema expos;
grant usage on schema expos to hansa_app, hansa_backup;

-- `shared_with` holds the offices that take part, also while the edition is public. `published_at` is set while it is.
create table expos.edition (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  search_name text not null,
  venue jsonb not null,
  description jsonb,
  website text,
  time_zone text not null,
  first_day date not null,
  last_day date not null,
  -- Counted anew with every change under the lock of this row, so that lists need not count.
  exhibitor_count int not null default 0,
  buyer_count int not null default 0,
  country_count int not null default 0,
  stand_count int not null default 0,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (first_day <= last_day)
);
create index edition_by_owner on expos.edition (owner_office, first_day desc, id);
create index edition_by_day on expos.edition (first_day desc, id desc);
create index edition_shared on expos.edition using gin (shared_with) where shared_with <> '{}';

-- A slot's span is its identity: another span is another slot. Meetings refer to slots with `on delete restrict`.
create table expos.slot (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  session smallint not null check (session between 1 and 9),
  primary key (edition_id, id),
  constraint slot_number unique (edition_id, number) deferrable initially deferred,
  constraint slot_span check (starts_at < ends_at),
  constraint slot_overlap exclude using gist (edition_id with =, tstzrange(starts_at, ends_at) with &&)
);

create table expos.stand (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  code text not null,
  hall text not null default '',
  -- Meetings the stand can hold at once; 0 when none are planned there.
  seats int not null default 0 check (seats between 0 and 200),
  primary key (edition_id, id),
  constraint stand_code unique (edition_id, code)
);

-- A place is a table of the hall, or a stand at which meetings are held.
create table expos.place (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  kind text not null check (kind in ('table', 'stand')),
  number int,
  code text not null,
  hall text not null default '',
  seats int not null default 1 check (seats between 1 and 200),
  stand_id uuid,
  primary key (edition_id, id),
  foreign key (edition_id, stand_id) references expos.stand (edition_id, id),
  constraint place_code unique (edition_id, kind, code),
  constraint place_stand unique (edition_id, stand_id),
  check ((kind = 'table') = (number is not null) and (kind = 'stand') = (stand_id is not null))
);

create table expos.place_closed (
  edition_id uuid not null,
  place_id uuid not null,
  slot_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  primary key (edition_id, place_id, slot_id),
  foreign key (edition_id, place_id) references expos.place (edition_id, id) on delete cascade,
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id) on delete cascade
);
create index place_closed_by_slot on expos.place_closed (edition_id, slot_id);

-- A group is known to its lead office and to the offices of its members, never to the public.
create table expos.participant_group (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  code text not null,
  kind text not null check (kind in ('delegation', 'trading_group')),
  name jsonb not null,
  lead_office uuid references accounts.office (id),
  parent_id uuid,
  primary key (edition_id, id),
  foreign key (edition_id, parent_id) references expos.participant_group (edition_id, id),
  constraint participant_group_code unique (edition_id, code),
  check (parent_id <> id)
);
create index participant_group_by_parent on expos.participant_group (edition_id, parent_id) where parent_id is not null;

-- What the organiser plans with: languages, limits, contact. Shared with the company's and the group's office, never public.
create table expos.participant (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  code text not null,
  organisation_id uuid not null references organisations.organisation (id),
  -- Name, country and city as at this edition: a later renaming does not rewrite a past expo.
  name jsonb not null,
  search_name text not null,
  sort_name text not null check (length(sort_name) <= 100),
  country text check (country ~ '^[A-Z]{2}$'),
  city text,
  role text not null check (role in ('exhibitor', 'buyer')),
  seats int not null default 1 check (seats between 1 and 50),
  languages text[] not null default '{}',
  min_meetings int check (min_meetings between 0 and 500),
  max_meetings int check (max_meetings between 0 and 500),
  group_id uuid,
  stand_id uuid,
  leads_stand boolean not null default false,
  meets_at text not null default 'table' check (meets_at in ('table', 'stand')),
  office_id uuid references accounts.office (id),
  contact_surname text,
  contact_given_name text,
  contact_post text,
  listed boolean not null default true,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (edition_id, id),
  foreign key (edition_id, group_id) references expos.participant_group (edition_id, id),
  foreign key (edition_id, stand_id) references expos.stand (edition_id, id),
  constraint participant_code unique (edition_id, code),
  check (min_meetings is null or max_meetings is null or min_meetings <= max_meetings),
  check (not leads_stand or stand_id is not null)
);
create index participant_by_name on expos.participant (edition_id, sort_name, id);
create index participant_by_group on expos.participant (edition_id, group_id) where group_id is not null;
create index participant_by_stand on expos.participant (edition_id, stand_id) where stand_id is not null;
create unique index stand_lead on expos.participant (edition_id, stand_id) where leads_stand and withdrawn_at is null;
create index participant_by_organisation on expos.participant (organisation_id);
create index participant_shared on expos.participant using gin (shared_with) where visibility = 'shared';

create table expos.unavailable (
  edition_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null default '',
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  check (starts_at < ends_at)
);
create index unavailable_by_participant on expos.unavailable (edition_id, participant_id, starts_at);

-- What others may know of a participant: the public an exhibitor, offices that take part every participant.
create table expos.listing (
  edition_id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  role text not null check (role in ('exhibitor', 'buyer')),
  code text not null,
  name jsonb not null,
  search_name text not null,
  sort_name text not null check (length(sort_name) <= 100),
  country text,
  city text,
  stand_id uuid,
  stand_code text,
  hall text,
  leads_stand boolean not null default false,
  meets_at text not null,
  primary key (edition_id, participant_id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade
);
create index listing_by_name on expos.listing (edition_id, sort_name, participant_id);

-- Interpreters are known to the offices that take part; when they are away only the organiser knows.
create table expos.interpreter (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  name text not null,
  languages text[] not null default '{}',
  primary key (edition_id, id),
  constraint interpreter_name unique (edition_id, name)
);

create table expos.interpreter_unavailable (
  edition_id uuid not null,
  id uuid not null,
  interpreter_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null default '',
  primary key (edition_id, id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade,
  check (starts_at < ends_at)
);
create index interpreter_unavailable_by_interpreter on expos.interpreter_unavailable (edition_id, interpreter_id, starts_at);

select platform.protect('expos.edition');
select platform.protect('expos.slot');
select platform.protect('expos.stand');
select platform.protect('expos.place');
select platform.protect('expos.place_closed');
select platform.protect('expos.participant_group');
select platform.protect('expos.participant');
select platform.protect('expos.unavailable');
select platform.protect('expos.listing');
select platform.protect('expos.interpreter');
select platform.protect('expos.interpreter_unavailable');

-- Offices that take part read every listing of their edition; the edition row alone holds who takes part.
create policy takes_part on expos.listing for select to hansa_app
  using (exists (select 1 from expos.edition e where e.id = listing.edition_id and e.shared_with && (select platform.reads())::uuid[]));
