-- The first office of an installation is the register office of whoever runs it. It is founded on a page, by the address that the server prints as
-- long as there is no office at all; two who come at once wait for each other, and the second finds one. Only the sign-in role may: what calls
-- it gives the owner their password in the same transaction, so that nobody owns an office that they cannot enter.
create function accounts.found_first_office(p_id uuid, p_slug text, p_name jsonb, p_account uuid, p_email text, p_person text, p_language text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  lock table accounts.office in share row exclusive mode;
  if exists (select 1 from accounts.office) then return false; end if;
  perform accounts.found_office(p_id, p_slug, p_name, 'register', p_account, p_email, p_person, p_language);
  return true;
end $$;
create function accounts.has_offices() returns boolean
language sql stable security definer set search_path = pg_catalog as $$ select exists (select 1 from accounts.office) $$;
revoke all on function accounts.found_first_office(uuid, text, jsonb, uuid, text, text, text), accounts.has_offices() from public;
grant execute on function accounts.found_first_office(uuid, text, jsonb, uuid, text, text, text), accounts.has_offices() to hansa_auth;

-- As before; an operator who names their own address need not be written to, nor accept what they have just done.
create or replace function accounts.invite_first_owner(p_operator uuid, p_office uuid, p_email text, p_person text, p_language text, p_new_account uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not accounts.is_operator(p_operator) then raise exception 'not the operator' using errcode = '42501'; end if;
  perform 1 from accounts.office o where o.id = p_office and o.founded_by = p_operator and o.claimed and o.kind <> 'register' for update;
  if not found or exists (select 1 from accounts.membership m where m.office = p_office and m.accepted_at is not null) then return false; end if;
  delete from accounts.membership m where m.office = p_office;
  insert into accounts.account (id, email, name, language) values (p_new_account, lower(p_email), p_person, p_language) on conflict (email) do nothing;
  insert into accounts.membership (office, account, role, invited_as, invited_at, accepted_at)
  select p_office, a.id, 'owner', p_person, lower(p_email), case when a.id = platform.account() then now() end
  from accounts.account a where a.email = lower(p_email);
  return true;
end $$;
