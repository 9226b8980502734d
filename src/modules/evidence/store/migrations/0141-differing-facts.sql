-- Opinions, comparisons and forecasts do not differ from facts: they are nobody’s date.
create or replace view evidence.differing_dates with (security_invoker = true) as
  with dated as materialized (
    select t.id, t.subject_kind, t.subject_id, t.attribute, t.value -> 'date' ->> 'text' as said
    from evidence.statement t
    where t.withdrawn_at is null and t.kind in ('fact', 'count') and t.value ->> 'type' = 'date'
      and not exists (select 1 from evidence.statement n where n.supersedes = t.id and n.withdrawn_at is null)
  ), subjects as materialized (
    select array_agg(d.subject_kind) as kinds, array_agg(d.subject_id) as ids from (select distinct subject_kind, subject_id from dated) d
  ), standing as materialized (
    select s.subject_kind, s.former_id, s.subject_id from subjects, evidence.standing_subjects(subjects.kinds, subjects.ids) s
  ), said_of as (
    select d.id, d.subject_kind, coalesce(s.subject_id, d.subject_id) as subject_id, d.attribute, d.said
    from dated d left join standing s on s.subject_kind = d.subject_kind and s.former_id = d.subject_id
  )
  select subject_kind, subject_id, attribute from (
    select subject_kind, subject_id, attribute, said,
      first_value(said) over (partition by subject_kind, subject_id, attribute order by length(said) desc, id) as longest
    from said_of
  ) compared
  group by subject_kind, subject_id, attribute having not bool_and(longest like said || '%');
