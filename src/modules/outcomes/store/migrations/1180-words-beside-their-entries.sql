-- Where sides have said something of an outcome, its entries are told beside their words: whether a word is of the figures that stand is decided by the rule
-- that every outcome is shown by (docs/decisions/0131), which the number of the last entry alone does not tell.
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
      coalesce(l.months, 'null'), ',', coalesce(case when l.said is not null then n.entries::text end, 'null'), ']'), ',' order by l.id), ']') as told
    from lines l join (
      select n.outcome_id, n.told, n.entries from outcomes.ledger_now n where n.outcome_id = any (array(select l.id from lines l where l.part in (select u.part from fresh u)))
    ) n on n.outcome_id = l.id
    group by l.part
  )
  select m.mark, w.told from marked m left join written w on w.part = m.part
$$;
revoke all on function outcomes.announced_since(uuid, text[]) from public;
grant execute on function outcomes.announced_since(uuid, text[]) to hansa_app;

create or replace function outcomes.known_since(p_subjects uuid[], p_known text[]) returns table (mark text, told text)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_custom_plan as $$
  with about as materialized (
    select a.outcome_id, array_agg(distinct a.subject_id) as subjects from outcomes.attribution a
    where a.subject_kind in ('tie', 'agreement', 'exchange') and a.subject_id = any (p_subjects) group by a.outcome_id
  ), own as materialized (
    select o.id, o.kind, o.extent, o.counted, o.part_of, o.visibility, o.owner_office, o.title, o.occurred, o.from_city, o.to_city
    from outcomes.outcome o
    where o.id = any (array(select outcome_id from about)) and o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), seen as materialized (
    select own.*, w.subjects from own join about w on w.outcome_id = own.id
    union all select o.id, o.kind, o.extent, o.counted, o.part_of, o.visibility, o.owner_office, o.title, o.occurred, o.from_city, o.to_city, w.subjects
    from (
      select p.* from outcomes.outcome p
      where p.part_of = any (array(select id from own)) and p.withdrawn_at is null
        and (p.visibility = 'public' or p.owner_office = any (platform.reads()) or (p.visibility = 'shared' and p.shared_with && platform.reads()))
    ) o join about w on w.outcome_id = o.part_of
    where o.id not in (select outcome_id from about)
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
    from seen s left join kept k on k.outcome_id = s.id left join of_said w on w.outcome_id = s.id left join returned r on r.outcome_id = s.id
  ), marked as materialized (
    select h.part, md5(concat_ws(' ', count(*), sum(h.hash), bit_xor(h.hash))) as mark
    from (select l.part, hash_record_extended(l, 0) as hash from lines l) h group by h.part
  ), fresh as materialized (
    select m.part, m.mark from marked m where m.mark <> all (p_known)
  ), written as materialized (
    select l.part, concat('[', string_agg(concat('["', l.id, '","', l.kind, '","', l.extent, '",', coalesce('"' || l.counted || '"', 'null'), ',',
      coalesce('"' || l.part_of || '"', 'null'), ',"', l.visibility, '","', l.owner_office, '",', coalesce(n.told, 'null'), ',', coalesce(l.said, 'null'), ',',
      coalesce(l.months, 'null'), ',', coalesce(n.beside, 'null'), ',', coalesce(case when l.said is not null then n.entries::text end, 'null'), ',', l.title, ',', coalesce(l.occurred::text, 'null'), ',',
      coalesce('"' || l.from_city || '"', 'null'), ',', coalesce('"' || l.to_city || '"', 'null'), ',', to_json(l.subjects), ']'), ',' order by l.id), ']') as told
    from lines l left join (
      select n.outcome_id, n.told, n.beside, n.entries from outcomes.ledger_now n
      where n.outcome_id = any (array(select l.id from lines l where l.part in (select u.part from fresh u)))
    ) n on n.outcome_id = l.id
    where l.part in (select u.part from fresh u)
    group by l.part
  )
  select m.mark, w.told from marked m left join written w on w.part = m.part
$$;
revoke all on function outcomes.known_since(uuid[], text[]) from public;
grant execute on function outcomes.known_since(uuid[], text[]) to hansa_app;
