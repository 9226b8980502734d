-- Ties: which offices keep which pair of cities in their registers, what they agreed and what happened. What is said of a tie
-- itself - class, status, beginning - are statements of evidence.
create schema ties;
grant usage on schema ties to hansa_app, hansa_backup;

-- A tie has no row of its own: its id follows from its two cities, so that who enters it later cannot tell that somebody else had
-- entered it before, and there is one tie of two cities whoever keeps it.
create function ties.tie_of(a uuid, b uuid) returns uuid language sql immutable parallel safe as $$
  select overlay(overlay(substr(encode(sha256((a::text || b::text)::bytea), 'hex'), 1, 32) placing '8' from 13) placing '8' from 17)::uuid
$$;
grant execute on function ties.tie_of(uuid, uuid) to hansa_app;

create table ties.keeping (
  id uuid primary key,
  tie_id uuid not null,
  a_city uuid not null references cities.city (id),
  b_city uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kept_at timestamptz not null default now(),
  -- Taken out of the register: the row stays.
  withdrawn_at timestamptz,
  unique (tie_id, owner_office),
  check (a_city < b_city),
  check (tie_id = ties.tie_of(a_city, b_city)),
  check (withdrawn_at is null or visibility = 'private')
);
create index keeping_by_owner on ties.keeping (owner_office);
create index keeping_by_a on ties.keeping (a_city);
create index keeping_by_b on ties.keeping (b_city);
create index keeping_shared on ties.keeping using gin (shared_with) where visibility = 'shared';

-- Classes that an office adds to those everybody finds.
create table ties.class (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  name jsonb not null,
  place int not null,
  unique (owner_office, place)
);

create table ties.agreement (
  id uuid primary key,
  tie_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('charter', 'memorandum', 'programme')),
  title jsonb not null,
  -- Cities, organisations or names: [{"kind": "city", "id": "…"}, {"kind": "named", "name": "…"}]
  parties jsonb not null,
  -- Dates at their precision: {"text": "2019-04", "qualifier": "exact"}
  signed_on jsonb,
  valid_from jsonb,
  valid_to jsonb,
  source_id uuid,
  document_id uuid,
  withdrawn_at timestamptz,
  entered_at timestamptz not null default now(),
  check (withdrawn_at is null or visibility = 'private')
);
create index agreement_by_tie on ties.agreement (tie_id);
create index agreement_by_owner on ties.agreement (owner_office);

-- One thing an agreement foresees; it is seen by whoever sees the agreement.
create table ties.agreed_item (
  id uuid primary key,
  agreement_id uuid not null references ties.agreement (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  number int not null,
  text jsonb not null,
  domain text,
  -- Who sees to it on the side of the one city and of the other, in the order of the tie's cities.
  a_owner text check (length(a_owner) between 1 and 200),
  b_owner text check (length(b_owner) between 1 and 200),
  due jsonb,
  entered_at timestamptz not null default now(),
  unique (agreement_id, number)
);
create index agreed_item_by_owner on ties.agreed_item (owner_office);

-- What each side says of the state of an item: its own word, which the other one never edits.
create table ties.item_state (
  item_id uuid not null references ties.agreed_item (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  state text not null check (state in ('open', 'done', 'dropped')),
  said_at timestamptz not null,
  primary key (item_id, owner_office)
);
create index item_state_by_owner on ties.item_state (owner_office);

create table ties.exchange (
  id uuid primary key,
  tie_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('visit', 'event', 'programme')),
  domains text[] not null,
  title jsonb not null,
  starts jsonb not null,
  ends jsonb,
  -- Which side travels: the city first in the order of ids, or the second.
  from_side text check (from_side in ('a', 'b')),
  level text check (level in ('head', 'deputy', 'department', 'expert')),
  led_by text check (length(led_by) between 1 and 200),
  people int check (people between 1 and 100000),
  note text check (length(note) between 1 and 4000),
  source_id uuid,
  withdrawn_at timestamptz,
  entered_at timestamptz not null default now(),
  check (kind <> 'visit' or from_side is not null),
  check (withdrawn_at is null or visibility = 'private')
);
create index exchange_by_tie on ties.exchange (tie_id);
create index exchange_by_owner on ties.exchange (owner_office);

-- A range pasted from a spreadsheet: every row as it was copied, what became of it, and what is taken back when the paste is undone.
create table ties.paste (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  text text not null,
  -- What each column is taken for, the order of day and month, the source of all rows, answers given so far.
  reading jsonb not null,
  -- Rows kept so far: [{"row": 2, "tieId": "…", "isNew": true, "statements": ["…"], "replaced": ["…"]}]
  kept jsonb not null default '[]',
  pasted_at timestamptz not null default now(),
  settled_at timestamptz,
  undone_at timestamptz
);
create index paste_by_owner on ties.paste (owner_office, pasted_at);

select platform.protect('ties.keeping');
select platform.protect('ties.class');
select platform.protect('ties.agreement');
select platform.protect('ties.agreed_item');
select platform.protect('ties.item_state');
select platform.protect('ties.exchange');
select platform.protect('ties.paste');
