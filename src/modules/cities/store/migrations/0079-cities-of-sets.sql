-- Cities that a reference set names: thousands at once, seen by the set's office alone until the set is open.
alter table cities.mention drop constraint mention_by_kind_check,
  add constraint mention_by_kind_check check (by_kind in ('entry', 'office', 'adoption', 'profile', 'tie', 'agreement', 'outcome', 'set'));

-- Which cities stand for places of the gazetteer, hidden ones among them: one place is one city, whoever enters it.
create function cities.cities_of_places(p_geonames int[]) returns table (geonames_id int, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.geonames_id, c.id from unnest(p_geonames) as u(g) join cities.city c on c.geonames_id = u.g
$$;
revoke all on function cities.cities_of_places(int[]) from public;
grant execute on function cities.cities_of_places(int[]) to hansa_app;

-- Which of these ids are cities, and which addresses of those that begin so are taken: asked of hidden ones, too.
create function cities.known_among(p_cities uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select c.id from unnest(p_cities) as u(i) join cities.city c on c.id = u.i
$$;
revoke all on function cities.known_among(uuid[]) from public;
grant execute on function cities.known_among(uuid[]) to hansa_app;

create function cities.slugs_among(p_slugs text[]) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  with taken as (select c.slug from cities.city c union select f.slug from cities.former_slug f)
  select t.slug from taken t join unnest(p_slugs) as u(s) on u.s = t.slug
  union select t.slug from taken t join unnest(p_slugs) as u(s) on u.s = regexp_replace(t.slug, '-[0-9]+$', '')
$$;
revoke all on function cities.slugs_among(text[]) from public;
grant execute on function cities.slugs_among(text[]) to hansa_app;

-- Hands cities that the office has just recorded to the register office, where there is one.
create function cities.give_many_to_register(p_cities uuid[], p_office uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_register uuid;
begin
  if not p_office = any (platform.writes()) then raise exception 'not an editor' using errcode = '42501'; end if;
  select r.id into v_register from accounts.register_office r;
  if v_register is null or v_register = p_office then return; end if;
  update cities.city c set owner_office = v_register from unnest(p_cities) as u(i) where c.id = u.i and c.owner_office = p_office;
  update cities.name n set owner_office = v_register from unnest(p_cities) as u(i) where n.city_id = u.i and n.owner_office = p_office;
end $$;
revoke all on function cities.give_many_to_register(uuid[], uuid) from public;
grant execute on function cities.give_many_to_register(uuid[], uuid) to hansa_app;
