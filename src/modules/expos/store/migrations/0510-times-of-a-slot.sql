-- The times of a slot as one value, so that what is booked in it can name them in its foreign key. Slots of an edition never overlap (slot_overlap),
-- and their times are what tells one from another: a slot that is changed is another slot.
alter table expos.slot add column during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored;
alter table expos.slot add constraint slot_times unique (edition_id, id, during);
