-- Who takes part by the organisation it is, which everybody who may know of it is told already: that two have met at another edition is found by it.
create or replace view expos.listings with (security_invoker = true) as
  select edition_id, participant_id, role, code, name, search_name, sort_name, country, city, stand_id, stand_code, hall, leads_stand, meets_at, offer, need,
    offer_topics, need_topics, organisation_id
  from expos.listing;
