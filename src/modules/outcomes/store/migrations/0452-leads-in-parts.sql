-- From how many meetings something came, now also by group (with those below it), country, city and topic of those who meet, as the other
-- numbers of an edition are told; each row, too, of no fewer than five meetings.
drop function outcomes.edition_leads(uuid);
create function outcomes.edition_leads(p_edition uuid) returns table (dimension text, key text, leads int, agreed int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from expos.editions e where e.id = p_edition and e.owner_office = any (platform.reads())) then
    raise exception 'only the organiser of an edition reads what came of its meetings' using errcode = 'insufficient_privilege';
  end if;
  return query
  with recursive kin(group_id, over_id, parent_id) as (
    select g.id, g.id, g.parent_id from expos.groups g where g.edition_id = p_edition
    union
    select k.group_id, g.id, g.parent_id from kin k join expos.groups g on g.edition_id = p_edition and g.id = k.parent_id
  ), who as (
    select p.id, p.group_id, p.country, p.city, p.offer_topics || p.need_topics as topics from expos.participants p where p.edition_id = p_edition
  ), side as (
    select w.id, 'all' as dimension, '' as key from who w
    union all select w.id, 'group', k.over_id::text from who w join kin k on k.group_id = w.group_id
    union all select w.id, 'group', '' from who w where w.group_id is null
    union all select w.id, 'country', coalesce(w.country, '') from who w
    union all select w.id, 'city', case when w.city is null then '' else coalesce(w.country, '') || '/' || w.city end from who w
    union all select distinct w.id, 'topic', t::text from who w, unnest(w.topics) as t
  ), led as (
    select m.id, m.a_participant, m.b_participant, bool_or(exists (
      select from outcomes.entry n where n.outcome_id = o.id and n.kind = 'entry' and n.stage in ('signed', 'realised')
        and not exists (select from outcomes.entry r where r.outcome_id = n.outcome_id and r.reverses = n.id))) as is_agreed
    from meetings.meetings m
    join outcomes.attribution a on a.subject_kind = 'meeting' and a.subject_id = m.id
    join outcomes.outcome o on o.id = a.outcome_id and o.withdrawn_at is null
    where m.edition_id = p_edition group by m.id, m.a_participant, m.b_participant
  ), of_side as (
    select distinct s.dimension, s.key, l.id, l.is_agreed from led l join side s on s.id in (l.a_participant, l.b_participant)
  )
  select o.dimension, o.key, count(*)::int, (count(*) filter (where o.is_agreed))::int from of_side o group by o.dimension, o.key having count(*) >= 5;
end $$;
revoke all on function outcomes.edition_leads(uuid) from public;
grant execute on function outcomes.edition_leads(uuid) to hansa_app;
