-- An offer or a need has a title of its own beside its words, and may be kept by it before the words are there.
alter table organisations.entry alter column text drop not null;
update organisations.entry set details = details || '{"title": null}' where details is not null;
drop index organisations.entry_once;
create unique index entry_once on organisations.entry (organisation_id, kind, md5(coalesce(text::text, '')), md5(coalesce(details::text, '')));
