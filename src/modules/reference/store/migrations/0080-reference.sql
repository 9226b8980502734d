-- The reference layer: lists of the world's ties as others publish them, imported apart from what offices keep in their registers.
create schema reference;
grant usage on schema reference to hansa_app, hansa_backup;

-- One such list: where it is from, under which licence. Private to the office that imports it until the register office opens it.
create table reference.set (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  name jsonb not null,
  source_id uuid not null references evidence.source (id),
  licence text not null check (length(licence) between 1 and 200),
  licence_address text check (length(licence_address) <= 500),
  credit text not null check (length(credit) between 1 and 500),
  -- What every tie of the set is, where the set itself says no class of each.
  class text check (length(class) <= 60),
  openness text not null default 'closed' check (openness in ('closed', 'opening', 'open', 'closing')),
  -- How far opening or closing has come: {"done": 500, "of": 12000}
  open_progress jsonb,
  -- The import whose result the set holds.
  current_import uuid,
  created_at timestamptz not null default now(),
  check (visibility <> 'shared')
);
create index set_by_owner on reference.set (owner_office);

create table reference.import (
  id uuid primary key,
  set_id uuid not null references reference.set (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  number int not null,
  state text not null check (state in
    ('mapping', 'reading', 'previewed', 'writing', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- Whose right the job acts by.
  account uuid not null,
  format text not null,
  file_name text not null check (length(file_name) <= 200),
  sha256 text not null,
  -- The import that keeps the bytes: this one, or the one it reads again.
  files_of uuid not null,
  -- What the file looks like: its sheets, columns and first rows.
  head jsonb not null,
  mapping jsonb not null,
  mode text check (mode in ('all', 'each')),
  progress jsonb,
  counts jsonb,
  samples jsonb,
  digest text,
  -- What the set held when the plan was made.
  planned_on uuid,
  failure jsonb,
  stop_asked_at timestamptz,
  began_at timestamptz not null,
  ended_at timestamptz,
  unique (set_id, number)
);
create index import_by_owner on reference.import (owner_office);

create table reference.import_file (
  import_id uuid not null references reference.import (id),
  place smallint not null check (place between 0 and 1),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  name text not null,
  bytes bytea not null check (length(bytes) <= 21000000),
  primary key (import_id, place)
);
create index import_file_by_owner on reference.import_file (owner_office);

-- What an import does to the set, as it was seen before it was confirmed, with what stood before: packed text.
create table reference.import_plan (
  import_id uuid primary key references reference.import (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  bytes bytea not null
);
create index import_plan_by_owner on reference.import_plan (owner_office);

-- One end of ties as the file writes it, and what it is taken for.
create table reference.place (
  import_id uuid not null references reference.import (id),
  key text not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  name text not null,
  country_written text,
  country text not null,
  latitude double precision,
  longitude double precision,
  wikidata_id text,
  geonames_id int,
  -- Null where it is left out or may not be shown.
  city_id uuid,
  matched_by text not null check (matched_by in ('person', 'number', 'gazetteer', 'as_written', 'left_out', 'hidden')),
  score real not null,
  reasons jsonb not null,
  alternatives jsonb not null,
  rows int[] not null,
  primary key (import_id, key)
);
create index place_by_owner on reference.place (owner_office);

-- What a person says that a written place is; it holds for every import of the set.
create table reference.answer (
  set_id uuid not null references reference.set (id),
  key text not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- {"city": "…"}, {"geonamesId": 1796236}, {"as": "written"} or {"as": "left_out"}
  answer jsonb not null,
  answered_at timestamptz not null default now(),
  primary key (set_id, key)
);
create index answer_by_owner on reference.answer (owner_office);

create table reference.problem (
  import_id uuid not null references reference.import (id),
  number int not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- The first row that has it, and all of them.
  row int not null,
  rows int[] not null,
  "column" text,
  code text not null,
  params jsonb not null,
  outcome text not null,
  -- The written place it is about, where it is about one.
  key text,
  primary key (import_id, number)
);
create index problem_by_code on reference.problem (import_id, code, number);
create index problem_by_owner on reference.problem (owner_office);

-- What the set says of a tie besides that there is one, and the statements made of it.
create table reference.saying (
  set_id uuid not null references reference.set (id),
  tie_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  said jsonb not null,
  statements uuid[] not null default '{}',
  primary key (set_id, tie_id)
);
create index saying_by_owner on reference.saying (owner_office);

select platform.protect('reference.set');
select platform.protect('reference.import');
select platform.protect('reference.import_file');
select platform.protect('reference.import_plan');
select platform.protect('reference.place');
select platform.protect('reference.answer');
select platform.protect('reference.problem');
select platform.protect('reference.saying');
