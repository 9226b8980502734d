-- Who carries a tie is said somewhere, as everything else: a carrier takes a source.
alter table ties.carrier add column source_id uuid;
