-- Whether anything public names a city is written beside the city and its names, so that the many readers of public ones need not ask for
-- each. Where it says "public" something public names the city; where it does not, the mentions decide, as before.
alter table cities.city drop constraint city_visibility_check, alter column visibility set default 'private',
  add constraint city_visibility_check check (visibility in ('private', 'public'));
alter table cities.name drop constraint name_visibility_check, alter column visibility set default 'private',
  add constraint name_visibility_check check (visibility in ('private', 'public'));

update cities.city c set visibility = 'private'
  where not exists (select 1 from cities.mention m where m.city_id = c.id and m.visibility = 'public');
update cities.name n set visibility = c.visibility from cities.city c where c.id = n.city_id and c.visibility = 'private';

alter policy reads on cities.city using (visibility = 'public' or exists (select 1 from cities.mention m where m.city_id = id));
alter policy reads on cities.name using (visibility = 'public' or exists (select 1 from cities.mention m where m.city_id = name.city_id));

-- A name written later is as open as its city.
create function cities.open_name() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select c.visibility into new.visibility from cities.city c where c.id = new.city_id;
  return new;
end $$;
revoke all on function cities.open_name() from public;
create trigger is_as_open_as_its_city before insert on cities.name for each row execute function cities.open_name();

-- With its first public mention a city opens.
create function cities.open_mentioned() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_cities uuid[] := array(select distinct e.city_id from entered e join cities.city c on c.id = e.city_id
    where e.visibility = 'public' and c.visibility <> 'public' order by 1);
begin
  if v_cities = '{}' then return null; end if;
  perform 1 from cities.city c where c.id = any (v_cities) order by c.id for no key update;
  update cities.city c set visibility = 'public' where c.id = any (v_cities);
  update cities.name n set visibility = 'public' where n.city_id = any (v_cities);
  return null;
end $$;
revoke all on function cities.open_mentioned() from public;

-- With the last one it is hidden again, and leaves the public search. The lock comes before the question, so that of two who take the last
-- two away the second sees that none is left; it waits for whoever is naming the city in this moment, too. What they wrote is seen then,
-- because each statement of a function looks anew.
create function cities.hide_forgotten() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_cities uuid[] := array(select distinct g.city_id from gone g where g.visibility = 'public' order by 1);
begin
  if v_cities = '{}' then return null; end if;
  perform 1 from cities.city c where c.id = any (v_cities) order by c.id for update;
  v_cities := array(select u.c from unnest(v_cities) as u(c)
    where not exists (select 1 from cities.mention m where m.city_id = u.c and m.visibility = 'public'));
  update cities.city c set visibility = 'private' where c.id = any (v_cities);
  update cities.name n set visibility = 'private' where n.city_id = any (v_cities);
  delete from platform.search_term t where t.kind = 'city' and t.subject_id = any (v_cities);
  return null;
end $$;
revoke all on function cities.hide_forgotten() from public;

drop trigger forgets_hidden on cities.mention;
drop function cities.forget_hidden();
create trigger opens_on_insert after insert on cities.mention referencing new table as entered
  for each statement execute function cities.open_mentioned();
create trigger opens_on_update after update on cities.mention referencing new table as entered
  for each statement execute function cities.open_mentioned();
create trigger hides_on_update after update on cities.mention referencing old table as gone
  for each statement execute function cities.hide_forgotten();
create trigger hides_on_delete after delete on cities.mention referencing old table as gone
  for each statement execute function cities.hide_forgotten();

create or replace function cities.keep_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from cities.city c where c.id = new.subject_id and c.visibility <> 'public') then return null; end if;
  return new;
end $$;
