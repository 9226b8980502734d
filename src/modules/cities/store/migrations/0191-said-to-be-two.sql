-- Of pairs that a net takes for one city it must be known, whoever asks, which the register office has said to be two; the reason stays with it.
create function cities.said_two(p_cities uuid[]) returns table (a uuid, b uuid)
language sql stable security definer set search_path = pg_catalog as
$$ select v.a_city, v.b_city from cities.verdict v where v.verdict = 'two' and v.a_city = any (p_cities) and v.b_city = any (p_cities)
   and v.owner_office = (select r.id from accounts.register_office r) $$;
revoke all on function cities.said_two(uuid[]) from public;
grant execute on function cities.said_two(uuid[]) to hansa_app;
