-- Which of the classes that everybody finds one of an office's own counts as; null where it counts as none of them.
alter table ties.class
  add column common text check (common in ('sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership')),
  add column version int not null default 1;
