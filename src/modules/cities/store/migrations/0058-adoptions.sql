-- A city's office asks to steward the city; who stewards it now answers. What was entered before stays.
create table cities.adoption (
  id uuid primary key,
  city_id uuid not null references cities.city (id),
  -- The office that asks.
  owner_office uuid not null references accounts.office (id),
  -- The office that answers is the one it is shared with.
  visibility text not null default 'shared' check (visibility = 'shared'),
  shared_with uuid[] not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'declined')),
  note text check (length(note) between 1 and 1000),
  asked_at timestamptz not null default now(),
  answered_at timestamptz
);
create unique index adoption_open on cities.adoption (city_id, owner_office) where state = 'asked';
create index adoption_by_owner on cities.adoption (owner_office);
create index adoption_by_answering on cities.adoption using gin (shared_with);
select platform.protect('cities.adoption');

-- The answer changes rows of two offices at once, so it is given here, by an editor of the steward alone.
create function cities.answer_adoption(p_adoption uuid, p_approved boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_adoption cities.adoption;
  v_steward uuid;
begin
  select a.* into v_adoption from cities.adoption a where a.id = p_adoption and a.state = 'asked' for update;
  select c.owner_office into v_steward from cities.city c where c.id = v_adoption.city_id for update;
  if v_steward is null or not v_steward = any (platform.writes()) then raise exception 'not the steward'; end if;
  update cities.adoption set state = case when p_approved then 'approved' else 'declined' end, answered_at = now() where id = p_adoption;
  if not p_approved then return; end if;
  update cities.city set owner_office = v_adoption.owner_office, office_id = v_adoption.owner_office, version = version + 1, updated_at = now()
    where id = v_adoption.city_id;
  update cities.name set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id;
  update cities.former_slug set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id;
  update cities.profile_entry set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id and owner_office = v_steward;
  update cities.published_entry set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id and owner_office = v_steward;
end $$;
revoke all on function cities.answer_adoption(uuid, boolean) from public;
grant execute on function cities.answer_adoption(uuid, boolean) to hansa_app;
