-- A milestone or an indicator is called otherwise by who keeps it, unless somebody else has changed it meanwhile.
alter table outcomes.mark add column version int not null default 1;
