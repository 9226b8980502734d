-- Of whom and of what a study speaks, for which time, how it was made and how many of how many took part: a figure that rests on it holds for these alone.
alter table evidence.source add column reach jsonb;
create trigger reach_stays after update of reach on evidence.source for each row execute function evidence.refuse_change();
