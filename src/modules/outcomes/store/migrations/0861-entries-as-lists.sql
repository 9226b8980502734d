-- Entries of outcomes that the actor may see, those of one as a list of lists: naming each column of each row takes the database half as long again, and whoever reads them, too.
drop function outcomes.entries_of(uuid[]);
create function outcomes.entries_of(p_outcomes uuid[]) returns table (outcome_id uuid, entries json)
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  select e.outcome_id, json_agg(json_build_array(e.id, e.number, e.entered_by, e.entered_at, e.source_id, e.stage, e.amount::text, e.currency, e.count::text, e.qualifier, e.count_qualifier,
    e.note, e.reverses, e.content_hash, e.value_date, e.said_by, e.about, e.passage, e.place) order by e.number)
  from outcomes.outcome o join outcomes.entry e on e.outcome_id = o.id
  where o.id = any (p_outcomes)
    and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  group by e.outcome_id
$$;
revoke all on function outcomes.entries_of(uuid[]) from public;
grant execute on function outcomes.entries_of(uuid[]) to hansa_app;

-- The same as before; published pages are looked for once for all outcomes and their wholes, instead of for each.
create or replace function outcomes.answers_told(p_outcomes uuid[], p_own boolean) returns setof uuid
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
  with asked as materialized (
    select o.id, o.part_of, o.visibility, p_own and o.owner_office = any (platform.reads()) as is_own from outcomes.outcome o where o.id = any (p_outcomes)
  ), wholes as materialized (
    select w.id from outcomes.outcome w
    where w.id = any (array(select a.part_of from asked a where a.part_of is not null)) and w.visibility = 'public' and w.withdrawn_at is null
  ), shown as materialized (
    select a.outcome_id from outcomes.attribution a join outcomes.follow_through t on t.edition_id = a.subject_id and t.visibility = 'public'
    where a.outcome_id = any (array(select o.id from asked o where o.visibility = 'public' and not o.is_own union select w.id from wholes w))
      and a.subject_kind = 'edition' and a.relation = 'result_of'
  )
  select o.id from asked o
  where o.is_own or (o.visibility = 'public' and (o.id in (select s.outcome_id from shown s)
    or o.part_of in (select w.id from wholes w join shown s on s.outcome_id = w.id)))
$$;
