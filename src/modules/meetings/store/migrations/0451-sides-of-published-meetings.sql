-- Whose meeting it is, for what came of it to be counted in parts (0452).
create or replace view meetings.meetings with (security_invoker = true) as
  select edition_id, id, a_participant, b_participant from meetings.meeting;
