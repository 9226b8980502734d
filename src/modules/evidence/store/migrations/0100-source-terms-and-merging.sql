-- Under which terms a source may be used, and that two sources are one: statements keep the source they were entered with, and are read
-- with the one it was merged into.
alter table evidence.source
  add column version int not null default 1,
  add column licence text check (length(licence) between 1 and 200),
  add column credit text check (length(credit) between 1 and 500),
  add column merged_into uuid,
  add constraint source_of_office unique (id, owner_office),
  -- Only an office's own sources are one.
  add constraint source_merged foreign key (merged_into, owner_office) references evidence.source (id, owner_office),
  add constraint source_not_itself check (merged_into <> id);
create index source_by_merged on evidence.source (merged_into) where merged_into is not null;

-- Own records under a licence are more than "our records, me, today".
drop index evidence.source_own_records;
create unique index source_own_records on evidence.source (owner_office, entered_by, source_date, source_date_qualifier)
  where class = 'own_records' and title = '' and publisher is null and address is null and passage is null and document_id is null
    and licence is null and credit is null;

-- Of which subjects statements that may be seen give dates that contradict each other: a year, its month and its day are one date.
create view evidence.differing_dates with (security_invoker = true) as
  select subject_kind, subject_id, attribute from (
    select subject_kind, subject_id, attribute, value -> 'date' ->> 'text' as said,
      first_value(value -> 'date' ->> 'text') over (
        partition by subject_kind, subject_id, attribute order by length(value -> 'date' ->> 'text') desc, id) as longest
    from evidence.statement t
    where withdrawn_at is null and value ->> 'type' = 'date'
      and not exists (select 1 from evidence.statement n where n.supersedes = t.id and n.withdrawn_at is null)
  ) dated
  group by subject_kind, subject_id, attribute having not bool_and(longest like said || '%');
grant select on evidence.differing_dates to hansa_app;

-- What has been said of what and not been withdrawn, with the source it was entered with.
create view evidence.statements with (security_invoker = true) as
  select id, subject_kind, subject_id, attribute, source_id from evidence.statement where withdrawn_at is null;
grant select on evidence.statements to hansa_app;
