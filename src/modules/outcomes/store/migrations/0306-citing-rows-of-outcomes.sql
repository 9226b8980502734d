-- What of an outcome cites a source or a document: for whoever counts what rests on one.
create view platform.citing_outcomes with (security_invoker = true) as
  select e.id, 'outcome' as kind from outcomes.entry e join outcomes.outcome o on o.id = e.outcome_id where o.withdrawn_at is null
  union all select c.id, 'outcome' from outcomes.confirmation c join outcomes.outcome o on o.id = c.outcome_id where o.withdrawn_at is null
  union all select r.id, 'outcome' from outcomes.rate r join outcomes.outcome o on o.id = r.outcome_id where o.withdrawn_at is null;
grant select on platform.citing_outcomes to hansa_app;
