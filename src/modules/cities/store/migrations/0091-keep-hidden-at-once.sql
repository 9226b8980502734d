-- No use case puts the terms of a hidden city among the public ones: asked once for all rows of a statement. Whoever hides a city in the
-- same moment is waited for, and waits for whoever is writing its terms, so that neither misses the other.
drop trigger keeps_cities_hidden on platform.search_term;
create or replace function cities.keep_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_cities uuid[] := array(select distinct e.subject_id from entered e where e.kind = 'city');
  v_hidden uuid[];
begin
  if v_cities = '{}' then return null; end if;
  perform 1 from cities.city c where c.id = any (v_cities) order by c.id for share;
  v_hidden := array(select c.id from cities.city c where c.id = any (v_cities) and c.visibility <> 'public');
  if v_hidden <> '{}' then
    delete from platform.search_term t where t.kind = 'city' and t.subject_id = any (v_hidden);
  end if;
  return null;
end $$;
create trigger keeps_cities_hidden after insert on platform.search_term referencing new table as entered
  for each statement execute function cities.keep_hidden();
