-- The account of a session that lives, by its token (better-auth's, checked by the server that signed its cookie); null where there is
-- none. As better-auth has it: one that has run out is removed, and one that was to be remembered lasts two weeks from its last day of use.
-- Two requests may find it a day old at once: the second does not wait for the first one's transaction.
create function sign_in.account_of_session(p_token text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_session sign_in."session";
begin
  select * into v_session from sign_in."session" s where s."token" = p_token;
  if v_session."expiresAt" <= now() then
    delete from sign_in."session" s where s."id" = v_session."id";
    return null;
  end if;
  if v_session."updatedAt" <= now() - interval '1 day' and v_session."expiresAt" - v_session."updatedAt" > interval '2 days' then
    update sign_in."session" s set "expiresAt" = now() + interval '14 days', "updatedAt" = now()
      where s."id" = (select o."id" from sign_in."session" o where o."id" = v_session."id" for update skip locked);
  end if;
  return v_session."userId"::uuid;
end $$;
revoke all on function sign_in.account_of_session(text) from public;
grant execute on function sign_in.account_of_session(text) to hansa_auth;
