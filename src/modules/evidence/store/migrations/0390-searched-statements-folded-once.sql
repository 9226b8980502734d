-- What the search looks through of a statement is folded once, when it is entered: at each search it cost 20 µs a statement.
alter table evidence.statement add column searched text generated always as (
  case when value ->> 'type' = 'text' or said_by is not null or passage is not null then
    platform.folded(platform.words_in(value) || E'\n' || coalesce(said_by, '') || E'\n' || coalesce(passage, '') || E'\n' || coalesce(value ->> 'count', ''))
  end) stored;

create or replace view platform.searched_statements with (security_invoker = true) as
  select 'statement' as kind, s.id, s.subject_kind as place_kind,
    coalesce((select a.subject_id from evidence.standing_subjects(array[s.subject_kind], array[s.subject_id]) a), s.subject_id) as place_id,
    case s.value ->> 'type' when 'text' then s.value -> 'text'
      when 'count' then jsonb_build_object('und', jsonb_build_object('text', s.value ->> 'count', 'origin', 'human'))
      when 'money' then jsonb_build_object('und', jsonb_build_object('text', concat_ws(' ', s.value ->> 'currency', s.value ->> 'amount'), 'origin', 'human'))
      end as label,
    s.attribute as code, s.value -> 'date' as day, null::uuid[] as heard_by, s.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(s.value), s.said_by, s.passage) as words, coalesce(s.value ->> 'count', '') as signs, s.searched
  from evidence.statement s
  where s.withdrawn_at is null and s.searched is not null
    and s.subject_kind in ('tie', 'city', 'outcome', 'organisation', 'edition')
    and not exists (select 1 from evidence.statement n where n.supersedes = s.id and n.withdrawn_at is null);

create or replace view platform.searched_days with (security_invoker = true) as
  select 'tie' as kind,
    coalesce((select a.subject_id from evidence.standing_subjects(array['tie'], array[s.subject_id]) a), s.subject_id) as id,
    null::text as place_kind, null::uuid as place_id, null::jsonb as label, s.attribute as code, s.value -> 'date' as day,
    null::uuid[] as heard_by, s.visibility = 'public' as is_public, '' as words, '' as signs, '' as searched
  from evidence.statement s
  where s.withdrawn_at is null and s.subject_kind = 'tie' and s.value ->> 'type' = 'date'
    and not exists (select 1 from evidence.statement n where n.supersedes = s.id and n.withdrawn_at is null);
