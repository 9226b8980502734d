-- Subjects that have proved to be one. A statement keeps the subject it was entered for, since its content never changes; it is read as said
-- of the one that stands for both, and belongs to its own again when the two are parted.
create table evidence.subject_alias (
  -- What joined them; a row for every subject that came under the standing one, also by way of others.
  merge_id uuid not null,
  subject_kind text not null,
  former_id uuid not null,
  subject_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- Offices that go on entering under the former one: what they say stays theirs when the two are parted.
  offices uuid[] not null default '{}',
  -- What is said of the first side of the former is said of the second side of the standing one, and the other way round.
  turned boolean not null default false,
  primary key (merge_id, subject_kind, former_id),
  check (former_id <> subject_id)
);
create index subject_alias_by_subject on evidence.subject_alias (subject_kind, subject_id);
create index subject_alias_by_former on evidence.subject_alias (subject_kind, former_id);
select platform.protect('evidence.subject_alias');
-- It would tell whoever knows two cities that somebody keeps a tie of theirs: nobody reads it but the functions below.
revoke all on evidence.subject_alias from hansa_app;
alter policy reads on evidence.subject_alias using (false);
alter policy enters on evidence.subject_alias with check (false);
alter policy changes on evidence.subject_alias using (false) with check (false);
alter policy withdraws on evidence.subject_alias using (false);

-- Under which other ids things may have been said of the subjects.
create function evidence.former_subjects(p_kind text, p_ids uuid[]) returns table (subject_id uuid, former_id uuid, turned boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct a.subject_id, a.former_id, a.turned from evidence.subject_alias a where a.subject_kind = p_kind and a.subject_id = any (p_ids)
$$;

-- What stands for subjects that have come under another; nothing for the others.
create function evidence.standing_subjects(p_kinds text[], p_ids uuid[]) returns table (subject_kind text, former_id uuid, subject_id uuid, turned boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (a.subject_kind, a.former_id) a.subject_kind, a.former_id, a.subject_id, a.turned
  from unnest(p_kinds, p_ids) as u(k, i) join evidence.subject_alias a on a.subject_kind = u.k and a.former_id = u.i
  order by a.subject_kind, a.former_id, a.merge_id desc
$$;

-- Under which id an office's new words of a subject are entered, where that is not the subject's own.
create function evidence.entered_under(p_office uuid, p_kind text, p_ids uuid[]) returns table (subject_id uuid, former_id uuid, turned boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (a.subject_id) a.subject_id, a.former_id, a.turned from evidence.subject_alias a
  where a.subject_kind = p_kind and a.subject_id = any (p_ids) and p_office = any (a.offices) order by a.subject_id, a.former_id
$$;

revoke all on function evidence.former_subjects(text, uuid[]), evidence.standing_subjects(text[], uuid[]),
  evidence.entered_under(uuid, text, uuid[]) from public;
grant execute on function evidence.former_subjects(text, uuid[]), evidence.standing_subjects(text[], uuid[]),
  evidence.entered_under(uuid, text, uuid[]) to hansa_app;

-- Called by what joins and parts the things themselves, and by nobody else.
create function evidence.join_subjects(
  p_merge uuid, p_office uuid, p_kind text, p_former uuid, p_subject uuid, p_offices uuid[], p_turned boolean default false) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  v_gone_on uuid[];
begin
  insert into evidence.subject_alias (merge_id, subject_kind, former_id, subject_id, owner_office, offices, turned)
    select distinct on (a.former_id) p_merge, p_kind, a.former_id, p_subject, p_office, a.offices, a.turned <> p_turned
    from evidence.subject_alias a
    where a.subject_kind = p_kind and a.subject_id = p_former and a.former_id <> p_subject order by a.former_id, a.merge_id desc;
  select coalesce(array_agg(distinct o), '{}') into v_gone_on
    from evidence.subject_alias a, unnest(a.offices) as u(o) where a.merge_id = p_merge and a.subject_kind = p_kind and a.subject_id = p_subject;
  insert into evidence.subject_alias (merge_id, subject_kind, former_id, subject_id, owner_office, offices, turned)
    values (p_merge, p_kind, p_former, p_subject, p_office, array(select o from unnest(p_offices) as u(o) where o <> all (v_gone_on)), p_turned)
    on conflict do nothing;
end $$;
create function evidence.part_subjects(p_merge uuid) returns void language sql set search_path = pg_catalog as $$
  delete from evidence.subject_alias a where a.merge_id = p_merge
$$;
create function evidence.joined_by(p_merge uuid, p_kind text) returns table (former_id uuid, subject_id uuid)
language sql stable set search_path = pg_catalog as $$
  select a.former_id, a.subject_id from evidence.subject_alias a where a.merge_id = p_merge and a.subject_kind = p_kind
$$;
revoke all on function evidence.join_subjects(uuid, uuid, text, uuid, uuid, uuid[], boolean), evidence.part_subjects(uuid), evidence.joined_by(uuid, text)
  from public;
