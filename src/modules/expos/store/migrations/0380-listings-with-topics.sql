-- What somebody offers and looks for by topics, for the agendas of those who meet them.
create or replace view expos.listings with (security_invoker = true) as
  select edition_id, participant_id, role, code, name, search_name, sort_name, country, city, stand_id, stand_code, hall, leads_stand, meets_at, offer, need,
    offer_topics, need_topics
  from expos.listing;
