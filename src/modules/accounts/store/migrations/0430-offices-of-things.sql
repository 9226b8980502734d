-- An office that stands for a thing, such as a screen in a hall, is nobody's to claim, and its link opens it for reading alone.
alter table accounts.office add column claimable boolean not null default true;

-- As before; `claimable` false founds one that stands for a thing.
create or replace function accounts.found_unclaimed(p_founder uuid, p_offices jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_founder = any (platform.writes())) then raise exception 'not an editor of the founding office' using errcode = '42501'; end if;
  insert into accounts.office (id, slug, name, kind, claimed, founded_by, personal, claimable)
  select o.id, o.slug, o.name, 'company', false, p_founder, coalesce(o.personal, false), coalesce(o.claimable, true)
  from jsonb_to_recordset(p_offices) as o(id uuid, slug text, name jsonb, personal boolean, claimable boolean);
end $$;

-- As before; who holds the link of a thing reads and changes nothing.
create or replace function accounts.issue_links(p_founder uuid, p_links jsonb, p_expires_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_founder = any (platform.writes())) or exists (
    select 1 from jsonb_to_recordset(p_links) as l(office uuid)
    where not exists (select 1 from accounts.office o where o.id = l.office and o.founded_by = p_founder and not o.claimed))
  then raise exception 'not an unclaimed office of this founder' using errcode = '42501'; end if;
  perform accounts.issue_token(l.account, 'link', l.office, case when o.claimable then 'editor' else 'viewer' end, p_founder, null, l.name, l.hash, p_expires_at)
  from jsonb_to_recordset(p_links) as l(account uuid, office uuid, name text, hash text) join accounts.office o on o.id = l.office;
end $$;

-- As before, of offices that can be claimed.
create or replace function accounts.ask_to_claim(p_email text, p_person text, p_language text, p_new_account uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_office uuid;
  v_account uuid;
begin
  select o.id into v_office from accounts.access_token t join accounts.office o on o.id = t.office and not o.claimed and o.claimable
  where t.account = platform.account() and t.holder = 'link' and t.revoked_at is null and t.expires_at > now() for update of o;
  if v_office is null then raise exception 'not the holder of a link to an unclaimed office' using errcode = '42501'; end if;
  if (select count(*) from accounts.membership m where m.office = v_office) >= 5 then return null; end if;
  insert into accounts.account (id, email, name, language) values (p_new_account, lower(p_email), p_person, p_language) on conflict (email) do nothing;
  select a.id into v_account from accounts.account a where a.email = lower(p_email);
  insert into accounts.membership (office, account, role, invited_as, invited_at) values (v_office, v_account, 'owner', p_person, lower(p_email))
  on conflict (office, account) do nothing;
  return v_office;
end $$;
create or replace function accounts.claim_by_link(p_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_office uuid;
begin
  if not exists (select 1 from accounts.account a where a.id = platform.account() and a.holder = 'person') then return null; end if;
  select o.id into v_office from accounts.access_token t join accounts.office o on o.id = t.office and not o.claimed and o.claimable
  where t.token_hash = p_hash and t.holder = 'link' and t.revoked_at is null and t.expires_at > now() for update of o;
  if v_office is null then return null; end if;
  insert into accounts.membership (office, account, role, accepted_at) values (v_office, platform.account(), 'owner', now())
  on conflict (office, account) do update set accepted_at = now(), role = 'owner';
  perform accounts.settle_claim(v_office);
  return v_office;
end $$;
