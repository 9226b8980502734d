-- Outcomes that come from a city, go to it, have it as a party, or have to do with one of the ties, as far as the actor may see them, found by indexes: asked of the
-- tables under their policies the database looks through all outcomes there are for each five hundred that an office has to answer.
create function outcomes.concerning(p_city uuid, p_ties uuid[]) returns setof uuid
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  with meant as materialized (
    select o.id from outcomes.outcome o where o.from_city = p_city
    union select o.id from outcomes.outcome o where o.to_city = p_city
    union select p.outcome_id from outcomes.party p where p.city_id = p_city
    union select a.outcome_id from outcomes.attribution a where a.subject_kind = 'tie' and a.subject_id = any (p_ties)
  )
  select o.id from meant join outcomes.outcome o on o.id = meant.id
  where o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads())
$$;
revoke all on function outcomes.concerning(uuid, uuid[]) from public;
grant execute on function outcomes.concerning(uuid, uuid[]) to hansa_app;
