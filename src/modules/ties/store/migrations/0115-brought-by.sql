-- The act that brought a tie into a register together with others, so that all of it can be taken back; null where it came by itself.
alter table ties.keeping add column brought_by uuid;
create index keeping_brought_by on ties.keeping (brought_by) where brought_by is not null;
