-- Who sees a city: whoever sees something that names it. A city that an office names to itself alone is on nobody else's list, page,
-- map or search; it becomes public with the first public thing that names it, and hidden again with the last.
create table cities.mention (
  city_id uuid not null references cities.city (id),
  -- What names it: an entry in the register, the city's own office, a request to adopt it, a published profile; a tie, an agreement,
  -- an outcome, each kept up by its own module.
  by_kind text not null check (by_kind in ('entry', 'office', 'adoption', 'profile', 'tie', 'agreement', 'outcome')),
  by_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  mentioned_at timestamptz not null default now(),
  primary key (city_id, by_kind, by_id)
);
create index mention_by_thing on cities.mention (by_kind, by_id);
create index mention_by_owner on cities.mention (owner_office);
create index mention_public on cities.mention (city_id) where visibility = 'public';
select platform.protect('cities.mention');

alter policy reads on cities.city using (exists (select 1 from cities.mention m where m.city_id = id));
alter policy reads on cities.name using (exists (select 1 from cities.mention m where m.city_id = name.city_id));
alter policy reads on cities.former_slug using (exists (select 1 from cities.mention m where m.city_id = former_slug.city_id));

-- Says which cities a thing names, and to whom; those it named before and names no more are forgotten.
create function cities.mention_by(p_kind text, p_id uuid, p_owner uuid, p_visibility text, p_shared uuid[], p_cities uuid[]) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  delete from cities.mention m where m.by_kind = p_kind and m.by_id = p_id and m.city_id <> all (p_cities);
  insert into cities.mention as m (city_id, by_kind, by_id, owner_office, visibility, shared_with)
    select distinct c, p_kind, p_id, p_owner, p_visibility, p_shared from unnest(p_cities) as u(c) where c is not null
    on conflict (city_id, by_kind, by_id) do update
      set owner_office = excluded.owner_office, visibility = excluded.visibility, shared_with = excluded.shared_with
      where (m.owner_office, m.visibility, m.shared_with) is distinct from (excluded.owner_office, excluded.visibility, excluded.shared_with);
end $$;
grant execute on function cities.mention_by(text, uuid, uuid, text, uuid[], uuid[]) to hansa_app;

-- With the last public mention its terms leave the public search, whichever use case took it away.
create function cities.forget_hidden() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select 1 from cities.mention m where m.city_id = old.city_id and m.visibility = 'public') then
    delete from platform.search_term t where t.kind = 'city' and t.subject_id = old.city_id;
  end if;
  return null;
end $$;
create trigger forgets_hidden after delete or update on cities.mention
  for each row when (old.visibility = 'public') execute function cities.forget_hidden();

-- No use case puts the terms of a hidden city among the public ones.
create function cities.keep_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from cities.city c where c.id = new.subject_id)
    and not exists (select 1 from cities.mention m where m.city_id = new.subject_id and m.visibility = 'public') then
    return null;
  end if;
  return new;
end $$;
revoke all on function cities.keep_hidden() from public;
create trigger keeps_cities_hidden before insert on platform.search_term
  for each row when (new.kind = 'city') execute function cities.keep_hidden();

-- What of this module names a city: the city's own office, a request to adopt it, a published profile.
create function cities.mention_office() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.mention_by('office', new.office_id, new.owner_office, 'public', '{}', array[new.id]);
  return null;
end $$;
create trigger mentions_office after insert or update of office_id on cities.city
  for each row when (new.office_id is not null) execute function cities.mention_office();

create function cities.mention_adoption() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.mention_by('adoption', new.id, new.owner_office, 'shared', new.shared_with,
    case when new.state = 'asked' then array[new.city_id] else '{}' end);
  return null;
end $$;
create trigger mentions_adoption after insert or update of state on cities.adoption for each row execute function cities.mention_adoption();

create function cities.mention_profile() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    perform cities.mention_by('profile', old.id, old.owner_office, 'private', '{}', '{}');
  else
    perform cities.mention_by('profile', new.id, new.owner_office, 'public', '{}', array[new.city_id]);
  end if;
  return null;
end $$;
create trigger mentions_profile after insert or update or delete on cities.published_entry
  for each row execute function cities.mention_profile();

-- Whether an address is taken is asked of hidden cities, too.
create function cities.slugs_like(p_slug text) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select c.slug from cities.city c where starts_with(c.slug, p_slug)
  union select f.slug from cities.former_slug f where starts_with(f.slug, p_slug)
$$;
revoke all on function cities.slugs_like(text) from public;
grant execute on function cities.slugs_like(text) to hansa_app;

-- One place is one city, whoever enters it: a later office comes to the row of an earlier one and cannot tell that it was there.
create function cities.hidden_city(p_geonames int) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select c.id from cities.city c where c.geonames_id = p_geonames
    and not exists (select 1 from cities.mention m where m.city_id = c.id and m.visibility = 'public')
$$;
revoke all on function cities.hidden_city(int) from public;
grant execute on function cities.hidden_city(int) to hansa_app;

-- Whoever enters a hidden city for everybody says what it is called.
create function cities.take_hidden(p_geonames int, p_office uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_city uuid;
begin
  if not p_office = any (platform.writes()) then raise exception 'not an editor' using errcode = '42501'; end if;
  select c.id into v_city from cities.city c where c.id = cities.hidden_city(p_geonames) for update;
  if v_city is null then return null; end if;
  update cities.city set owner_office = p_office where id = v_city;
  update cities.name set owner_office = p_office where city_id = v_city;
  return v_city;
end $$;
revoke all on function cities.take_hidden(int, uuid) from public;
grant execute on function cities.take_hidden(int, uuid) to hansa_app;

-- What is on record: a city that somebody has named by hand was entered for everybody; one that came in with a list, under the
-- gazetteer's name alone, is seen by whoever sees what names it.
insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility)
  select c.id, 'entry', c.owner_office, c.owner_office, 'public' from cities.city c
  where exists (select 1 from cities.name n where n.city_id = c.id and n.origin = 'human');
insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility)
  select c.id, 'office', c.office_id, c.owner_office, 'public' from cities.city c where c.office_id is not null;
insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility, shared_with)
  select a.city_id, 'adoption', a.id, a.owner_office, 'shared', a.shared_with from cities.adoption a where a.state = 'asked';
insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility)
  select p.city_id, 'profile', p.id, p.owner_office, 'public' from cities.published_entry p;
