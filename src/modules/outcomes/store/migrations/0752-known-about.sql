-- What is known of every outcome that has to do with ties and what lies in them, parts with their wholes, as far as the actor may see it: what stands stage by stage
-- with its sources and days, what sides say of it, what was asked and answered. Worked out here, as outcomes.announced_at is, since a city has tens of thousands of entries.
-- What no entry says a stage of is counted as such; from where to where it goes is told, since what goes one way is never added to what goes the other.
create function outcomes.known_about(p_subjects uuid[])
returns table (id uuid, kind text, extent text, counted text, part_of uuid, visibility text, owner_office uuid, title jsonb, occurred jsonb, from_city uuid, to_city uuid, subjects uuid[], figures json, said json, askings json)
language sql stable security definer set search_path = pg_catalog as $$
  with own as materialized (
    select a.outcome_id, array_agg(distinct a.subject_id) as subjects from outcomes.attribution a
    where a.subject_kind in ('tie', 'agreement', 'exchange') and a.subject_id = any (p_subjects) group by a.outcome_id
  ), open as materialized (
    select o.* from outcomes.outcome o
    where (o.id in (select outcome_id from own) or o.part_of in (select outcome_id from own)) and o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), seen as materialized (
    select o.*, coalesce(w.subjects, p.subjects) as subjects from open o
    left join own w on w.outcome_id = o.id left join own p on p.outcome_id = o.part_of
    where w.outcome_id is not null or o.part_of in (select i.id from open i)
  ), posted as materialized (
    select e.outcome_id, e.id, e.number, e.stage, e.amount, e.currency, e.count, e.qualifier, e.count_qualifier, e.value_date, e.entered_at, e.reverses, e.source_id
    from outcomes.entry e where e.outcome_id in (select s.id from seen s)
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
      f.entries, f.amounts, f.amount, f.currency, f.qualifiers, f.count, f.count_qualifiers, l.last_any, f.sources, f.days)) as figures
    from figured f join last_of l on l.outcome_id = f.outcome_id and l.stage = f.stage group by f.outcome_id
  ), of_said as (
    select c.outcome_id, json_agg(json_build_array(c.number, c.owner_office, c.verdict, c.through, c.stage) order by c.entered_at, c.id) as said
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
  select s.id, s.kind, s.extent, s.counted, case when s.part_of in (select w.id from seen w) then s.part_of end, s.visibility, s.owner_office, s.title, s.occurred, s.from_city, s.to_city, s.subjects,
    f.figures, c.said, k.askings
  from seen s
  left join of_figures f on f.outcome_id = s.id
  left join of_said c on c.outcome_id = s.id
  left join of_askings k on k.outcome_id = s.id
  order by s.id
$$;
revoke all on function outcomes.known_about(uuid[]) from public;
grant execute on function outcomes.known_about(uuid[]) to hansa_app;
