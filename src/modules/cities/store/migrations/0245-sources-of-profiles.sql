-- An entry of a profile is said somewhere, as everything else: where, in which words, and by whom. All of it belongs to the text, so that what
-- is published keeps its own while the next text is written.
alter table cities.profile_entry
  add column source_id uuid,
  add column passage text check (length(passage) between 1 and 4000),
  add column place text check (length(place) between 1 and 200),
  add column said_by text check (length(said_by) between 1 and 200),
  add constraint profile_entry_passage_of_a_source check (source_id is not null or (passage is null and place is null));
alter table cities.published_entry
  add column source_id uuid,
  add column passage text check (length(passage) between 1 and 4000),
  add column place text check (length(place) between 1 and 200),
  add column said_by text check (length(said_by) between 1 and 200),
  add constraint published_entry_passage_of_a_source check (source_id is not null or (passage is null and place is null));
