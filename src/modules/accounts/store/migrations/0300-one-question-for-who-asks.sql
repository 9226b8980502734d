-- Every request begins with who asks. What that costs is paid by each answer, so it is found out in as few questions as can be.

-- As it was, in one query instead of four for the offices of a person, and one for the settings.
create or replace function platform.begin_actor(p_account uuid, out account uuid, out holder text, out offices uuid[], out roles text[])
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_writes uuid[];
  v_owns uuid[];
begin
  select a.id, a.holder, coalesce(array_agg(m.office) filter (where m.office is not null), '{}'),
      coalesce(array_agg(m.role) filter (where m.office is not null), '{}'),
      coalesce(array_agg(m.office) filter (where m.role in ('editor', 'owner')), '{}'),
      coalesce(array_agg(m.office) filter (where m.role = 'owner'), '{}')
    into account, holder, offices, roles, v_writes, v_owns
    from accounts.account a
    left join lateral (
      select o.office, o.role from accounts.membership o
      where o.account = a.id and a.holder = 'person' and o.accepted_at is not null and o.disabled_at is null order by o.since, o.office
    ) m on true
    where a.id = p_account and a.disabled_at is null group by a.id, a.holder;
  if holder is distinct from 'person' then
    offices := '{}'; roles := '{}'; v_writes := '{}'; v_owns := '{}';
    if holder is not null then
      select array[t.office], array[t.role], case when t.role = 'editor' then array[t.office] else '{}' end into offices, roles, v_writes
        from accounts.access_token t where t.account = begin_actor.account and t.revoked_at is null and t.expires_at > now();
      if not found then
        account := null; holder := null; offices := '{}'; roles := '{}'; v_writes := '{}';
      end if;
    end if;
  end if;
  perform set_config('hansa.account', coalesce(account::text, ''), true), set_config('hansa.reads', offices::text, true),
    set_config('hansa.writes', v_writes::text, true), set_config('hansa.owns', v_owns::text, true);
end $$;

-- The same for a session that was found before and may be over by now, or is to be renewed (sign_in.open_session): then the transaction is
-- nobody's, and the server looks it up. A session is named by its id, which, other than its token, opens nothing.
create function platform.begin_session(p_session text, p_account uuid, out account uuid, out holder text, out offices uuid[], out roles text[])
language sql security definer set search_path = pg_catalog as $$
  select * from platform.begin_actor((
    select s."userId"::uuid from sign_in."session" s where s."id" = p_session and s."userId" = p_account::text and s."expiresAt" > now()
      and not (s."updatedAt" <= now() - interval '1 day' and s."expiresAt" - s."updatedAt" > interval '2 days')))
$$;
revoke all on function platform.begin_session(text, uuid) from public;
grant execute on function platform.begin_session(text, uuid) to hansa_app;

-- As sign_in.account_of_session has it, with the session's id.
create function sign_in.open_session(p_token text, out session text, out account uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_session sign_in."session";
begin
  select * into v_session from sign_in."session" s where s."token" = p_token;
  if v_session."expiresAt" <= now() then
    delete from sign_in."session" s where s."id" = v_session."id";
    return;
  end if;
  if v_session."updatedAt" <= now() - interval '1 day' and v_session."expiresAt" - v_session."updatedAt" > interval '2 days' then
    update sign_in."session" s set "expiresAt" = now() + interval '14 days', "updatedAt" = now()
      where s."id" = (select o."id" from sign_in."session" o where o."id" = v_session."id" for update skip locked);
  end if;
  select v_session."id", a.id into session, account from accounts.account a where a.id = v_session."userId"::uuid and a.disabled_at is null;
end $$;
revoke all on function sign_in.open_session(text) from public;
grant execute on function sign_in.open_session(text) to hansa_auth;

-- For a server of before that runs while this one begins.
create or replace function sign_in.account_of_session(p_token text) returns uuid
language sql security definer set search_path = pg_catalog as $$ select o.account from sign_in.open_session(p_token) o $$;
