-- The same numbers once more: what few meetings have - a reply, an absence, a suggestion - is looked up once for all instead of meeting by meeting, and of
-- what is booked of a meeting its place is enough to know when it is.
create or replace function meetings.edition_numbers(p_edition uuid, p_now timestamptz) returns table (
  dimension text, key text, participants int, withdrawn int, asked int, answered int, declined int, placed int, is_over int, held int, missed int,
  told int, told_by_both int, useful_to_both int, next_step int)
language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
begin
  if not exists (select from expos.editions e where e.id = p_edition and e.owner_office = any (platform.reads())) then
    raise exception 'only the organiser of an edition reads its numbers' using errcode = 'insufficient_privilege';
  end if;
  return query
  with recursive kin(group_id, over_id, parent_id) as (
    select g.id, g.id, g.parent_id from expos.groups g where g.edition_id = p_edition
    union
    select k.group_id, g.id, g.parent_id from kin k join expos.groups g on g.edition_id = p_edition and g.id = k.parent_id
  ), who as (
    select p.id, p.group_id, p.country, p.city, p.offer_topics || p.need_topics as topics, p.withdrawn_at is not null as gone
    from expos.participants p where p.edition_id = p_edition
  ), side as (
    select w.id, w.gone, 'all' as dimension, '' as key from who w
    union all select w.id, w.gone, 'group', k.over_id::text from who w join kin k on k.group_id = w.group_id
    union all select w.id, w.gone, 'group', '' from who w where w.group_id is null
    union all select w.id, w.gone, 'country', coalesce(w.country, '') from who w
    union all select w.id, w.gone, 'city', case when w.city is null then '' else coalesce(w.country, '') || '/' || w.city end from who w
    union all select distinct w.id, w.gone, 'topic', t::text from who w, unnest(w.topics) as t
  ), seated as (
    select b.meeting_id, upper(b.during) <= p_now as is_over from meetings.booking b where b.edition_id = p_edition and b.place_id is not null
  ), talked as (
    select q.meeting_id, bool_or(q.ended_at is not null) as ended from meetings.queue_talk q
    where q.edition_id = p_edition and q.called_off_at is null group by q.meeting_id
  ), word as (
    select distinct on (f.meeting_id, f.participant_id) f.meeting_id, f.result in ('go_on', 'agreed') as is_useful, f.next_step <> 'none' as goes_on
    from meetings.feedback f where f.edition_id = p_edition order by f.meeting_id, f.participant_id, f.given_at desc
  ), words as (
    select w.meeting_id, count(*) as sides, bool_and(w.is_useful) as is_useful, bool_or(w.goes_on) as goes_on from word w group by w.meeting_id
  ), hint as materialized (
    select q.from_participant, q.to_participant from meetings.request q where q.edition_id = p_edition and q.suggested and q.withdrawn_at is null
  ), met as (
    select m.id, m.a_participant, m.b_participant, m.standing = 'excluded' as is_declined,
      m.standing = 'excluded' or (m.wish_of_a is not null and m.wish_of_b is not null)
        or (m.a_participant, m.b_participant) in (select r.from_participant, r.to_participant from meetings.reply r where r.edition_id = p_edition)
        or (m.b_participant, m.a_participant) in (select r.from_participant, r.to_participant from meetings.reply r where r.edition_id = p_edition) as is_answered,
      s.meeting_id is not null or t.meeting_id is not null as is_placed,
      coalesce(s.is_over, false) or coalesce(t.ended, false) as is_over,
      w.meeting_id is not null or coalesce(t.ended, false) as is_held,
      w.meeting_id is null and not coalesce(t.ended, false) and m.id in (
        select a.meeting_id from meetings.absence a where a.edition_id = p_edition and a.withdrawn_at is null) as is_missed,
      (m.a_participant, m.b_participant) in (select q.from_participant, q.to_participant from hint q)
        or (m.b_participant, m.a_participant) in (select q.from_participant, q.to_participant from hint q) as is_suggested,
      coalesce(w.sides, 0) as sides, coalesce(w.is_useful, false) as is_useful, coalesce(w.goes_on, false) as goes_on
    from meetings.meeting m left join seated s on s.meeting_id = m.id left join talked t on t.meeting_id = m.id
    left join words w on w.meeting_id = m.id
    where m.edition_id = p_edition and m.standing <> 'withdrawn' and (m.wish_of_a is not null or m.wish_of_b is not null)
  ), cell as materialized (
    select c.dimension, c.key, row_number() over () as id from (select distinct s.dimension, s.key from side s) c
  ), at as materialized (
    select s.id as participant, c.id as cell, s.dimension from side s join cell c on c.dimension = s.dimension and c.key = s.key
  ), people as (
    select s.dimension, s.key, count(*) filter (where not s.gone) as participants, count(*) filter (where s.gone) as withdrawn
    from side s group by s.dimension, s.key
    union all
    select 'origin', o.key, count(*), 0 from (
      select distinct case when m.is_suggested then 'suggested' else '' end as key, unnest(array[m.a_participant, m.b_participant]) as who from met m
    ) o group by o.key
  ), mark as materialized (
    select m.a_participant, m.b_participant, case when m.is_suggested then 'suggested' else '' end as origin, 1 as asked, m.is_answered::int as answered,
      m.is_declined::int as declined, m.is_placed::int as placed, (m.is_placed and m.is_over)::int as is_over, m.is_held::int as held, m.is_missed::int as missed,
      (m.sides > 0)::int as told, (m.sides > 1)::int as told_by_both, (m.sides > 1 and m.is_useful)::int as useful_to_both, m.goes_on::int as next_step
    from met m
  ), own as (
    select w.who, sum(w.asked) as asked, sum(w.answered) as answered, sum(w.declined) as declined, sum(w.placed) as placed, sum(w.is_over) as is_over, sum(w.held) as held, sum(w.missed) as missed, sum(w.told) as told, sum(w.told_by_both) as told_by_both, sum(w.useful_to_both) as useful_to_both, sum(w.next_step) as next_step
    from (select m.a_participant as who, m.* from mark m union all select m.b_participant, m.* from mark m) w group by w.who
  ), counted as (
    -- Of each cell what its participants have, less once what two of them have with each other.
    select c.dimension, c.key, sum(w.asked) as asked, sum(w.answered) as answered, sum(w.declined) as declined, sum(w.placed) as placed, sum(w.is_over) as is_over, sum(w.held) as held, sum(w.missed) as missed, sum(w.told) as told, sum(w.told_by_both) as told_by_both, sum(w.useful_to_both) as useful_to_both, sum(w.next_step) as next_step
    from (
      select a.cell, w.asked, w.answered, w.declined, w.placed, w.is_over, w.held, w.missed, w.told, w.told_by_both, w.useful_to_both, w.next_step from own w join at a on a.participant = w.who where a.dimension <> 'all'
      union all
      select a.cell, -w.asked, -w.answered, -w.declined, -w.placed, -w.is_over, -w.held, -w.missed, -w.told, -w.told_by_both, -w.useful_to_both, -w.next_step from mark w join at a on a.participant = w.a_participant and a.dimension <> 'all'
        join at b on b.participant = w.b_participant and b.cell = a.cell
    ) w join cell c on c.id = w.cell group by c.dimension, c.key
    union all select 'all', '', sum(w.asked) as asked, sum(w.answered) as answered, sum(w.declined) as declined, sum(w.placed) as placed, sum(w.is_over) as is_over, sum(w.held) as held, sum(w.missed) as missed, sum(w.told) as told, sum(w.told_by_both) as told_by_both, sum(w.useful_to_both) as useful_to_both, sum(w.next_step) as next_step from mark w having count(*) > 0
    union all select 'origin', w.origin, sum(w.asked) as asked, sum(w.answered) as answered, sum(w.declined) as declined, sum(w.placed) as placed, sum(w.is_over) as is_over, sum(w.held) as held, sum(w.missed) as missed, sum(w.told) as told, sum(w.told_by_both) as told_by_both, sum(w.useful_to_both) as useful_to_both, sum(w.next_step) as next_step from mark w group by w.origin
  )
  select p.dimension, p.key, p.participants::int, p.withdrawn::int, coalesce(c.asked, 0)::int, coalesce(c.answered, 0)::int,
    coalesce(c.declined, 0)::int, coalesce(c.placed, 0)::int, coalesce(c.is_over, 0)::int, coalesce(c.held, 0)::int, coalesce(c.missed, 0)::int,
    case when c.told >= 5 then c.told::int end, case when c.told >= 5 then c.told_by_both::int end,
    case when c.told_by_both >= 5 then c.useful_to_both::int end, case when c.told >= 5 then c.next_step::int end
  from people p left join counted c on c.dimension = p.dimension and c.key = p.key;
end $$;
