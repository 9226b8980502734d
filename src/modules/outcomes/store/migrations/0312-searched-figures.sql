-- What the search of the platform reads of outcomes, under the reader's own rights: their figures as they are typed, who said them, of what.
create view platform.searched_outcomes with (security_invoker = true) as
  select 'outcome' as kind, o.id, null::text as place_kind, null::uuid as place_id, o.title as label, o.kind as code, o.occurred as day,
    null::uuid[] as heard_by, o.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(o.title), platform.words_in(o.note),
      (select string_agg(p.name, E'\n') from outcomes.party p where p.outcome_id = o.id),
      (select string_agg(concat_ws(E'\n', e.said_by, e.about, e.passage, e.note), E'\n') from outcomes.entry e where e.outcome_id = o.id)) as words,
    (select string_agg(platform.figure_words(e.amount, e.currency, e.count, o.kind), E'\n') from outcomes.entry e
      where e.outcome_id = o.id and e.kind = 'entry' and not exists (select 1 from outcomes.entry r where r.outcome_id = o.id and r.reverses = e.id)) as signs
  from outcomes.outcome o where o.withdrawn_at is null;
grant select on platform.searched_outcomes to hansa_app;
