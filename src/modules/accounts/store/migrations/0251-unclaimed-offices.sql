-- A company that works by a personal link alone has an office that nobody has claimed: founded by an organiser for one participant of one edition,
-- so that all that is bound by office binds the holder of the link, too (docs/decisions/0030). Nobody but the two sees that it is there.
alter table accounts.office add column claimed boolean not null default true, add column founded_by uuid references accounts.office,
  add constraint office_founded check (claimed or founded_by is not null);
create index office_unclaimed on accounts.office (founded_by) where not claimed;
drop policy reads on accounts.office;
create policy reads on accounts.office for select to hansa_app using (
  claimed or id = any ((select platform.reads())::uuid[]) or founded_by = any ((select platform.reads())::uuid[]));

-- Founds them for an organiser: `[{id, slug, name}]`.
create function accounts.found_unclaimed(p_founder uuid, p_offices jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_founder = any (platform.writes())) then raise exception 'not an editor of the founding office' using errcode = '42501'; end if;
  insert into accounts.office (id, slug, name, kind, claimed, founded_by)
  select o.id, o.slug, o.name, 'company', false, p_founder from jsonb_to_recordset(p_offices) as o(id uuid, slug text, name jsonb);
end $$;
revoke all on function accounts.found_unclaimed(uuid, jsonb) from public;
grant execute on function accounts.found_unclaimed(uuid, jsonb) to hansa_app;

-- Personal links for offices that the founder founded and nobody has claimed: `[{account, office, name, hash}]`.
create function accounts.issue_links(p_founder uuid, p_links jsonb, p_expires_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_founder = any (platform.writes())) or exists (
    select 1 from jsonb_to_recordset(p_links) as l(office uuid)
    where not exists (select 1 from accounts.office o where o.id = l.office and o.founded_by = p_founder and not o.claimed))
  then raise exception 'not an unclaimed office of this founder' using errcode = '42501'; end if;
  perform accounts.issue_token(l.account, 'link', l.office, 'editor', p_founder, null, l.name, l.hash, p_expires_at)
  from jsonb_to_recordset(p_links) as l(account uuid, office uuid, name text, hash text);
end $$;
revoke all on function accounts.issue_links(uuid, jsonb, timestamptz) from public;
grant execute on function accounts.issue_links(uuid, jsonb, timestamptz) to hansa_app;

-- Until when the link opens by which the actor came in; null for whoever came otherwise.
create function accounts.own_link_until() returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select t.expires_at from accounts.access_token t where t.account = platform.account() and t.holder = 'link'
$$;
revoke all on function accounts.own_link_until() from public;
grant execute on function accounts.own_link_until() to hansa_app;

-- The office is somebody's from now on: its links end, and so do other invitations that were asked for by link.
create function accounts.settle_claim(p_office uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  update accounts.office o set claimed = true, version = o.version + 1 where o.id = p_office and not o.claimed;
  update accounts.access_token t set revoked_at = now(), revoked_by = platform.account() where t.office = p_office and t.holder = 'link' and t.revoked_at is null;
  delete from accounts.membership m where m.office = p_office and m.account <> platform.account() and m.accepted_at is null;
$$;
revoke all on function accounts.settle_claim(uuid) from public;

-- The holder of a link asks that an address may take the office over; whoever signs in by it and accepts is its owner. Null where five wait already.
create function accounts.ask_to_claim(p_email text, p_person text, p_language text, p_new_account uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_office uuid;
  v_account uuid;
begin
  select o.id into v_office from accounts.access_token t join accounts.office o on o.id = t.office and not o.claimed
  where t.account = platform.account() and t.holder = 'link' and t.revoked_at is null and t.expires_at > now() for update of o;
  if v_office is null then raise exception 'not the holder of a link to an unclaimed office' using errcode = '42501'; end if;
  if (select count(*) from accounts.membership m where m.office = v_office) >= 5 then return null; end if;
  insert into accounts.account (id, email, name, language) values (p_new_account, lower(p_email), p_person, p_language) on conflict (email) do nothing;
  select a.id into v_account from accounts.account a where a.email = lower(p_email);
  insert into accounts.membership (office, account, role, invited_as, invited_at) values (v_office, v_account, 'owner', p_person, lower(p_email))
  on conflict (office, account) do nothing;
  return v_office;
end $$;
revoke all on function accounts.ask_to_claim(text, text, text, uuid) from public;
grant execute on function accounts.ask_to_claim(text, text, text, uuid) to hansa_app;

-- As it was; whoever accepts for an unclaimed office claims it.
create or replace function accounts.accept_invitation(p_office uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update accounts.membership m set accepted_at = now() where m.office = p_office and m.account = platform.account() and m.accepted_at is null;
  if not found then return false; end if;
  if exists (select 1 from accounts.office o where o.id = p_office and not o.claimed) then perform accounts.settle_claim(p_office); end if;
  return true;
end $$;

-- A person who is signed in takes the office of a link that they hold into their account. Null where it opens nothing that can be claimed.
create function accounts.claim_by_link(p_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_office uuid;
begin
  if not exists (select 1 from accounts.account a where a.id = platform.account() and a.holder = 'person') then return null; end if;
  select o.id into v_office from accounts.access_token t join accounts.office o on o.id = t.office and not o.claimed
  where t.token_hash = p_hash and t.holder = 'link' and t.revoked_at is null and t.expires_at > now() for update of o;
  if v_office is null then return null; end if;
  insert into accounts.membership (office, account, role, accepted_at) values (v_office, platform.account(), 'owner', now())
  on conflict (office, account) do update set accepted_at = now(), role = 'owner';
  perform accounts.settle_claim(v_office);
  return v_office;
end $$;
revoke all on function accounts.claim_by_link(text) from public;
grant execute on function accounts.claim_by_link(text) to hansa_app;

-- Ends links that the actor's own offices gave, by the accounts that act by them; how many.
create function accounts.end_links(p_accounts uuid[]) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
begin
  update accounts.access_token t set revoked_at = now(), revoked_by = platform.account()
  where t.account = any (p_accounts) and t.holder = 'link' and t.owner_office = any (platform.writes()) and t.revoked_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
revoke all on function accounts.end_links(uuid[]) from public;
grant execute on function accounts.end_links(uuid[]) to hansa_app;

-- For modules that invite: whether an office is somebody's, and when its links were used last.
create view accounts.offices with (security_invoker = true) as select id, claimed, founded_by from accounts.office;
create view accounts.links with (security_invoker = true) as
  select account, office, created_at, expires_at, revoked_at, last_used_at from accounts.access_token where holder = 'link';
grant select on accounts.offices, accounts.links to hansa_app;
