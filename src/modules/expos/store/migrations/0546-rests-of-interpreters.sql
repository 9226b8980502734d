-- What counts as a rest between two meetings of an interpreter, in minutes, where something else than the usual quarter of an hour was agreed.
alter table expos.interpreter add column rest_minutes int check (rest_minutes between 5 and 240);
create or replace view expos.interpreters with (security_invoker = true) as
  select edition_id, id, owner_office, name, languages, office_id, longest_minutes, times_said_at, rest_minutes from expos.interpreter;
