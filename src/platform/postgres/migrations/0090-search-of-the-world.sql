-- Search over some hundred thousand terms. One row for each form of a name; what it is found by follows from that form:
-- `compact`, without blanks, for whole names and beginnings, and two small indexes for what is in the middle of a name.
-- The database's letters are those of ASCII where trigrams are cut, so other scripts are found by their characters.
delete from platform.search_term t using platform.search_term u
  where t.subject_id = u.subject_id and t.folded = u.folded and t.ctid > u.ctid;
drop index platform.search_term_folded;
drop index platform.search_term_trigrams;
alter table platform.search_term
  drop constraint search_term_pkey,
  add primary key (subject_id, folded),
  add column weight smallint not null default 0,
  add column compact text collate "C" not null generated always as (replace(folded, ' ', '')) stored;
create index search_term_compact on platform.search_term (compact);
-- A short list of what is pending: each search reads all of it.
create index search_term_letters on platform.search_term
  using gin ((case when folded like '% %' then folded || '|' || compact else folded end) gin_trgm_ops)
  with (gin_pending_list_limit = 128) where folded ~ '[a-z0-9]';
create index search_term_characters on platform.search_term
  using gin ((string_to_array(compact, null))) with (gin_pending_list_limit = 128) where compact ~ '[^ -~]';

-- Under its policies text can only be compared here, which a beginning needs no more than.
alter table platform.office_search_term
  add column weight smallint not null default 0,
  add column compact text collate "C" not null generated always as (replace(folded, ' ', '')) stored;
create index office_search_term_compact on platform.office_search_term (owner_office, compact);
create index office_search_term_shown on platform.office_search_term (compact) where visibility = 'shared';
