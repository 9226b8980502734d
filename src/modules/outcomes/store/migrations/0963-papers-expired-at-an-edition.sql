-- The papers of an edition's outcomes that have expired, found by the edition: naming its thousands of outcomes one by one takes longer than finding the few papers.
create index evidence_mark_by_end on outcomes.evidence_mark (valid_until) where valid_until is not null and withdrawn_at is null;
create function outcomes.expired_papers_at(p_edition uuid, p_day date)
returns table (outcome_id uuid, stage text, source_id uuid, valid_until text)
language sql stable security definer set search_path = pg_catalog as $$
  with ended as materialized (
    select distinct m.outcome_id, m.stage, m.source_id from outcomes.evidence_mark m where m.valid_until < p_day and m.withdrawn_at is null
  )
  select e.outcome_id, e.stage, e.source_id, max(m.valid_until)::text
  from ended e
  join outcomes.evidence_mark m on m.outcome_id = e.outcome_id and m.stage = e.stage and m.source_id = e.source_id and m.withdrawn_at is null
  join outcomes.outcome o on o.id = e.outcome_id
  where o.withdrawn_at is null
    and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
    and exists (select from outcomes.attribution a
      where a.outcome_id in (o.id, o.part_of) and a.subject_kind = 'edition' and a.subject_id = p_edition and a.relation = 'result_of')
  group by e.outcome_id, e.stage, e.source_id
  having max(coalesce(m.valid_until, 'infinity'::date)) < p_day
$$;
revoke all on function outcomes.expired_papers_at(uuid, date) from public;
grant execute on function outcomes.expired_papers_at(uuid, date) to hansa_app;
