-- What a participant offers and looks for at this edition, as its list shows it; what of it is known beyond stands in organisations.entry.
alter table expos.participant
  add column offer jsonb check (jsonb_typeof(offer) = 'object' and length(offer::text) <= 20000),
  add column need jsonb check (jsonb_typeof(need) = 'object' and length(need::text) <= 20000);
-- Whoever takes part reads them; the public list of exhibitors shows what they offer.
alter table expos.listing
  add column offer jsonb,
  add column need jsonb,
  -- Everything said in them, folded, to be searched.
  add column search_said text not null default '';

create or replace view expos.participants with (security_invoker = true) as
  select edition_id, id, owner_office, visibility, shared_with, version, code, organisation_id, name, search_name, sort_name, country, city, role,
    seats, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at, office_id, withdrawn_at, offer, need
  from expos.participant;
create or replace view expos.listings with (security_invoker = true) as
  select edition_id, participant_id, role, code, name, search_name, sort_name, country, city, stand_id, stand_code, hall, leads_stand, meets_at, offer, need
  from expos.listing;
