-- What expos publishes for the modules below to join: plural names, the columns promised, seen under the reader's own rights.
create view expos.editions with (security_invoker = true) as
  select id, owner_office, visibility, shared_with, version, slug, name, venue, time_zone, first_day, last_day, published_at from expos.edition;
create view expos.slots with (security_invoker = true) as
  select edition_id, id, number, starts_at, ends_at, session from expos.slot;
create view expos.stands with (security_invoker = true) as
  select edition_id, id, code, hall, seats from expos.stand;
create view expos.places with (security_invoker = true) as
  select edition_id, id, kind, number, code, hall, seats, stand_id from expos.place;
create view expos.closed_places with (security_invoker = true) as
  select edition_id, place_id, slot_id from expos.place_closed;
create view expos.groups with (security_invoker = true) as
  select edition_id, id, owner_office, shared_with, code, kind, name, lead_office, parent_id from expos.participant_group;
create view expos.participants with (security_invoker = true) as
  select edition_id, id, owner_office, visibility, shared_with, version, code, organisation_id, name, search_name, sort_name, country, city, role,
    seats, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at, office_id, contact_surname, contact_given_name,
    contact_post, withdrawn_at
  from expos.participant;
create view expos.absences with (security_invoker = true) as
  select edition_id, id, participant_id, starts_at, ends_at, reason from expos.unavailable;
create view expos.listings with (security_invoker = true) as
  select edition_id, participant_id, role, code, name, search_name, sort_name, country, city, stand_id, stand_code, hall, leads_stand, meets_at
  from expos.listing;
create view expos.interpreters with (security_invoker = true) as
  select edition_id, id, name, languages from expos.interpreter;
create view expos.interpreter_absences with (security_invoker = true) as
  select edition_id, id, interpreter_id, starts_at, ends_at, reason from expos.interpreter_unavailable;

grant select on expos.editions, expos.slots, expos.stands, expos.places, expos.closed_places, expos.groups, expos.participants, expos.absences,
  expos.listings, expos.interpreters, expos.interpreter_absences to hansa_app;
