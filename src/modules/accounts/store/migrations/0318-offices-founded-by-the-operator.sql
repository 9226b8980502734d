-- The operator founds offices from a page: an owner of a register office, for any kind but a further register office. The first owner is invited
-- and accepts for themselves, so that nobody speaks for an office whose address was wrong.
create function accounts.is_operator(p_operator uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select p_operator = any (platform.owns()) and exists (select 1 from accounts.office o where o.id = p_operator and o.kind = 'register')
$$;
revoke all on function accounts.is_operator(uuid) from public;

-- Invites the first owner of an office of this operator that nobody has accepted yet; earlier such invitations end. False where it has an owner.
create function accounts.invite_first_owner(p_operator uuid, p_office uuid, p_email text, p_person text, p_language text, p_new_account uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not accounts.is_operator(p_operator) then raise exception 'not the operator' using errcode = '42501'; end if;
  perform 1 from accounts.office o where o.id = p_office and o.founded_by = p_operator and o.claimed and o.kind <> 'register' for update;
  if not found or exists (select 1 from accounts.membership m where m.office = p_office and m.accepted_at is not null) then return false; end if;
  delete from accounts.membership m where m.office = p_office;
  insert into accounts.account (id, email, name, language) values (p_new_account, lower(p_email), p_person, p_language) on conflict (email) do nothing;
  insert into accounts.membership (office, account, role, invited_as, invited_at)
  select p_office, a.id, 'owner', p_person, lower(p_email) from accounts.account a where a.email = lower(p_email);
  return true;
end $$;

-- False where the short name is taken.
create function accounts.found_by_operator(p_operator uuid, p_id uuid, p_slug text, p_name jsonb, p_kind text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not accounts.is_operator(p_operator) then raise exception 'not the operator' using errcode = '42501'; end if;
  if p_kind = 'register' then raise exception 'a register office is founded by the command' using errcode = '42501'; end if;
  insert into accounts.office (id, slug, name, kind, founded_by) values (p_id, p_slug, p_name, p_kind, p_operator) on conflict (slug) do nothing;
  return found;
end $$;

-- The offices that an operator founded, newest first; whom it invited only as long as nobody has accepted: members are known to colleagues alone.
create function accounts.founded_by_operator(p_operator uuid)
returns table (id uuid, slug text, name jsonb, kind text, founded_at timestamptz, invited_as text, invited_at text, has_owner boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.slug, o.name, o.kind, o.created_at, case when not m.has_owner then m.invited_as end, case when not m.has_owner then m.invited_at end, m.has_owner
  from accounts.office o cross join lateral (
    select max(m.invited_as) filter (where m.accepted_at is null) as invited_as, max(m.invited_at) filter (where m.accepted_at is null) as invited_at,
      coalesce(bool_or(m.accepted_at is not null), false) as has_owner
    from accounts.membership m where m.office = o.id) m
  where o.founded_by = p_operator and o.claimed and accounts.is_operator(p_operator) order by o.created_at desc, o.id desc
$$;
revoke all on function accounts.invite_first_owner(uuid, uuid, text, text, text, uuid), accounts.found_by_operator(uuid, uuid, text, jsonb, text),
  accounts.founded_by_operator(uuid) from public;
grant execute on function accounts.invite_first_owner(uuid, uuid, text, text, text, uuid), accounts.found_by_operator(uuid, uuid, text, jsonb, text),
  accounts.founded_by_operator(uuid) to hansa_app;
