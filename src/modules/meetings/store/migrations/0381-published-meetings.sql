-- Which meetings an edition has, for modules that say something of them; who reads it sees what the table would show them.
create view meetings.meetings with (security_invoker = true) as
  select edition_id, id from meetings.meeting;
grant select on meetings.meetings to hansa_app;
