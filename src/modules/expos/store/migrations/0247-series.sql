-- The expo over the years, owned by whoever holds it, or by the register office as long as nobody claims it. An edition belongs to an expo of
-- its own office; an expo is public as soon as one of its editions is.
create table expos.expo (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  name jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint expo_of_its_office unique (id, owner_office)
);
create index expo_by_owner on expos.expo (owner_office, id);
select platform.protect('expos.expo');

alter table expos.edition add column expo_id uuid,
  add constraint edition_of_expo foreign key (expo_id, owner_office) references expos.expo (id, owner_office);
create index edition_by_expo on expos.edition (expo_id, first_day desc) where expo_id is not null;
