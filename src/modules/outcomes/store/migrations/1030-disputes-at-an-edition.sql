-- What sides say of every stage of what was announced, so that a dispute is told of whatever it came to; with the numbers of its last entries, since which it was said.
create or replace function outcomes.announced_since(p_edition uuid, p_known text[]) returns table (mark text, told text)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
  with own as materialized (
    select o.id, o.kind, o.extent, o.counted, o.part_of, o.visibility, o.owner_office
    from outcomes.outcome o
    where o.id = any (array(select a.outcome_id from outcomes.attribution a where a.subject_kind = 'edition' and a.subject_id = p_edition and a.relation = 'result_of'))
      and o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), seen as materialized (
    select * from own
    union all select o.id, o.kind, o.extent, o.counted, o.part_of, o.visibility, o.owner_office
    from outcomes.outcome o
    where o.part_of = any (array(select id from own)) and o.withdrawn_at is null
      and not exists (select from outcomes.attribution a
        where a.outcome_id = o.id and a.subject_kind = 'edition' and a.subject_id = p_edition and a.relation = 'result_of')
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), kept as materialized (
    select n.outcome_id, n.mark, n.has_said from outcomes.ledger_now n where n.outcome_id = any (array(select id from seen)) and n.mark is not null
  ), of_said as materialized (
    select c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through, c.stage, c.source_id, c.amount::text, c.currency, c.count::text) order by c.entered_at, c.id)::text as said
    from outcomes.confirmation c
    where c.outcome_id = any (array(select k.outcome_id from kept k where k.has_said))
      and (c.visibility = 'public' or c.owner_office = any (platform.reads()) or (c.visibility = 'shared' and c.shared_with && platform.reads()))
    group by c.outcome_id
  ), returned as materialized (
    select f.outcome_id, json_agg(f.months order by f.months)::text as months from platform.mail m join outcomes.follow_up f on f.mail_id = m.id
    where m.refused_at is not null and f.state = 'sent' group by f.outcome_id
  ), lines as materialized (
    select s.*, k.mark, w.said, r.months, uuid_hash(coalesce(s.part_of, s.id)) & 63 as part
    from seen s join kept k on k.outcome_id = s.id left join of_said w on w.outcome_id = s.id left join returned r on r.outcome_id = s.id
  ), marked as materialized (
    select h.part, md5(concat_ws(' ', count(*), sum(h.hash), bit_xor(h.hash))) as mark
    from (select l.part, hash_record_extended(l, 0) as hash from lines l) h group by h.part
  ), fresh as materialized (
    select m.part, m.mark from marked m where m.mark <> all (p_known)
  ), written as materialized (
    select l.part, concat('[', string_agg(concat('["', l.id, '","', l.kind, '","', l.extent, '",', coalesce('"' || l.counted || '"', 'null'), ',',
      coalesce('"' || l.part_of || '"', 'null'), ',"', l.visibility, '","', l.owner_office, '",', n.told, ',', coalesce(l.said, 'null'), ',',
      coalesce(l.months, 'null'), ',', coalesce(case when l.said is not null then n.beside end, 'null'), ']'), ',' order by l.id), ']') as told
    from lines l join (
      select n.outcome_id, n.told, n.beside from outcomes.ledger_now n where n.outcome_id = any (array(select l.id from lines l where l.part in (select u.part from fresh u)))
    ) n on n.outcome_id = l.id
    group by l.part
  )
  select m.mark, w.told from marked m left join written w on w.part = m.part
$$;
revoke all on function outcomes.announced_since(uuid, text[]) from public;
grant execute on function outcomes.announced_since(uuid, text[]) to hansa_app;

-- The same, anew from the ledgers themselves: what is kept is held against it.
create or replace function outcomes.announced_at(p_edition uuid)
returns table (id uuid, kind text, extent text, counted text, part_of uuid, visibility text, owner_office uuid, figures json, realised json, said json, askings json)
language sql stable security definer set search_path = pg_catalog as $$
  with own as materialized (
    select a.outcome_id from outcomes.attribution a
    where a.subject_kind = 'edition' and a.subject_id = p_edition and a.relation = 'result_of'
  ), open as materialized (
    select o.id, o.kind, o.extent, o.counted, o.part_of, o.visibility, o.owner_office
    from (
      select w.outcome_id as id from own w
      union select p.id from own w join outcomes.outcome p on p.part_of = w.outcome_id
    ) c
    join outcomes.outcome o on o.id = c.id
    where o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), seen as materialized (
    select o.* from open o where o.id in (select outcome_id from own) or o.part_of in (select w.id from open w)
  ), posted as materialized (
    select e.outcome_id, e.id, e.number, e.stage, e.amount, e.currency, e.count, e.qualifier, e.count_qualifier, e.value_date, e.entered_at, e.reverses, e.source_id
    from outcomes.entry e where e.outcome_id in (select s.id from seen s)
  ), figured as (
    select p.outcome_id, p.stage, min(p.number) as first, max(p.number) as last, max(p.entered_at) as entered_at,
      count(*) as entries, count(p.amount) as amounts, sum(p.amount)::text as amount, min(p.currency) as currency,
      array_agg(distinct p.qualifier) filter (where p.amount is not null) as qualifiers, sum(p.count)::text as count,
      array_agg(distinct p.count_qualifier) filter (where p.count is not null) as count_qualifiers
    from posted p
    where p.reverses is null and not exists (select from posted r where r.outcome_id = p.outcome_id and r.reverses = p.id)
    group by p.outcome_id, p.stage
  ), of_figures as (
    select f.outcome_id, json_agg(json_build_array(f.stage, f.first, f.last, to_char(f.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      f.entries, f.amounts, f.amount, f.currency, f.qualifiers, f.count, f.count_qualifiers)) as figures
    from figured f group by f.outcome_id
  ), of_realised as (
    select p.outcome_id, json_agg(json_build_array(p.id, p.number, p.reverses, p.source_id) order by p.number) as realised
    from posted p where p.stage = 'realised' group by p.outcome_id
  ), of_said as (
    select c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through, c.stage, c.source_id, c.amount::text, c.currency, c.count::text) order by c.entered_at, c.id) as said
    from outcomes.confirmation c
    where c.outcome_id in (select s.id from seen s)
      and (c.visibility = 'public' or c.owner_office = any (platform.reads()) or (c.visibility = 'shared' and c.shared_with && platform.reads()))
    group by c.outcome_id
  ), of_answers as (
    select a.follow_up_id, json_agg(json_build_array(a.answer, a.amount::text, a.currency,
      to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a.document_id is not null) order by a.number) as answers
    from outcomes.follow_up_answer a where a.outcome_id in (select s.id from seen s) group by a.follow_up_id
  ), of_askings as (
    select f.outcome_id, json_agg(json_build_array(f.months, f.due, case when f.state = 'sent' and m.refused_at is not null then 'bounced' else f.state end,
      to_char(f.sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), w.answers) order by f.months) as askings
    from outcomes.follow_up f
    left join platform.mail m on m.id = f.mail_id
    left join of_answers w on w.follow_up_id = f.id
    where f.outcome_id in (select s.id from seen s) group by f.outcome_id
  )
  select s.id, s.kind, s.extent, s.counted, case when s.part_of in (select w.id from seen w) then s.part_of end, s.visibility, s.owner_office,
    f.figures, r.realised, c.said, k.askings
  from seen s
  join of_figures f on f.outcome_id = s.id
  left join of_realised r on r.outcome_id = s.id
  left join of_said c on c.outcome_id = s.id
  left join of_askings k on k.outcome_id = s.id
  order by s.id
$$;
