-- What cites, and on the page of which tie it stands.
create or replace view platform.citing_ties with (security_invoker = true) as
  select id, 'agreement' as kind, 'tie' as place_kind, tie_id as place_id from ties.agreement where withdrawn_at is null
  union all select i.id, 'agreement', 'tie', a.tie_id from ties.agreed_item i join ties.agreement a on a.id = i.agreement_id where a.withdrawn_at is null
  union all select id, 'exchange', 'tie', tie_id from ties.exchange where withdrawn_at is null
  union all select id, 'carrier', 'tie', tie_id from ties.carrier where withdrawn_at is null;
