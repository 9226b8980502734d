-- What was announced at an edition is written out only for who does not know it yet: whoever asks names the marks of what they have read, and where one of them is the
-- mark of what they would read now, that mark alone comes back (docs/decisions/0083). A mark is of everything that is told, as this actor may see it.
-- Everything is asked for by lists of ids, which an index answers at one go: joins would look through all outcomes, or descend the index for each.
alter table outcomes.ledger_now add column mark bigint generated always as (hashtextextended(told, 0)) stored;

create function outcomes.announced_since(p_edition uuid, p_known text[]) returns text
language sql stable security definer
set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
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
    select n.outcome_id, n.mark, n.has_words from outcomes.ledger_now n where n.outcome_id = any (array(select id from seen)) and n.mark is not null
  ), of_said as materialized (
    select c.outcome_id, json_build_array(c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through) order by c.entered_at, c.id)) as line
    from outcomes.confirmation c
    where c.outcome_id = any (array(select k.outcome_id from kept k where k.has_words)) and c.stage = 'realised'
      and (c.visibility = 'public' or c.owner_office = any (platform.reads()) or (c.visibility = 'shared' and c.shared_with && platform.reads()))
    group by c.outcome_id
  ), returned as materialized (
    select f.outcome_id, json_agg(f.months order by f.months) as months from platform.mail m join outcomes.follow_up f on f.mail_id = m.id
    where m.refused_at is not null and f.state = 'sent' group by f.outcome_id
  ), beside as materialized (
    select concat('"said":', (select coalesce(json_agg(w.line order by w.outcome_id), '[]') from of_said w), ',"returned":', (
      select coalesce(json_agg(json_build_array(r.outcome_id, r.months) order by r.outcome_id), '[]') from returned r
      where r.outcome_id in (select k.outcome_id from kept k))) as text
  ), marked as materialized (
    select md5(concat_ws(' ',
      (select concat_ws(' ', count(*), sum(s.hash), bit_xor(s.hash)) from (
        select hash_record_extended(row (s.id, s.kind, s.extent, s.counted, s.part_of, s.visibility, s.owner_office), 0) as hash from seen s) s),
      (select concat_ws(' ', count(*), sum(k.hash), bit_xor(k.hash)) from (
        select hash_record_extended(row (k.outcome_id, k.mark), 0) as hash from kept k) k),
      (select b.text from beside b))) as mark
  )
  select case when m.mark = any (p_known) then m.mark else concat(m.mark, '{"seen":[', (
    select string_agg(concat('["', s.id, '","', s.kind, '","', s.extent, '",', coalesce('"' || s.counted || '"', 'null'), ',',
      coalesce('"' || s.part_of || '"', 'null'), ',"', s.visibility, '","', s.owner_office, '"]'), ',' order by s.id) from seen s),
    '],"kept":[', (select string_agg(concat('["', n.outcome_id, '",', n.told, ']'), ',' order by n.outcome_id)
      from outcomes.ledger_now n where n.outcome_id = any (array(select k.outcome_id from kept k))), '],', (select b.text from beside b), '}') end
  from marked m
$$;
revoke all on function outcomes.announced_since(uuid, text[]) from public;
grant execute on function outcomes.announced_since(uuid, text[]) to hansa_app;
