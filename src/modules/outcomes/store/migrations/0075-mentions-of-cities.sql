-- An outcome names the cities it goes from and to, and those among its parties, to whoever sees the outcome.
create function outcomes.mention_cities(p_outcome uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v outcomes.outcome;
begin
  select o.* into v from outcomes.outcome o where o.id = p_outcome;
  if v.id is null then return; end if;
  perform cities.mention_by('outcome', v.id, v.owner_office, v.visibility, v.shared_with,
    case when v.withdrawn_at is not null then '{}'::uuid[] else array_remove(array[v.from_city, v.to_city]
      || array(select p.city_id from outcomes.party p where p.outcome_id = v.id and p.city_id is not null), null) end);
end $$;
grant execute on function outcomes.mention_cities(uuid) to hansa_app;

create function outcomes.mention_of_outcome() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform outcomes.mention_cities(new.id);
  return null;
end $$;
create trigger mentions_cities after insert or update on outcomes.outcome for each row execute function outcomes.mention_of_outcome();

create function outcomes.mention_of_party() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform outcomes.mention_cities(case when tg_op = 'DELETE' then old.outcome_id else new.outcome_id end);
  return null;
end $$;
create trigger mentions_cities after insert or update or delete on outcomes.party
  for each row execute function outcomes.mention_of_party();

select outcomes.mention_cities(o.id) from outcomes.outcome o;
