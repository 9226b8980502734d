-- Memberships and accounts can be disabled, a person can be erased, and the log names people by a pseudonym (docs/decisions/0026).

-- In the log a person goes by a name of its own. Whoever is erased leaves it behind: nothing then leads from it to them, and no sealed entry changes.
alter table accounts.account
  add column logged_as uuid not null default gen_random_uuid() unique,
  add column erased_at timestamptz,
  add constraint erased_is_disabled check (erased_at is null or disabled_at is not null);
alter table accounts.membership add column disabled_at timestamptz;
grant update (disabled_at) on accounts.membership to hansa_app;

-- As it was; a disabled membership gives no right.
create or replace function platform.begin_actor(p_account uuid, out account uuid, out offices uuid[], out roles text[])
language plpgsql security definer set search_path = pg_catalog as $$
begin
  select a.id into account from accounts.account a where a.id = p_account and a.disabled_at is null;
  select coalesce(array_agg(m.office order by m.since, m.office), '{}'), coalesce(array_agg(m.role order by m.since, m.office), '{}')
    into offices, roles from accounts.membership m where m.account = begin_actor.account and m.accepted_at is not null and m.disabled_at is null;
  perform set_config('hansa.account', coalesce(account::text, ''), true);
  perform set_config('hansa.reads', offices::text, true);
  perform set_config('hansa.writes', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r in ('editor', 'owner')), true);
  perform set_config('hansa.owns', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r = 'owner'), true);
end $$;

-- Whether an account may act in an office: what it made there (calendar addresses) ends with that.
create function accounts.acts_in(p_account uuid, p_office uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from accounts.account a where a.id = p_account and a.disabled_at is not null)
    and not exists (select 1 from accounts.membership m where m.account = p_account and m.office = p_office and m.disabled_at is not null)
$$;
revoke all on function accounts.acts_in(uuid, uuid) from public;

-- A session of a disabled account is nobody's, should one be left.
create or replace function sign_in.account_of_session(p_token text) returns uuid
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
  return (select a.id from accounts.account a where a.id = v_session."userId"::uuid and a.disabled_at is null);
end $$;

-- A UUIDv7 (RFC 9562), which PostgreSQL 16 has none of: the log is read in the order of its ids.
create function accounts.new_id() returns uuid language sql volatile set search_path = pg_catalog as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;
revoke all on function accounts.new_id() from public;

-- Whether somebody stands for a person that was erased.
create function accounts.is_former(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from accounts.account a where a.id = p_account and a.erased_at is not null)
$$;
revoke all on function accounts.is_former(uuid) from public;
grant execute on function accounts.is_former(uuid) to hansa_app;

-- The log's pseudonyms ------------------------------------------------------------------------------------------------
create function accounts.logged_as(p_account uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.logged_as from accounts.account a where a.id = p_account
$$;
revoke all on function accounts.logged_as(uuid) from public;
grant execute on function accounts.logged_as(uuid) to hansa_app;

create function accounts.name_by_pseudonym() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.account := coalesce(accounts.logged_as(new.account), new.account);
  new.subjects := array(select coalesce(accounts.logged_as(s.id), s.id) from unnest(new.subjects) with ordinality as s(id, place) order by s.place);
  return new;
end $$;
revoke all on function accounts.name_by_pseudonym() from public;
create trigger names_by_pseudonym before insert on accounts.audit_entry for each row execute function accounts.name_by_pseudonym();
alter policy enters on accounts.audit_entry with check (account is not distinct from accounts.logged_as(platform.account()));

-- Entries there are already get the pseudonyms, too. A chain that holds is sealed anew from its first entry, and one entry more keeps the hash it
-- ended with before: whoever has noted that finds it there. A chain that does not hold stays broken as it is.
create temporary table chain on commit drop as
select h.office, h.hash, coalesce(h.broken, c.broken, case when accounts.lacks_seal(h.office) then c.number + 1 end) is null as holds
from accounts.audit_head h, lateral accounts.check_seals(h.office, 0, '', '-infinity', null) c;
update accounts.audit_entry e set account = coalesce(accounts.logged_as(e.account), e.account),
  subjects = array(select coalesce(a.logged_as, s.id) from unnest(e.subjects) with ordinality as s(id, place)
    left join accounts.account a on a.id = s.id order by s.place)
where e.account is not null or e.subjects && array(select id from accounts.account);
delete from accounts.audit_seal s using chain c where c.office = s.office and c.holds;
update accounts.audit_head h set number = 0, hash = '', checked = 0, checked_hash = '', checked_latest = '-infinity', rechecked = 0
from chain c where c.office = h.office and c.holds;
insert into accounts.audit_unsealed select e.happened_at, e.office, e.id from accounts.audit_entry e join chain c on c.office = e.office and c.holds
on conflict do nothing;
insert into accounts.audit_entry (office, id, account, use_case, subjects, fields, digest, happened_at)
select c.office, accounts.new_id(), null, 'reseal-audit', array[c.office], array['seal'], c.hash, now()
from chain c where c.holds;
do $$ begin while accounts.seal_audit(100000) > 0 loop null; end loop; end $$;

-- The operator's door: the whole account -------------------------------------------------------------------------------
-- Its sessions, its password and its links end; enabled again, the person asks for a link.
create function accounts.disable_account(p_email text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_account uuid;
begin
  update accounts.account a set disabled_at = coalesce(a.disabled_at, now()) where a.email = lower(p_email) and a.erased_at is null returning a.id into v_account;
  delete from sign_in."verification" v where strpos(lower(v."value"), lower(p_email)) > 0 or v."value" = v_account::text;
  delete from sign_in."user" u where u."id" = v_account::text;
  insert into accounts.audit_entry (office, id, account, use_case, subjects, fields, happened_at)
  select m.office, accounts.new_id(), null, 'disable-account', array[v_account], array['account'], now() from accounts.membership m where m.account = v_account;
  return v_account is not null;
end $$;
revoke all on function accounts.disable_account(text) from public;

create function accounts.enable_account(p_email text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_account uuid;
begin
  update accounts.account a set disabled_at = null where a.email = lower(p_email) and a.erased_at is null returning a.id into v_account;
  insert into accounts.audit_entry (office, id, account, use_case, subjects, fields, happened_at)
  select m.office, accounts.new_id(), null, 'enable-account', array[v_account], array['account'], now() from accounts.membership m where m.account = v_account;
  return v_account is not null;
end $$;
revoke all on function accounts.enable_account(text) from public;

-- A person's own data ---------------------------------------------------------------------------------------------------
-- Columns that hold an account: by foreign key or by name; `goes` where the rows are the person's own and go with them, which the comment
-- of the column says.
create view accounts.person_column with (security_invoker = true) as
select format('%I.%I', n.nspname, t.relname) as table_name, a.attname::text as column_name,
  coalesce(pg_catalog.col_description(t.oid, a.attnum) = 'goes with the person', false) as goes
from pg_catalog.pg_class t join pg_catalog.pg_namespace n on n.oid = t.relnamespace join pg_catalog.pg_attribute a on a.attrelid = t.oid
where t.relkind in ('r', 'p') and not t.relispartition and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  and format('%I.%I', n.nspname, t.relname) not in ('accounts.account', 'accounts.audit_entry', 'accounts.membership')
  and (a.attname = 'account' or a.attname like '%\_by' or exists (
    select 1 from pg_catalog.pg_constraint k
    where k.contype = 'f' and k.conrelid = t.oid and k.confrelid = 'accounts.account'::regclass and a.attnum = any (k.conkey)));
grant select on accounts.person_column to hansa_backup;

-- Everything kept of the one who acts, as one document, without a secret that would open something: what is theirs in full; of what they have entered, which stays their offices', where it stands.
create function accounts.own_data() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  v_account accounts.account;
  v_kept record;
  v_rows jsonb;
  v_own jsonb := '{}';
  v_entered jsonb := '{}';
begin
  select * into v_account from accounts.account a where a.id = platform.account();
  if v_account.id is null then return null; end if;
  for v_kept in select * from accounts.person_column order by table_name, column_name loop
    if v_kept.goes then
      execute format('select coalesce(jsonb_agg(to_jsonb(t) - array[''token_hash'', ''off_token'', ''body_hash'', ''answer'']), ''[]'') from %s t where %I = $1', v_kept.table_name, v_kept.column_name)
        into v_rows using v_account.id;
      if v_rows <> '[]' then v_own := v_own || jsonb_build_object(v_kept.table_name, v_rows); end if;
    else
      execute format('select coalesce(jsonb_agg(coalesce(to_jsonb(t) ->> ''id'', to_jsonb(t) ->> ''participant_id'', to_jsonb(t) ->> ''outcome_id'', ''–'')), ''[]'') from %s t where %I = $1',
        v_kept.table_name, v_kept.column_name) into v_rows using v_account.id;
      if v_rows <> '[]' then v_entered := v_entered || jsonb_build_object(v_kept.table_name || '.' || v_kept.column_name, v_rows); end if;
    end if;
  end loop;
  return jsonb_build_object(
    'account', jsonb_build_object('id', v_account.id, 'email', v_account.email, 'name', v_account.name, 'language', v_account.language,
      'createdAt', v_account.created_at, 'loggedAs', v_account.logged_as),
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object('office', m.office, 'officeName', o.name, 'role', m.role, 'since', m.since,
        'invitedAs', m.invited_as, 'invitedAt', m.invited_at, 'acceptedAt', m.accepted_at, 'disabledAt', m.disabled_at) order by m.since), '[]')
      from accounts.membership m join accounts.office o on o.id = m.office where m.account = v_account.id),
    'signIn', jsonb_build_object(
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('since', s."createdAt", 'lastUsed', s."updatedAt", 'networkAddress', s."ipAddress", 'device', s."userAgent")), '[]')
        from sign_in."session" s where s."userId" = v_account.id::text),
      'hasPassword', exists (select 1 from sign_in."account" c where c."userId" = v_account.id::text and c."password" is not null)),
    -- When, not what: it tells of others, may hold what is shared with the person no more, and links that open something.
    'mail', (select coalesce(jsonb_agg(jsonb_build_object('writtenAt', m.written_at, 'sentAt', m.sent_at, 'language', m.language) order by m.written_at), '[]')
      from platform.mail m where m.recipient = v_account.email),
    'log', (select coalesce(jsonb_agg(jsonb_build_object('office', e.office, 'useCase', e.use_case, 'fields', e.fields, 'at', e.happened_at) order by e.id), '[]')
      from accounts.audit_entry e where e.account = v_account.logged_as),
    'own', v_own, 'entered', v_entered);
end $$;
revoke all on function accounts.own_data() from public;
grant execute on function accounts.own_data() to hansa_app;

-- Offices that would be left without an owner who can act; their owners wait, so that two do not leave at once.
create function accounts.sole_offices() returns table (office uuid, name jsonb)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform 1 from accounts.membership m where m.role = 'owner' and m.office in (select o.office from accounts.membership o where o.account = platform.account())
    order by m.office, m.account for update;
  return query
  select m.office, o.name from accounts.membership m join accounts.office o on o.id = m.office
  where m.account = platform.account() and m.role = 'owner' and m.accepted_at is not null and m.disabled_at is null and not exists (
    select 1 from accounts.membership b join accounts.account a on a.id = b.account
    where b.office = m.office and b.account <> m.account and b.role = 'owner' and b.accepted_at is not null and b.disabled_at is null and a.disabled_at is null)
  order by o.slug;
end $$;
revoke all on function accounts.sole_offices() from public;
grant execute on function accounts.sole_offices() to hansa_app;

-- Erases the one who acts. A former member takes their place wherever somebody must stand, under the pseudonym that the log knows: without
-- name, address or way in. What belongs to nobody but the person goes.
create function accounts.erase_own() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_account accounts.account;
  v_kept record;
begin
  select * into v_account from accounts.account a where a.id = platform.account() and a.erased_at is null for update;
  if v_account.id is null then raise exception 'nobody to erase' using errcode = '42501'; end if;
  if exists (select 1 from accounts.sole_offices()) then raise exception 'an office would be left without an owner' using errcode = '23514'; end if;
  delete from sign_in."verification" v where strpos(lower(v."value"), v_account.email) > 0 or v."value" = v_account.id::text;
  delete from sign_in."user" u where u."id" = v_account.id::text or u."email" = v_account.email;
  delete from platform.mail m where m.recipient = v_account.email or strpos(m.subject || m.body, v_account.email) > 0;
  delete from platform.idempotent_answer i where strpos(i.answer::text, v_account.email) > 0 or strpos(i.answer::text, v_account.id::text) > 0;
  delete from accounts.membership m where m.account = v_account.id or m.invited_at = v_account.email;
  update accounts.account a set logged_as = gen_random_uuid(), disabled_at = now() where a.id = v_account.id;
  insert into accounts.account (id, email, name, language, disabled_at, erased_at, logged_as)
  values (v_account.logged_as, v_account.logged_as || '@erased.invalid', '–', 'en', now(), now(), v_account.logged_as);
  for v_kept in select * from accounts.person_column loop
    if v_kept.goes then execute format('delete from %s where %I = $1', v_kept.table_name, v_kept.column_name) using v_account.id;
    else execute format('update %1$s set %2$I = $2 where %2$I = $1', v_kept.table_name, v_kept.column_name) using v_account.id, v_account.logged_as;
    end if;
  end loop;
  -- What waits in the queue or was done lately names them, too.
  if to_regclass('jobs.job') is not null then
    execute 'update jobs.job set data = replace(data::text, $1, $2)::jsonb where strpos(data::text, $1) > 0' using v_account.id::text, v_account.logged_as::text;
  end if;
  delete from accounts.account a where a.id = v_account.id;
end $$;
revoke all on function accounts.erase_own() from public;
grant execute on function accounts.erase_own() to hansa_app;

-- The address of the one who acts, for what other modules keep under it.
create function accounts.own_address() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select a.email from accounts.account a where a.id = platform.account()
$$;
revoke all on function accounts.own_address() from public;
grant execute on function accounts.own_address() to hansa_app;
