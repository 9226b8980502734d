-- What a change of the day told the roster (who is away, which tables are closed), so that it can be taken back with it.
alter table meetings.release add column on_the_day jsonb;
