-- Two of an office who write the same notes: the later is told of what the earlier wrote (optimistic concurrency).
alter table ties.exchange_note add column version integer not null default 1;
