-- What of a tie cites a source or a document: for whoever counts what rests on one.
create view platform.citing_ties with (security_invoker = true) as
  select id, 'agreement' as kind from ties.agreement where withdrawn_at is null
  union all select i.id, 'agreement' from ties.agreed_item i join ties.agreement a on a.id = i.agreement_id where a.withdrawn_at is null
  union all select id, 'exchange' from ties.exchange where withdrawn_at is null
  union all select id, 'carrier' from ties.carrier where withdrawn_at is null;
grant select on platform.citing_ties to hansa_app;
