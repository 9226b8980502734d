-- Whoever backs up in the backup role reads sequences too: pg_dump ends at one that it may not read.
grant select on sequence cities.moved_number_seq to hansa_backup;
