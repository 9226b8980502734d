-- The passkeys of the one who acts, for the file of their own data; a public key opens nothing, and its words are left out all the same.
create function accounts.own_passkeys() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', k."name", 'addedAt', k."createdAt") order by k."createdAt"), '[]')
  from sign_in."passkey" k where k."userId" = platform.account()::text
$$;
revoke all on function accounts.own_passkeys() from public;
grant execute on function accounts.own_passkeys() to hansa_app;
