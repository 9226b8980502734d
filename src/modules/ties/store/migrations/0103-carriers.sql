-- Who carries a tie: organisations, and posts that last while their holders change.
create table ties.carrier (
  id uuid primary key,
  tie_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('organisation', 'post')),
  -- On whose side it stands, in the order of the tie's cities; null for both or neither.
  side text check (side in ('a', 'b')),
  -- One on record; else the name alone. Of a post its title, and the body at which it is.
  organisation_id uuid,
  name text check (length(name) between 1 and 200),
  body text check (length(body) between 1 and 200),
  -- What it does for the tie.
  role text check (length(role) between 1 and 300),
  starts jsonb,
  ends jsonb,
  withdrawn_at timestamptz,
  entered_at timestamptz not null default now(),
  check (organisation_id is not null or name is not null),
  check (kind <> 'post' or name is not null),
  check (withdrawn_at is null or visibility = 'private')
);
create index carrier_by_tie on ties.carrier (tie_id);
create index carrier_by_owner on ties.carrier (owner_office);

-- Who holds a post, from when to when: a person's name, kept by one office for itself, for a stated reason and until a stated day. Erased,
-- the name and the reason are gone and the dates stay, so that the history of the post has no hole.
create table ties.holder (
  id uuid primary key,
  carrier_id uuid not null references ties.carrier (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  version int not null default 1,
  surname text check (length(surname) between 1 and 100),
  given_name text check (length(given_name) <= 100),
  name_order text check (name_order in ('surname_first', 'given_first')),
  starts jsonb,
  ends jsonb,
  reason text check (length(reason) between 1 and 300),
  keep_until date,
  erased_at timestamptz,
  entered_at timestamptz not null default now(),
  check (
    case when erased_at is null then surname is not null and name_order is not null and reason is not null and keep_until is not null
    else surname is null and given_name is null and name_order is null and reason is null and keep_until is null end
  )
);
create index holder_by_carrier on ties.holder (carrier_id);
create index holder_by_owner on ties.holder (owner_office);
create index holder_overdue on ties.holder (keep_until) where erased_at is null;

select platform.protect('ties.carrier');
select platform.protect('ties.holder');

-- Names whose day has come are erased, whoever asks; answers which, and whose they were.
create function ties.erase_overdue_holders(p_now timestamptz) returns table (id uuid, office uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  update ties.holder h set surname = null, given_name = null, name_order = null, reason = null, keep_until = null, erased_at = p_now,
    version = h.version + 1
  where h.erased_at is null and h.keep_until < p_now::date returning h.id, h.owner_office
$$;
revoke all on function ties.erase_overdue_holders(timestamptz) from public;
grant execute on function ties.erase_overdue_holders(timestamptz) to hansa_app;
