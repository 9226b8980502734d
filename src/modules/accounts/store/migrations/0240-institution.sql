-- An institution's own sign-in (OpenID Connect): one identity there is one account here, and the other way round.
create unique index one_account_of_an_identity on sign_in."account" ("providerId", "accountId");
create unique index one_identity_of_an_account on sign_in."account" ("providerId", "userId");
-- Hansa asks a provider who somebody is, once, and nothing in their name afterwards: what would allow that is not kept.
alter table sign_in."account" add constraint keeps_no_tokens check ("accessToken" is null and "refreshToken" is null and "idToken" is null);

-- The identities of the one who acts, for the file of their own data.
create function accounts.own_identities() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('provider', i."providerId", 'identity', i."accountId", 'since', i."createdAt") order by i."createdAt"), '[]')
  from sign_in."account" i where i."userId" = platform.account()::text and i."providerId" <> 'credential'
$$;
revoke all on function accounts.own_identities() from public;
grant execute on function accounts.own_identities() to hansa_app;
