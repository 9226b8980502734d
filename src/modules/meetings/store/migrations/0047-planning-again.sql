-- Planning again stays close to the schedule in force, unless the search was let free; and an entry that a later release added says so.

alter table meetings.plan add column moves_freely boolean not null default false;
alter table meetings.agenda_entry add column added boolean not null default false;
