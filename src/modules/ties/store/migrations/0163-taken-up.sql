-- What a side's desk decides of what a third party says or relates to its tie - an agreement, an exchange, a carrier, an outcome: taken up, it
-- stands on the pages of the tie. That it was left is known to that office alone.
create table ties.taking (
  -- Ids are unique over all kinds of things.
  thing_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null check (visibility in ('private', 'public')),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  takes_up boolean not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (thing_id, owner_office),
  check ((visibility = 'public') = takes_up)
);
select platform.protect('ties.taking');
-- It is decided anew, never changed.
alter policy changes on ties.taking using (false) with check (false);

-- What modules above decided before there was one table for all.
create function ties.take(p_thing uuid, p_office uuid, p_takes_up boolean, p_by uuid, p_at timestamptz) returns void
language sql set search_path = pg_catalog as $$
  insert into ties.taking (thing_id, owner_office, visibility, takes_up, entered_by, entered_at)
    values (p_thing, p_office, case when p_takes_up then 'public' else 'private' end, p_takes_up, p_by, p_at)
$$;
revoke all on function ties.take(uuid, uuid, boolean, uuid, timestamptz) from public;

-- For modules above: what stands on the pages of ties though a third party says it, and by whose decision.
create view ties.taken_up with (security_invoker = true) as
  select thing_id, owner_office from ties.taking where takes_up;
grant select on ties.taken_up to hansa_app;
