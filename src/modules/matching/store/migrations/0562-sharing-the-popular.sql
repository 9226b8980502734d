-- How far an edition's suggestions share the popular out: 0 makes each list for itself, 100 takes off all that popularity costs.
alter table matching.setting add column share smallint not null default 0 check (share between 0 and 100);
