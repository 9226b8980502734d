-- What the search looks through of an outcome is folded once, where it is entered; figures in every way they are typed.
create function platform.figures_typed(p_amount numeric, p_currency text, p_count numeric) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select platform.folded(coalesce(trim_scale(p_amount)::text || ' ' || trim_scale(p_amount / 1000)::text || 'k '
      || trim_scale(p_amount / 1000000)::text || ' million ' || trim_scale(p_amount / 1000000)::text || 'm '
      || trim_scale(p_amount / 1000000000)::text || ' billion ' || trim_scale(p_amount / 1000000000)::text || 'bn '
      || trim_scale(p_amount / 10000)::text || '万 ' || trim_scale(p_amount / 100000000)::text || '亿 ' || p_currency, '')
    || coalesce(' ' || trim_scale(p_count)::text || ' ' || trim_scale(p_count)::text || '项 ' || trim_scale(p_count)::text || '家', ''))
$$;
grant execute on function platform.figures_typed(numeric, text, numeric) to hansa_app;

alter table outcomes.outcome add column searched text generated always as (
  -- The word of its kind as well: of 45 deals.
  platform.folded(platform.words_in(title) || E'\n' || platform.words_in(note)) || E'\n' || kind || ' ' || kind || 's') stored;
alter table outcomes.party add column searched text generated always as (platform.folded(name)) stored;
alter table outcomes.entry
  add column searched text generated always as (
    platform.folded(coalesce(said_by, '') || E'\n' || coalesce(about, '') || E'\n' || coalesce(passage, '') || E'\n' || coalesce(note, ''))) stored,
  add column searched_figures text generated always as (
    case when kind = 'entry' then platform.figures_typed(amount, currency, count) end) stored;

drop view platform.searched_outcomes;
create view platform.searched_outcomes with (security_invoker = true) as
  select 'outcome' as kind, o.id, null::text as place_kind, null::uuid as place_id, o.title as label, o.kind as code, o.occurred as day,
    null::uuid[] as heard_by, o.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(o.title), platform.words_in(o.note),
      (select string_agg(p.name, E'\n') from outcomes.party p where p.outcome_id = o.id),
      (select string_agg(concat_ws(E'\n', e.said_by, e.about, e.passage, e.note), E'\n') from outcomes.entry e where e.outcome_id = o.id)) as words,
    '' as signs,
    concat_ws(E'\n', o.searched, (select string_agg(p.searched, E'\n') from outcomes.party p where p.outcome_id = o.id),
      (select string_agg(concat_ws(E'\n', e.searched, case when r.id is null then e.searched_figures end), E'\n') from outcomes.entry e
        left join outcomes.entry r on r.outcome_id = e.outcome_id and r.reverses = e.id where e.outcome_id = o.id)) as searched
  from outcomes.outcome o where o.withdrawn_at is null;
grant select on platform.searched_outcomes to hansa_app;
drop function platform.figure_words(numeric, text, numeric, text);
