-- What the search reads of texts that are no names: the words of a document as lines, made comparable as kernel/fold.ts does it.
create function platform.words_in(p_text jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(string_agg(distinct v #>> '{}', E'\n'), '') from (
    select jsonb_path_query(p_text, '$.**.text') union all select jsonb_path_query(p_text, '$.**.name')
    union all select jsonb_path_query(p_text, '$.**.post')) as u(v) where jsonb_typeof(v) = 'string'
$$;

-- Only what is not plain ASCII or Han needs more than lower case: most texts are spared the work.
create function platform.folded(p_text text) returns text language sql immutable parallel safe as $$
  select case when p_text !~ '[À-῿！-～]' then lower(p_text) else
    translate(replace(replace(replace(normalize(lower(regexp_replace(normalize(p_text, NFKD), '[̀-ͯ]', '', 'g')), NFC), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
      'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЈЉЊЋЏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩØŁĐÐıøłđð',
      'абвгдежзиклмнопрстуфхцчшщъыьэюяєіђјљњћџαβγδεζηθικλμνξοπρστυφχψωolddioldd') end
$$;

-- A figure as it is typed: 139000000, 139 million, 139m, 1.39亿, 45 deals, 45项.
create function platform.figure_words(p_amount numeric, p_currency text, p_count numeric, p_noun text) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select concat_ws(' ', trim_scale(p_amount)::text, trim_scale(p_amount / 1000)::text || 'k',
    trim_scale(p_amount / 1000000)::text || ' million ' || trim_scale(p_amount / 1000000)::text || 'm',
    trim_scale(p_amount / 1000000000)::text || ' billion ' || trim_scale(p_amount / 1000000000)::text || 'bn',
    trim_scale(p_amount / 10000)::text || '万', trim_scale(p_amount / 100000000)::text || '亿', p_currency,
    trim_scale(p_count)::text || ' ' || p_noun || 's ' || trim_scale(p_count)::text || '项 ' || trim_scale(p_count)::text || '家')
$$;
grant execute on function platform.words_in(jsonb), platform.folded(text), platform.figure_words(numeric, text, numeric, text) to hansa_app;

-- What the search of the platform reads of statements, under the reader's own rights: texts, passages and who said them, as long as they stand.
create view platform.searched_statements with (security_invoker = true) as
  select 'statement' as kind, s.id, s.subject_kind as place_kind,
    coalesce((select a.subject_id from evidence.standing_subjects(array[s.subject_kind], array[s.subject_id]) a), s.subject_id) as place_id,
    null::jsonb as label, s.attribute as code, null::jsonb as day, null::uuid[] as heard_by, s.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(s.value), s.said_by, s.passage) as words, '' as signs
  from evidence.statement s
  where s.withdrawn_at is null and (s.value ->> 'type' = 'text' or s.said_by is not null or s.passage is not null)
    and s.subject_kind in ('tie', 'city', 'outcome', 'organisation', 'edition')
    and not exists (select 1 from evidence.statement n where n.supersedes = s.id and n.withdrawn_at is null);
grant select on platform.searched_statements to hansa_app;
