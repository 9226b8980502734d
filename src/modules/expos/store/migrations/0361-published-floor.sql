-- The area of stands for the modules below.
create or replace view expos.stands with (security_invoker = true) as
  select edition_id, id, code, hall, seats, area from expos.stand;
