-- A speaker says of an item at its day and time whether they come: moved to another, it is to be asked anew. Null: no time was known when they said it.
alter table expos.speaker_answer add column day date, add column starts_at timestamptz, add column ends_at timestamptz;
update expos.speaker_answer a set day = i.day, starts_at = i.starts_at, ends_at = i.ends_at
  from expos.programme_item i where i.edition_id = a.edition_id and i.id = a.item_id;
alter table expos.speaker_answer alter column day set not null;
