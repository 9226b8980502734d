-- In which domains an agreement lies; what it foresees has domains of its own besides.
alter table ties.agreement add column domains text[] not null default '{}';
alter table ties.agreement add check (domains <@ array['trade', 'investment', 'culture', 'sport', 'education_science', 'environment_energy',
  'health', 'urban_transport', 'governance', 'youth_people', 'tourism']);

-- To which tie a thing belongs that modules above point to.
create view ties.happenings with (security_invoker = true) as
  select 'agreement' as kind, id as subject_id, tie_id from ties.agreement where withdrawn_at is null
  union all select 'exchange', id, tie_id from ties.exchange where withdrawn_at is null;
grant select on ties.happenings to hansa_app;
