-- A passage, and its place in the source, belong to what is said and not to the source: one article is one source, however many things it
-- says (docs/decisions/0022).
alter table evidence.statement
  add column passage text check (length(passage) between 1 and 4000),
  add column place text check (length(place) between 1 and 200),
  -- What the content hash covers: version 1 the passage that its source was entered with, version 2 the statement's own and its place.
  add column hash_version int not null default 1 check (hash_version in (1, 2));
alter table evidence.statement alter column hash_version set default 2;

-- Of a row of another module that can be corrected, the passage stands with the citation.
alter table evidence.citation
  add column passage text check (length(passage) between 1 and 4000),
  add column place text check (length(place) between 1 and 200);

-- What sources were entered with so far goes to all that was said with them; the source keeps its own, since old hashes cover it.
update evidence.statement t set passage = s.passage from evidence.source s where s.id = t.source_id and s.passage is not null;
update evidence.citation c set passage = s.passage from evidence.source s
  where s.id = c.cited_id and s.passage is not null and not exists (select 1 from evidence.statement t where t.id = c.citing_id);

drop trigger content_stays on evidence.statement;
create trigger content_stays
  after update of id, owner_office, subject_kind, subject_id, attribute, value, kind, source_id, passage, place, said_by, content_hash,
    hash_version, supersedes, batch_id, entered_by, entered_at
  on evidence.statement for each row execute function evidence.refuse_change();

-- For modules whose rows keep the passage themselves, since they are never changed.
create view evidence.passages with (security_invoker = true) as
  select cited_id, citing_id, passage, place from evidence.citation where passage is not null or place is not null;

-- What makes two sources of an office one and the same: all that is said of them.
create function evidence.source_key(class text, title text, publisher text, address text, source_date text, qualifier text, document_id uuid,
  licence text, credit text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select md5(class || chr(31) || title || chr(31) || coalesce(publisher, '') || chr(31) || coalesce(address, '') || chr(31)
    || coalesce(source_date, '') || chr(31) || qualifier || chr(31) || coalesce(document_id::text, '') || chr(31)
    || coalesce(licence, '') || chr(31) || coalesce(credit, ''))
$$;
grant execute on function evidence.source_key(text, text, text, text, text, text, uuid, text, text) to hansa_app;

-- Those that were entered several times, once for each passage, are merged into the one that holds others already, else into the first.
create temporary table same_source on commit drop as
  select s.id, first_value(s.id) over (partition by s.owner_office, evidence.source_key(class, title, publisher, address, source_date, source_date_qualifier, document_id, licence, credit)
    order by (exists (select 1 from evidence.source o where o.merged_into = s.id)) desc, s.id) as first_id
  from evidence.source s where s.title <> '' and s.merged_into is null;
update evidence.source s set merged_into = d.first_id, version = s.version + 1 from same_source d
  where s.merged_into = d.id and d.id <> d.first_id;
update evidence.source s set merged_into = d.first_id, version = s.version + 1 from same_source d where s.id = d.id and d.id <> d.first_id;
update evidence.source t set visibility = a.visibility, shared_with = case when a.visibility = 'shared' then a.offices else '{}' end
from (
  select w.id,
    case when bool_or(c.visibility = 'public') then 'public' when bool_or(c.visibility = 'shared') then 'shared' else 'private' end as visibility,
    coalesce(array_agg(distinct o.office order by o.office) filter (where o.office is not null), '{}') as offices
  from (select d.first_id as id, d.first_id as cited from same_source d where d.id <> d.first_id
    union select s.merged_into, s.id from evidence.source s join same_source d on d.first_id = s.merged_into and d.id <> d.first_id) w
  left join evidence.citation c on c.cited_id = w.cited
  left join lateral unnest(c.shared_with) as o(office) on true group by w.id) a
where t.id = a.id;

create unique index source_once on evidence.source
  (owner_office, evidence.source_key(class, title, publisher, address, source_date, source_date_qualifier, document_id, licence, credit))
  where title <> '' and merged_into is null;

-- Where one is looked for before another is entered: by its title, and by its address whichever way that is written.
create function evidence.address_key(address text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select regexp_replace(lower(address), '^https?://(www\.)?|#.*$|/+$', '', 'g')
$$;
grant execute on function evidence.address_key(text) to hansa_app;
create index source_by_title on evidence.source (owner_office, lower(title)) where title <> '';
create index source_by_address on evidence.source (owner_office, evidence.address_key(address)) where address is not null;
