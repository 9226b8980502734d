-- The same numbers once more, counted by kind: what happened to a meeting is one number of eleven marks, and participants of whom the same is told - country,
-- city, groups, topics - are alike. So sixty thousand meetings become some hundred kinds before anything is added up, and each counts once in each cell.
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
  ), belongs as materialized (
    select s.id as participant, array_agg(c.id order by c.id) as cells from side s join cell c on c.dimension = s.dimension and c.key = s.key group by s.id
  ), alike as materialized (
    select b.cells, row_number() over () as id from (select distinct b.cells from belongs b) b
  ), member as materialized (
    select b.participant, a.id as alike from belongs b join alike a on a.cells = b.cells
  ), mark as materialized (
    select m.a_participant, m.b_participant, m.is_answered::int + m.is_declined::int * 2 + m.is_placed::int * 4 + (m.is_placed and m.is_over)::int * 8
      + m.is_held::int * 16 + m.is_missed::int * 32 + (m.sides > 0)::int * 64 + (m.sides > 1)::int * 128 + (m.sides > 1 and m.is_useful)::int * 256
      + m.goes_on::int * 512 + m.is_suggested::int * 1024 as marks
    from met m
  ), kind as materialized (
    select a.alike as one, b.alike as other, m.marks, count(*) as meetings from mark m
    join member a on a.participant = m.a_participant join member b on b.participant = m.b_participant group by a.alike, b.alike, m.marks
  ), people as (
    select s.dimension, s.key, count(*) filter (where not s.gone) as participants, count(*) filter (where s.gone) as withdrawn
    from side s group by s.dimension, s.key
    union all
    select 'origin', case when o.is_suggested then 'suggested' else '' end, count(*), 0 from (
      select m.marks >= 1024 as is_suggested, m.a_participant as who from mark m union select m.marks >= 1024, m.b_participant from mark m
    ) o group by o.is_suggested
  ), within as (
    select c.dimension, c.key, k.marks, sum(k.meetings) as meetings from kind k join alike a on a.id = k.one join alike b on b.id = k.other
    cross join lateral (select distinct unnest(a.cells || b.cells) as id) of join cell c on c.id = of.id group by c.dimension, c.key, k.marks
    union all
    select 'origin', case when k.marks >= 1024 then 'suggested' else '' end, k.marks, sum(k.meetings) from kind k group by k.marks
  ), counted as (
    select w.dimension, w.key, sum(w.meetings) as asked, sum(w.meetings) filter (where w.marks & 1 > 0) as answered,
      sum(w.meetings) filter (where w.marks & 2 > 0) as declined, sum(w.meetings) filter (where w.marks & 4 > 0) as placed,
      sum(w.meetings) filter (where w.marks & 8 > 0) as is_over, sum(w.meetings) filter (where w.marks & 16 > 0) as held,
      sum(w.meetings) filter (where w.marks & 32 > 0) as missed, coalesce(sum(w.meetings) filter (where w.marks & 64 > 0), 0) as told,
      coalesce(sum(w.meetings) filter (where w.marks & 128 > 0), 0) as told_by_both, coalesce(sum(w.meetings) filter (where w.marks & 256 > 0), 0) as useful_to_both,
      coalesce(sum(w.meetings) filter (where w.marks & 512 > 0), 0) as next_step
    from within w group by w.dimension, w.key
  )
  select p.dimension, p.key, p.participants::int, p.withdrawn::int, coalesce(c.asked, 0)::int, coalesce(c.answered, 0)::int,
    coalesce(c.declined, 0)::int, coalesce(c.placed, 0)::int, coalesce(c.is_over, 0)::int, coalesce(c.held, 0)::int, coalesce(c.missed, 0)::int,
    case when c.told >= 5 then c.told::int end, case when c.told >= 5 then c.told_by_both::int end,
    case when c.told_by_both >= 5 then c.useful_to_both::int end, case when c.told >= 5 then c.next_step::int end
  from people p left join counted c on c.dimension = p.dimension and c.key = p.key;
end $$;

-- Few meetings are cancelled: they are found without going through everybody's agenda.
create index agenda_cancelled on meetings.agenda_entry (edition_id, meeting_id) where cancelled;
