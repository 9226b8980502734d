-- Outcomes that have to do with any of the things, and their parts, as far as the actor may see them, found by indexes: asked of the tables under their policies
-- the database looks through all outcomes there are, once for each place in which the question stands.
create function outcomes.about(p_subjects uuid[]) returns setof uuid
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  with own as materialized (
    select distinct o.id from outcomes.attribution a join outcomes.outcome o on o.id = a.outcome_id
    where a.subject_id = any (p_subjects) and o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  )
  select own.id from own
  union select o.id from own join outcomes.outcome o on o.part_of = own.id
    where o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
$$;
revoke all on function outcomes.about(uuid[]) from public;
grant execute on function outcomes.about(uuid[]) to hansa_app;

-- The same as before; answers are gathered once for all outcomes instead of asking for each asking's own.
create or replace function outcomes.askings_of(p_outcomes uuid[])
returns table (outcome_id uuid, months int, due date, state text, sent_at timestamptz, answers jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  with open as materialized (
    select o.id from outcomes.outcome o
    where o.id = any (p_outcomes) and o.withdrawn_at is null
      and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  ), given as materialized (
    select a.follow_up_id, jsonb_agg(jsonb_build_object('answer', a.answer, 'amount', a.amount::text, 'currency', a.currency,
      'answeredAt', to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'hasPaper', a.document_id is not null) order by a.number) as answers
    from open join outcomes.follow_up_answer a on a.outcome_id = open.id group by a.follow_up_id
  )
  select f.outcome_id, f.months, f.due, case when f.state = 'sent' and m.refused_at is not null then 'bounced' else f.state end, f.sent_at, coalesce(g.answers, '[]')
  from open join outcomes.follow_up f on f.outcome_id = open.id
  left join platform.mail m on m.id = f.mail_id
  left join given g on g.follow_up_id = f.id
  order by f.outcome_id, f.months
$$;

-- Entries and what outcomes have to do with, of those that the actor may see: the policy asks it once for each row, this once for each outcome.
create function outcomes.entries_of(p_outcomes uuid[]) returns setof outcomes.entry
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  select e.* from outcomes.outcome o join outcomes.entry e on e.outcome_id = o.id
  where o.id = any (p_outcomes)
    and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
$$;
create function outcomes.attributions_of(p_outcomes uuid[]) returns setof outcomes.attribution
language sql stable security definer rows 500 set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
  select a.* from outcomes.outcome o join outcomes.attribution a on a.outcome_id = o.id
  where o.id = any (p_outcomes)
    and (o.visibility = 'public' or o.owner_office = any (platform.reads()) or (o.visibility = 'shared' and o.shared_with && platform.reads()))
$$;
revoke all on function outcomes.entries_of(uuid[]), outcomes.attributions_of(uuid[]) from public;
grant execute on function outcomes.entries_of(uuid[]), outcomes.attributions_of(uuid[]) to hansa_app;
