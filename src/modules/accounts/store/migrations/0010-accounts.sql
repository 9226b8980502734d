-- Accounts, offices, memberships and the audit log.
create schema accounts;
grant usage on schema accounts to hansa_app, hansa_backup;

create table accounts.account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) between 1 and 200),
  language text not null default 'en' check (language in ('en', 'zh-Hans')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table accounts.office (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  kind text not null check (kind in ('city', 'organiser', 'chamber', 'company')),
  created_at timestamptz not null default now(),
  version int not null default 1
);

create table accounts.membership (
  office uuid not null references accounts.office,
  account uuid not null references accounts.account,
  role text not null check (role in ('owner', 'editor', 'viewer')),
  since timestamptz not null default now(),
  -- Name and address the office knows the person by until they accept; it learns nothing of an account that exists already.
  invited_as text,
  invited_at text,
  accepted_at timestamptz,
  primary key (office, account)
);
create index membership_account on accounts.membership (account);

-- Who acts is derived here, from the account alone; the answer is bound to the transaction and read by every policy.
create function platform.begin_actor(p_account uuid, out account uuid, out offices uuid[], out roles text[])
language plpgsql security definer set search_path = pg_catalog as $$
begin
  select a.id into account from accounts.account a where a.id = p_account and a.disabled_at is null;
  select coalesce(array_agg(m.office order by m.since, m.office), '{}'), coalesce(array_agg(m.role order by m.since, m.office), '{}')
    into offices, roles from accounts.membership m where m.account = begin_actor.account and m.accepted_at is not null;
  perform set_config('hansa.account', coalesce(account::text, ''), true);
  perform set_config('hansa.reads', offices::text, true);
  perform set_config('hansa.writes', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r in ('editor', 'owner')), true);
  perform set_config('hansa.owns', (select coalesce(array_agg(o), '{}')::text from unnest(offices, roles) as u(o, r) where r = 'owner'), true);
end $$;
revoke all on function platform.begin_actor(uuid) from public;
grant execute on function platform.begin_actor(uuid) to hansa_app;

-- Whether two accounts share an office: colleagues may see each other's name and address, nobody else may.
create function accounts.colleague(p_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from accounts.membership m where m.account = p_account and m.accepted_at is not null and m.office = any (platform.reads()))
$$;
revoke all on function accounts.colleague(uuid) from public;
grant execute on function accounts.colleague(uuid) to hansa_app;

alter table accounts.account enable row level security;
alter table accounts.account force row level security;
create policy reads on accounts.account for select to hansa_app using (id = platform.account() or accounts.colleague(id));
create policy enters on accounts.account for insert to hansa_app with check (false);
create policy changes on accounts.account for update to hansa_app using (id = platform.account()) with check (id = platform.account());
create policy withdraws on accounts.account for delete to hansa_app using (false);
grant select on accounts.account to hansa_app;
grant update (name, language) on accounts.account to hansa_app;

-- An office's name is public: it stands on what the office publishes.
alter table accounts.office enable row level security;
alter table accounts.office force row level security;
create policy reads on accounts.office for select to hansa_app using (true);
create policy enters on accounts.office for insert to hansa_app with check (false);
create policy changes on accounts.office for update to hansa_app using (id = any ((select platform.owns())::uuid[])) with check (id = any ((select platform.owns())::uuid[]));
create policy withdraws on accounts.office for delete to hansa_app using (false);
grant select, update on accounts.office to hansa_app;

alter table accounts.membership enable row level security;
alter table accounts.membership force row level security;
create policy reads on accounts.membership for select to hansa_app using (account = platform.account() or office = any ((select platform.reads())::uuid[]));
create policy enters on accounts.membership for insert to hansa_app with check (false);
create policy changes on accounts.membership for update to hansa_app using (office = any ((select platform.owns())::uuid[])) with check (office = any ((select platform.owns())::uuid[]));
create policy withdraws on accounts.membership for delete to hansa_app using (office = any ((select platform.owns())::uuid[]) or account = platform.account());
grant select, insert, delete on accounts.membership to hansa_app;
grant update (role) on accounts.membership to hansa_app;

-- The audit log: entries are added by the app role and never changed; a job seals them into one hash chain per office.
create table accounts.audit_entry (
  office uuid not null references accounts.office,
  id uuid not null,
  account uuid,
  use_case text not null,
  subjects uuid[] not null,
  fields text[] not null,
  digest text,
  happened_at timestamptz not null,
  primary key (office, id)
);
create index audit_entry_time on accounts.audit_entry (office, happened_at desc, id desc);
alter table accounts.audit_entry enable row level security;
alter table accounts.audit_entry force row level security;
create policy reads on accounts.audit_entry for select to hansa_app using (office = any ((select platform.owns())::uuid[]));
create policy enters on accounts.audit_entry for insert to hansa_app with check (account is not distinct from platform.account());
create policy changes on accounts.audit_entry for update to hansa_app using (false);
create policy withdraws on accounts.audit_entry for delete to hansa_app using (false);
grant select, insert on accounts.audit_entry to hansa_app;

create table accounts.audit_seal (
  office uuid not null,
  number int not null,
  entry uuid not null,
  hash text not null,
  sealed_at timestamptz not null default now(),
  primary key (office, number),
  unique (office, entry),
  foreign key (office, entry) references accounts.audit_entry (office, id)
);
alter table accounts.audit_seal enable row level security;
alter table accounts.audit_seal force row level security;
create policy reads on accounts.audit_seal for select to hansa_app using (office = any ((select platform.owns())::uuid[]));
create policy enters on accounts.audit_seal for insert to hansa_app with check (false);
create policy changes on accounts.audit_seal for update to hansa_app using (false);
create policy withdraws on accounts.audit_seal for delete to hansa_app using (false);
grant select on accounts.audit_seal to hansa_app;

-- The last seal of each office, kept apart: a chain that was cut short no longer reaches it.
create table accounts.audit_head (
  office uuid primary key references accounts.office,
  number int not null,
  hash text not null
);
alter table accounts.audit_head enable row level security;
alter table accounts.audit_head force row level security;
create policy reads on accounts.audit_head for select to hansa_app using (office = any ((select platform.owns())::uuid[]));
create policy enters on accounts.audit_head for insert to hansa_app with check (false);
create policy changes on accounts.audit_head for update to hansa_app using (false);
create policy withdraws on accounts.audit_head for delete to hansa_app using (false);
grant select on accounts.audit_head to hansa_app;

-- The hash covers the seal before and every field of the entry, so a changed, removed, inserted or moved entry shows.
create function accounts.audit_hash(p_before text, e accounts.audit_entry) returns text
language sql stable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(concat_ws('|', p_before, e.office, e.id, coalesce(e.account::text, '-'), e.use_case, e.subjects::text, e.fields::text,
    coalesce(e.digest, '-'), extract(epoch from e.happened_at)::text), 'UTF8')), 'hex')
$$;

-- Seals every entry older than two seconds (a slower transaction may still commit an earlier one; it is sealed next time).
create function accounts.seal_audit() returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_entry accounts.audit_entry;
  v_last accounts.audit_seal;
  v_hash text;
  v_count int := 0;
begin
  perform pg_advisory_xact_lock(7204102);
  for v_entry in
    select e.* from accounts.audit_entry e
    where e.happened_at < now() - interval '2 seconds'
      and not exists (select 1 from accounts.audit_seal s where s.office = e.office and s.entry = e.id)
    order by e.office, e.happened_at, e.id
  loop
    select * into v_last from accounts.audit_seal s where s.office = v_entry.office order by s.number desc limit 1;
    v_hash := accounts.audit_hash(coalesce(v_last.hash, ''), v_entry);
    insert into accounts.audit_seal (office, number, entry, hash) values (v_entry.office, coalesce(v_last.number, 0) + 1, v_entry.id, v_hash);
    insert into accounts.audit_head (office, number, hash) values (v_entry.office, coalesce(v_last.number, 0) + 1, v_hash)
    on conflict (office) do update set number = excluded.number, hash = excluded.hash;
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
revoke all on function accounts.seal_audit() from public;
grant execute on function accounts.seal_audit() to hansa_app;

-- Checks an office's chain from its first seal; answers the number of the first seal that does not hold, or null. A transaction
-- may commit later than one that began after it, but not by ten minutes: an entry that much older than one before it was put in.
create function accounts.first_broken_seal(p_office uuid) returns int
language plpgsql security definer stable set search_path = pg_catalog as $$
declare
  v_seal accounts.audit_seal;
  v_entry accounts.audit_entry;
  v_head accounts.audit_head;
  v_before text := '';
  v_number int := 0;
  v_latest timestamptz := '-infinity';
begin
  if not (p_office = any (platform.owns())) then return null; end if;
  for v_seal in select * from accounts.audit_seal s where s.office = p_office order by s.number loop
    v_number := v_number + 1;
    select * into v_entry from accounts.audit_entry e where e.office = v_seal.office and e.id = v_seal.entry;
    if v_seal.number <> v_number or v_entry is null or v_seal.hash <> accounts.audit_hash(v_before, v_entry)
      or v_entry.happened_at < v_latest - interval '10 minutes' then return v_number; end if;
    v_before := v_seal.hash;
    v_latest := greatest(v_latest, v_entry.happened_at);
  end loop;
  select * into v_head from accounts.audit_head h where h.office = p_office;
  if coalesce(v_head.number, 0) <> v_number or coalesce(v_head.hash, '') <> v_before then return v_number + 1; end if;
  if exists (select 1 from accounts.audit_entry e where e.office = p_office and e.happened_at < v_latest - interval '10 minutes'
    and not exists (select 1 from accounts.audit_seal s where s.office = e.office and s.entry = e.id)) then return v_number + 1; end if;
  return null;
end $$;
revoke all on function accounts.first_broken_seal(uuid) from public;
grant execute on function accounts.first_broken_seal(uuid) to hansa_app;

-- The operator's door: an office and its first owner are made by a script or the demo world, never by a request.
create function accounts.found_office(p_id uuid, p_slug text, p_name jsonb, p_kind text, p_account uuid, p_email text, p_person text, p_language text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into accounts.office (id, slug, name, kind) values (p_id, p_slug, p_name, p_kind);
  insert into accounts.account (id, email, name, language) values (p_account, lower(p_email), p_person, p_language) on conflict (id) do nothing;
  insert into accounts.membership (office, account, role, accepted_at) values (p_id, p_account, 'owner', now());
  insert into accounts.audit_entry (office, id, account, use_case, subjects, fields, happened_at)
  values (p_id, p_id, null, 'found-office', array[p_id, p_account], array['name', 'kind', 'owner'], now());
end $$;
revoke all on function accounts.found_office(uuid, text, jsonb, text, uuid, text, text, text) from public;

-- An owner invites by address. Whether the address was known before is not told: the answer is alike, and everybody accepts for themselves.
create function accounts.invite(p_office uuid, p_email text, p_person text, p_language text, p_role text, p_new_account uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_account uuid;
begin
  if not (p_office = any (platform.owns())) then raise exception 'not an owner' using errcode = '42501'; end if;
  insert into accounts.account (id, email, name, language) values (p_new_account, lower(p_email), p_person, p_language) on conflict (email) do nothing;
  select a.id into v_account from accounts.account a where a.email = lower(p_email);
  insert into accounts.membership (office, account, role, invited_as, invited_at) values (p_office, v_account, p_role, p_person, lower(p_email))
  on conflict (office, account) do update set role = excluded.role;
  return v_account;
end $$;
revoke all on function accounts.invite(uuid, text, text, text, text, uuid) from public;
grant execute on function accounts.invite(uuid, text, text, text, text, uuid) to hansa_app;

-- The sign-in role may learn for whom an address stands, so that a one-time link reaches invited people only.
grant usage on schema accounts to hansa_auth;
create function accounts.account_of_email(p_email text) returns table (id uuid, name text, language text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.name, a.language from accounts.account a where a.email = lower(p_email) and a.disabled_at is null
$$;
revoke all on function accounts.account_of_email(text) from public;
grant execute on function accounts.account_of_email(text) to hansa_auth;

select platform.back_up(t) from unnest(array['accounts.account', 'accounts.office', 'accounts.membership', 'accounts.audit_entry', 'accounts.audit_seal', 'accounts.audit_head']::regclass[]) as t;

-- One accepts for oneself; a declined invitation is removed by the policy for one's own memberships.
create function accounts.accept_invitation(p_office uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update accounts.membership m set accepted_at = now() where m.office = p_office and m.account = platform.account() and m.accepted_at is null;
  return found;
end $$;
revoke all on function accounts.accept_invitation(uuid) from public;
grant execute on function accounts.accept_invitation(uuid) to hansa_app;
