-- Tables of rates and marks of evidence rest on sources, too: a list of sources says so, and what rests on none is said to.
create or replace view platform.citing_outcomes with (security_invoker = true) as
  select e.id, 'outcome' as kind, 'outcome' as place_kind, o.id as place_id
    from outcomes.entry e join outcomes.outcome o on o.id = e.outcome_id where o.withdrawn_at is null
  union all select c.id, 'outcome', 'outcome', o.id from outcomes.confirmation c join outcomes.outcome o on o.id = c.outcome_id where o.withdrawn_at is null
  union all select r.id, 'outcome', 'outcome', o.id from outcomes.rate r join outcomes.outcome o on o.id = r.outcome_id where o.withdrawn_at is null
  union all select m.id, 'evidence', 'outcome', o.id from outcomes.evidence_mark m join outcomes.outcome o on o.id = m.outcome_id
    where m.withdrawn_at is null and o.withdrawn_at is null
  union all select t.id, 'rates', 'rates', t.id from outcomes.rate_table t where t.withdrawn_at is null;
