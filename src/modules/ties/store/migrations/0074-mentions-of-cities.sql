-- A tie that an office keeps names both its cities, an agreement the cities among its parties, to whoever sees the tie or agreement.
create function ties.mention_kept() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.mention_by('tie', new.id, new.owner_office, new.visibility, new.shared_with,
    case when new.withdrawn_at is null then array[new.a_city, new.b_city] else '{}' end);
  return null;
end $$;
create trigger mentions_cities after insert or update on ties.keeping for each row execute function ties.mention_kept();

create function ties.cities_in(p_parties jsonb) returns uuid[] language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg((p ->> 'id')::uuid), '{}') from jsonb_array_elements(p_parties) as u(p) where p ->> 'kind' = 'city'
$$;
grant execute on function ties.cities_in(jsonb) to hansa_app;
create function ties.mention_agreed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.mention_by('agreement', new.id, new.owner_office, new.visibility, new.shared_with,
    case when new.withdrawn_at is null then ties.cities_in(new.parties) else '{}' end);
  return null;
end $$;
create trigger mentions_cities after insert or update on ties.agreement for each row execute function ties.mention_agreed();

select cities.mention_by('tie', k.id, k.owner_office, k.visibility, k.shared_with, array[k.a_city, k.b_city])
  from ties.keeping k where k.withdrawn_at is null;
select cities.mention_by('agreement', a.id, a.owner_office, a.visibility, a.shared_with, ties.cities_in(a.parties))
  from ties.agreement a where a.withdrawn_at is null;
