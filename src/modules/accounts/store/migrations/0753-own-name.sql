-- The name of the one who acts, for what other modules say of people in somebody's words.
create function accounts.own_name() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select a.name from accounts.account a where a.id = platform.account()
$$;
revoke all on function accounts.own_name() from public;
grant execute on function accounts.own_name() to hansa_app;
