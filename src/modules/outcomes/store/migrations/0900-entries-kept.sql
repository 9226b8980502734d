-- What is kept beside each ledger (docs/decisions/0083, 0092) holds its entries and what was asked and answered as they are told: a report of a tie writes out thousands of
-- entries, and hardly any of them is new. They are what entries_of and askings_of wrote out each time.
alter table outcomes.ledger_now add column entries json;
alter table outcomes.ledger_now add column askings json;

drop function outcomes.ledgers_astray();
drop function outcomes.ledgers_anew(uuid[]);
create function outcomes.ledgers_anew(p_outcomes uuid[]) returns table (outcome_id uuid, told text, beside text, has_words boolean, has_said boolean, entries json, askings json)
language sql stable set search_path = pg_catalog as $$
  with posted as materialized (
    select e.* from outcomes.entry e where e.outcome_id = any (p_outcomes)
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
  ), of_entries as (
    select p.outcome_id, json_agg(json_build_array(p.id, p.number, p.entered_by, to_char(p.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), p.source_id, p.stage,
      p.amount::text, p.currency, p.count::text, p.qualifier, p.count_qualifier, p.note, p.reverses, p.content_hash, p.value_date, p.said_by, p.about, p.passage, p.place)
      order by p.number) as entries
    from posted p group by p.outcome_id
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
    exists (select from outcomes.confirmation c where c.outcome_id = o.id), e.entries, k.askings
  from unnest(p_outcomes) as o(id)
  left join of_entries e on e.outcome_id = o.id
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
  update outcomes.ledger_now n set told = a.told, beside = a.beside, has_words = a.has_words, has_said = a.has_said, entries = a.entries, askings = a.askings
    from outcomes.ledgers_anew(p_outcomes) a where a.outcome_id = n.outcome_id;
end $$;

create function outcomes.ledgers_astray() returns setof uuid language sql stable set search_path = pg_catalog as $$
  select a.outcome_id from outcomes.ledgers_anew(array(select id from outcomes.outcome)) a left join outcomes.ledger_now n on n.outcome_id = a.outcome_id
  where (n.told, n.beside, n.entries::text, n.askings::text) is distinct from (a.told, a.beside, a.entries::text, a.askings::text)
    or coalesce(n.has_words, false) <> a.has_words or coalesce(n.has_said, false) <> a.has_said
$$;
revoke all on function outcomes.ledgers_astray() from public;

select outcomes.keep_anew(array(select id from outcomes.outcome));

-- Pages of editions ask twenty thousand rows for their marks alone: found in the index, without the wide rows behind it.
create index ledger_now_marks on outcomes.ledger_now (outcome_id) include (mark, has_words, has_said);

-- Entries of outcomes that the actor may see, those of one as a list of lists.
create or replace function outcomes.entries_of(p_outcomes uuid[]) returns table (outcome_id uuid, entries json)
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  select n.outcome_id, n.entries from outcomes.outcome o join outcomes.ledger_now n on n.outcome_id = o.id
  where o.id = any (p_outcomes) and n.entries is not null
    and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
$$;

-- What was asked and answered of outcomes that the actor may see, those of one as a list of lists by months, beside the months whose letters came back: no person,
-- no address, no company, no words.
drop function outcomes.askings_of(uuid[]);
create function outcomes.askings_of(p_outcomes uuid[]) returns table (outcome_id uuid, askings json, returned int[])
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  with seen as materialized (
    select n.outcome_id, n.askings from outcomes.outcome o join outcomes.ledger_now n on n.outcome_id = o.id
    where o.id = any (p_outcomes) and o.withdrawn_at is null and n.askings is not null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), came_back as materialized (
    select f.outcome_id, array_agg(f.months) as returned
    from outcomes.follow_up f join platform.mail m on m.id = f.mail_id
    where f.outcome_id = any (array(select s.outcome_id from seen s)) and f.state = 'sent' and m.refused_at is not null group by f.outcome_id
  )
  select s.outcome_id, s.askings, c.returned from seen s left join came_back c on c.outcome_id = s.outcome_id
$$;
revoke all on function outcomes.askings_of(uuid[]) from public;
grant execute on function outcomes.askings_of(uuid[]) to hansa_app;
