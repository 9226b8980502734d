-- A booking holds a seat in a slot, and slots of an edition never overlap: that nobody is booked twice at once is then an equality, which unique
-- indexes hold at a tenth of what exclusion constraints over spans of time cost. The foreign key sees to it that a booking's time is its slot's.
alter table meetings.booking
  drop constraint booking_seat, drop constraint booking_place, drop constraint booking_interpreter,
  -- What the meeting of the booking says already.
  drop constraint booking_edition_id_fkey,
  drop constraint booking_edition_id_slot_id_fkey,
  add constraint booking_slot foreign key (edition_id, slot_id, during) references expos.slot (edition_id, id, during);
drop index meetings.booking_by_participant;
create unique index booking_seat on meetings.booking (edition_id, participant_id, slot_id, seat_no) where participant_id is not null;
create unique index booking_place on meetings.booking (edition_id, slot_id, place_id, place_no) where place_id is not null;
create unique index booking_interpreter on meetings.booking (edition_id, slot_id, interpreter_id) where interpreter_id is not null;
alter table meetings.agenda_entry drop constraint agenda_entry_edition_id_fkey;
