-- Where and from when until when an entry of a profile holds, as of what organisations offer and look for. It belongs to the text: what is
-- published keeps its own while the next text is written. A story is told whenever it happened, and a partner call says its countries and its last day itself.
alter table cities.profile_entry
  add column extent jsonb check (jsonb_typeof(extent) = 'object' and length(extent::text) <= 20000),
  add constraint profile_entry_extent_by_kind check (extent is null or kind in ('strength', 'need', 'challenge', 'practice'));
alter table cities.published_entry
  add column extent jsonb check (jsonb_typeof(extent) = 'object' and length(extent::text) <= 20000),
  add constraint published_entry_extent_by_kind check (extent is null or kind in ('strength', 'need', 'challenge', 'practice'));
