-- What is said of an offer or a need beside its words: UN goals, places, from when until when it holds, where it is said.
alter table organisations.entry
  add column details jsonb check (jsonb_typeof(details) = 'object' and length(details::text) <= 20000);
-- The same words with other details are another version of the entry: each is kept.
drop index organisations.entry_once;
create unique index entry_once on organisations.entry (organisation_id, kind, md5(text::text), md5(coalesce(details::text, '')));
