-- A statement is found under what it says, not under who said it; and the days that it states of a tie are found by their year.
create or replace view platform.searched_statements with (security_invoker = true) as
  select 'statement' as kind, s.id, s.subject_kind as place_kind,
    coalesce((select a.subject_id from evidence.standing_subjects(array[s.subject_kind], array[s.subject_id]) a), s.subject_id) as place_id,
    case s.value ->> 'type' when 'text' then s.value -> 'text'
      when 'count' then jsonb_build_object('und', jsonb_build_object('text', s.value ->> 'count', 'origin', 'human'))
      when 'money' then jsonb_build_object('und', jsonb_build_object('text', concat_ws(' ', s.value ->> 'currency', s.value ->> 'amount'), 'origin', 'human'))
      end as label,
    s.attribute as code, s.value -> 'date' as day, null::uuid[] as heard_by, s.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(s.value), s.said_by, s.passage) as words, coalesce(s.value ->> 'count', '') as signs
  from evidence.statement s
  where s.withdrawn_at is null and (s.value ->> 'type' = 'text' or s.said_by is not null or s.passage is not null)
    and s.subject_kind in ('tie', 'city', 'outcome', 'organisation', 'edition')
    and not exists (select 1 from evidence.statement n where n.supersedes = s.id and n.withdrawn_at is null);

-- A day at its precision as it is typed: 1999-10-18, 18 October 1999, 1999年10月18日.
create function platform.day_words(p_day jsonb) returns text language sql stable parallel safe set search_path = pg_catalog as $$
  select case length(d.t)
    when 10 then concat_ws(' ', d.t, to_char(d.t::date, 'FMDD FMmonth YYYY'), to_char(d.t::date, 'YYYY年FMMM月FMDD日'))
    when 7 then concat_ws(' ', d.t, to_char((d.t || '-01')::date, 'FMmonth YYYY'), to_char((d.t || '-01')::date, 'YYYY年FMMM月'))
    else d.t end from (select p_day ->> 'text') as d(t)
$$;
grant execute on function platform.day_words(jsonb) to hansa_app;

create view platform.searched_days with (security_invoker = true) as
  select 'tie' as kind,
    coalesce((select a.subject_id from evidence.standing_subjects(array['tie'], array[s.subject_id]) a), s.subject_id) as id,
    null::text as place_kind, null::uuid as place_id, null::jsonb as label, s.attribute as code, s.value -> 'date' as day,
    null::uuid[] as heard_by, s.visibility = 'public' as is_public, '' as words, '' as signs
  from evidence.statement s
  where s.withdrawn_at is null and s.subject_kind = 'tie' and s.value ->> 'type' = 'date'
    and not exists (select 1 from evidence.statement n where n.supersedes = s.id and n.withdrawn_at is null);
grant select on platform.searched_days to hansa_app;
