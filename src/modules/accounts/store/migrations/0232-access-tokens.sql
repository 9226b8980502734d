-- Who acts need not be a person: the holder of an access token (RFC 6750) acts for one office, a program by an API key, a company's contact by
-- a personal link. Each has an account of its own (service account), so that what it enters, its log and its repeated requests are told apart
-- like a person's (docs/decisions/0027).
alter table accounts.account add column holder text not null default 'person' check (holder in ('person', 'key', 'link'));

create table accounts.access_token (
  account uuid primary key references accounts.account,
  holder text not null check (holder in ('key', 'link')),
  -- The office it acts for, with this role; and the one that has given it and may revoke it.
  office uuid not null references accounts.office,
  role text not null check (role in ('editor', 'viewer')),
  owner_office uuid not null references accounts.office,
  -- The modules of the API that it opens; all of them where there is no list.
  modules text[] check (cardinality(modules) > 0),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid not null references accounts.account,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  revoked_at timestamptz,
  revoked_by uuid references accounts.account,
  last_used_at timestamptz,
  check (holder = 'link' or owner_office = office),
  check (holder = 'key' or modules is null),
  check ((revoked_at is null) = (revoked_by is null))
);
create index access_token_of on accounts.access_token (owner_office, created_at desc);
create index access_token_for on accounts.access_token (office);
alter table accounts.access_token enable row level security;
alter table accounts.access_token force row level security;
-- An office's owners govern its keys; links are its editors' work.
create policy reads on accounts.access_token for select to hansa_app using (
  owner_office = any ((select platform.owns())::uuid[]) or (holder = 'link' and owner_office = any ((select platform.writes())::uuid[])));
create policy enters on accounts.access_token for insert to hansa_app with check (false);
create policy changes on accounts.access_token for update to hansa_app using (
  owner_office = any ((select platform.owns())::uuid[]) or (holder = 'link' and owner_office = any ((select platform.writes())::uuid[])))
with check (
  owner_office = any ((select platform.owns())::uuid[]) or (holder = 'link' and owner_office = any ((select platform.writes())::uuid[])));
create policy withdraws on accounts.access_token for delete to hansa_app using (false);
grant select on accounts.access_token to hansa_app;
grant update (revoked_at, revoked_by) on accounts.access_token to hansa_app;
select platform.back_up('accounts.access_token');

-- Whose token it is: colleagues of the office it acts for, and of the one that gave it, see its name.
create or replace function accounts.colleague(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from accounts.membership m where m.account = p_account and m.accepted_at is not null and m.office = any (platform.reads()))
    or exists (select 1 from accounts.access_token t where t.account = p_account and array[t.office, t.owner_office] && platform.reads())
$$;

-- What a token's holder made beside it (calendar addresses) ends with it.
create or replace function accounts.acts_in(p_account uuid, p_office uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from accounts.account a where a.id = p_account and a.disabled_at is not null)
    and not exists (select 1 from accounts.membership m where m.account = p_account and m.office = p_office and m.disabled_at is not null)
    and not exists (select 1 from accounts.access_token t where t.account = p_account and (t.revoked_at is not null or t.expires_at <= now()))
$$;

-- As it was, and the holder of a token, as long as that is neither revoked nor over. A token has no other office than its own.
drop function platform.begin_actor(uuid);
create function platform.begin_actor(p_account uuid, out account uuid, out holder text, out offices uuid[], out roles text[])
language plpgsql security definer set search_path = pg_catalog as $$
begin
  select a.id, a.holder into account, holder from accounts.account a where a.id = p_account and a.disabled_at is null;
  if holder is null or holder = 'person' then
    select coalesce(array_agg(m.office order by m.since, m.office), '{}'), coalesce(array_agg(m.role order by m.since, m.office), '{}')
      into offices, roles from accounts.membership m where m.account = begin_actor.account and m.accepted_at is not null and m.disabled_at is null;
  else
    select array[t.office], array[t.role] into offices, roles from accounts.access_token t
    where t.account = begin_actor.account and t.revoked_at is null and t.expires_at > now();
    if not found then
      account := null; holder := null; offices := '{}'; roles := '{}';
    end if;
  end if;
  perform set_config('hansa.account', coalesce(account::text, ''), true);
  perform set_config('hansa.reads', offices::text, true);
  perform set_config('hansa.writes', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r in ('editor', 'owner')), true);
  perform set_config('hansa.owns', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r = 'owner'), true);
end $$;
revoke all on function platform.begin_actor(uuid) from public;
grant execute on function platform.begin_actor(uuid) to hansa_app;

-- Makes a token and its account; called by functions that have asked who may. Its address reaches nobody.
create function accounts.issue_token(p_account uuid, p_holder text, p_office uuid, p_role text, p_owner_office uuid, p_modules text[], p_name text,
  p_hash text, p_expires_at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into accounts.account (id, email, name, holder) values (p_account, p_account || '@token.invalid', p_name, p_holder);
  insert into accounts.access_token (account, holder, office, role, owner_office, modules, token_hash, created_by, expires_at)
  values (p_account, p_holder, p_office, p_role, p_owner_office, p_modules, p_hash, platform.account(), p_expires_at);
$$;
revoke all on function accounts.issue_token(uuid, text, uuid, text, uuid, text[], text, text, timestamptz) from public;

-- An API key of an office, made by one of its owners, who are people.
create function accounts.issue_key(p_account uuid, p_office uuid, p_role text, p_modules text[], p_name text, p_hash text, p_expires_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_office = any (platform.owns())) then raise exception 'not an owner of the office' using errcode = '42501'; end if;
  perform accounts.issue_token(p_account, 'key', p_office, p_role, p_office, p_modules, p_name, p_hash, p_expires_at);
end $$;
revoke all on function accounts.issue_key(uuid, uuid, text, text[], text, text, timestamptz) from public;
grant execute on function accounts.issue_key(uuid, uuid, text, text[], text, text, timestamptz) to hansa_app;

-- What a token opens, by its hash: null for one that there is not; its last use is noted once a minute.
create function accounts.open_token(p_hash text, out account uuid, out holder text, out state text, out writes boolean, out modules text[])
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_token accounts.access_token;
begin
  select * into v_token from accounts.access_token t where t.token_hash = p_hash;
  if not found then return; end if;
  account := v_token.account;
  holder := v_token.holder;
  writes := v_token.role = 'editor';
  modules := v_token.modules;
  state := case when v_token.revoked_at is not null then 'revoked' when v_token.expires_at <= now() then 'expired' else 'valid' end;
  if state = 'valid' and coalesce(v_token.last_used_at <= now() - interval '1 minute', true) then
    update accounts.access_token t set last_used_at = now() where t.account = (
      select o.account from accounts.access_token o where o.account = v_token.account for update skip locked);
  end if;
end $$;
revoke all on function accounts.open_token(text) from public;
grant execute on function accounts.open_token(text) to hansa_auth;
