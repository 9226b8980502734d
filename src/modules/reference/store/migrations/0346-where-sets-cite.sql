-- What cites, and which set it is.
create or replace view platform.citing_sets with (security_invoker = true) as
  select id, 'set' as kind, 'set' as place_kind, id as place_id from reference.set;
