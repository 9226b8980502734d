-- An office that stands for one person, such as an interpreter, is named after them: nobody but who founded it and who acts for it sees that it is
-- there, also once it is claimed.
alter table accounts.office add column personal boolean not null default false;
drop policy reads on accounts.office;
create policy reads on accounts.office for select to hansa_app using (
  (claimed and not personal) or id = any ((select platform.reads())::uuid[]) or founded_by = any ((select platform.reads())::uuid[]));
create or replace function accounts.found_unclaimed(p_founder uuid, p_offices jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (p_founder = any (platform.writes())) then raise exception 'not an editor of the founding office' using errcode = '42501'; end if;
  insert into accounts.office (id, slug, name, kind, claimed, founded_by, personal)
  select o.id, o.slug, o.name, 'company', false, p_founder, coalesce(o.personal, false)
  from jsonb_to_recordset(p_offices) as o(id uuid, slug text, name jsonb, personal boolean);
end $$;

-- Whoever such an office stands for leaves, and takes their name along. For modules whose rows say whose offices these are.
create function accounts.forget_personal(p_offices uuid[]) returns void
language sql security definer set search_path = pg_catalog as $$
  update accounts.office set name = '{"en": {"text": "–", "origin": "human"}}', version = version + 1 where id = any (p_offices) and personal
$$;
revoke all on function accounts.forget_personal(uuid[]) from public;
