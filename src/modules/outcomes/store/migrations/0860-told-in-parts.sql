-- What is kept beside each ledger (docs/decisions/0083) knows its sources and days as well, for what is known of whole cities; and what is told of an edition, or of
-- ties, comes in parts, each with a mark of its own: where something of one outcome has changed, a sixty-fourth is written out anew.
alter table outcomes.ledger_now drop column mark;
-- Stage by stage, as the figures of `told`: the number of the last entry there, reversals included, the sources and the days it is said for.
alter table outcomes.ledger_now add column beside text;
-- Whether an office has said anything of it at all.
alter table outcomes.ledger_now add column has_said boolean not null default false;

drop function outcomes.ledgers_astray();
drop function outcomes.ledgers_anew(uuid[]);
create function outcomes.ledgers_anew(p_outcomes uuid[]) returns table (outcome_id uuid, told text, beside text, has_words boolean, has_said boolean)
language sql stable set search_path = pg_catalog as $$
  with posted as materialized (
    select e.outcome_id, e.id, e.number, e.stage, e.amount, e.currency, e.count, e.qualifier, e.count_qualifier, e.value_date, e.entered_at, e.reverses, e.source_id
    from outcomes.entry e where e.outcome_id = any (p_outcomes)
  ), last_of as (
    select p.outcome_id, p.stage, max(p.number) as last_any from posted p group by p.outcome_id, p.stage
  ), figured as (
    select p.outcome_id, p.stage, min(p.number) as first, max(p.number) as last, max(p.entered_at) as entered_at,
      count(*) as entries, count(p.amount) as amounts, sum(p.amount)::text as amount, min(p.currency) as currency,
      array_agg(distinct p.qualifier) filter (where p.amount is not null) as qualifiers, sum(p.count)::text as count,
      array_agg(distinct p.count_qualifier) filter (where p.count is not null) as count_qualifiers,
      array_agg(distinct p.source_id) as sources, array_agg(distinct p.value_date ->> 'text') filter (where p.value_date is not null) as days
    from posted p
    where p.reverses is null and not exists (select from posted r where r.outcome_id = p.outcome_id and r.reverses = p.id)
    group by p.outcome_id, p.stage
  ), of_figures as (
    select f.outcome_id, json_agg(json_build_array(f.stage, f.first, f.last, to_char(f.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      f.entries, f.amounts, f.amount, f.currency, f.qualifiers, f.count, f.count_qualifiers) order by f.stage) as figures,
      json_agg(json_build_array(l.last_any, f.sources, f.days) order by f.stage) as beside
    from figured f join last_of l on l.outcome_id = f.outcome_id and l.stage = f.stage group by f.outcome_id
  ), of_realised as (
    select p.outcome_id, json_agg(json_build_array(p.id, p.number, p.reverses, p.source_id) order by p.number) as realised
    from posted p where p.stage = 'realised' group by p.outcome_id
  ), of_answers as (
    select a.follow_up_id, json_agg(json_build_array(a.answer, a.amount::text, a.currency,
      to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a.document_id is not null) order by a.number) as answers
    from outcomes.follow_up_answer a where a.outcome_id = any (p_outcomes) group by a.follow_up_id
  ), of_askings as (
    select f.outcome_id, json_agg(json_build_array(f.months, f.due, f.state, to_char(f.sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), w.answers)
      order by f.months) as askings
    from outcomes.follow_up f left join of_answers w on w.follow_up_id = f.id
    where f.outcome_id = any (p_outcomes) group by f.outcome_id
  )
  select o.id, case when f.outcome_id is not null then json_build_array(f.figures, r.realised, k.askings)::text end, f.beside::text,
    r.outcome_id is not null and exists (select from outcomes.confirmation c where c.outcome_id = o.id and c.stage = 'realised'),
    exists (select from outcomes.confirmation c where c.outcome_id = o.id)
  from unnest(p_outcomes) as o(id)
  left join of_figures f on f.outcome_id = o.id
  left join of_realised r on r.outcome_id = o.id
  left join of_askings k on k.outcome_id = o.id
$$;
revoke all on function outcomes.ledgers_anew(uuid[]) from public;

create or replace function outcomes.keep_anew(p_outcomes uuid[]) returns void language plpgsql set search_path = pg_catalog as $$
begin
  insert into outcomes.ledger_now (outcome_id, owner_office)
    select o.id, o.owner_office from outcomes.outcome o where o.id = any (p_outcomes) order by o.id on conflict do nothing;
  perform from outcomes.ledger_now n where n.outcome_id = any (p_outcomes) order by n.outcome_id for update;
  update outcomes.ledger_now n set told = a.told, beside = a.beside, has_words = a.has_words, has_said = a.has_said
    from outcomes.ledgers_anew(p_outcomes) a where a.outcome_id = n.outcome_id;
end $$;

create function outcomes.ledgers_astray() returns setof uuid language sql stable set search_path = pg_catalog as $$
  select a.outcome_id from outcomes.ledgers_anew(array(select id from outcomes.outcome)) a left join outcomes.ledger_now n on n.outcome_id = a.outcome_id
  where (n.told, n.beside) is distinct from (a.told, a.beside) or coalesce(n.has_words, false) <> a.has_words or coalesce(n.has_said, false) <> a.has_said
$$;
revoke all on function outcomes.ledgers_astray() from public;

select outcomes.keep_anew(array(select id from outcomes.outcome));
alter table outcomes.ledger_now add column mark bigint generated always as (hashtextextended(told || beside, 0)) stored;

-- What was announced at an edition, as far as this actor may see it, in as many as 64 parts, a whole with its parts in one: a line of JSON for each outcome of which
-- anything stands. Whoever asks names the marks of what they have read; of those the mark alone comes back.
-- Everything is asked for by lists of ids, which an index answers at one go.
drop function outcomes.announced_since(uuid, text[]);
create function outcomes.announced_since(p_edition uuid, p_known text[]) returns table (mark text, told text)
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
    select n.outcome_id, n.mark, n.has_words from outcomes.ledger_now n where n.outcome_id = any (array(select id from seen)) and n.mark is not null
  ), of_said as materialized (
    select c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through, c.source_id, c.amount::text, c.currency) order by c.entered_at, c.id)::text as said
    from outcomes.confirmation c
    where c.outcome_id = any (array(select k.outcome_id from kept k where k.has_words)) and c.stage = 'realised'
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
      coalesce(l.months, 'null'), ']'), ',' order by l.id), ']') as told
    from lines l join (
      select n.outcome_id, n.told from outcomes.ledger_now n where n.outcome_id = any (array(select l.id from lines l where l.part in (select u.part from fresh u)))
    ) n on n.outcome_id = l.id
    group by l.part
  )
  select m.mark, w.told from marked m left join written w on w.part = m.part
$$;
revoke all on function outcomes.announced_since(uuid, text[]) from public;
grant execute on function outcomes.announced_since(uuid, text[]) to hansa_app;

-- The same of every outcome, with or without a figure, that has to do with ties and what lies in them: what outcomes.known_about works out anew.
create function outcomes.known_since(p_subjects uuid[], p_known text[]) returns table (mark text, told text)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
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
    select c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through, c.stage, c.source_id, c.amount::text, c.currency) order by c.entered_at, c.id)::text as said
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
      coalesce(l.months, 'null'), ',', coalesce(n.beside, 'null'), ',', l.title, ',', coalesce(l.occurred::text, 'null'), ',',
      coalesce('"' || l.from_city || '"', 'null'), ',', coalesce('"' || l.to_city || '"', 'null'), ',', to_json(l.subjects), ']'), ',' order by l.id), ']') as told
    from lines l left join (
      select n.outcome_id, n.told, n.beside from outcomes.ledger_now n
      where n.outcome_id = any (array(select l.id from lines l where l.part in (select u.part from fresh u)))
    ) n on n.outcome_id = l.id
    where l.part in (select u.part from fresh u)
    group by l.part
  )
  select m.mark, w.told from marked m left join written w on w.part = m.part
$$;
revoke all on function outcomes.known_since(uuid[], text[]) from public;
grant execute on function outcomes.known_since(uuid[], text[]) to hansa_app;
