-- What an offer and a need are called is read with them, by whoever reads them.
create or replace view expos.listings with (security_invoker = true) as
  select edition_id, participant_id, role, code, name, search_name, sort_name, country, city, stand_id, stand_code, hall, leads_stand, meets_at, offer, need,
    offer_topics, need_topics, organisation_id,
    nullif(offer_details -> 'title', 'null'::jsonb) as offer_title, nullif(need_details -> 'title', 'null'::jsonb) as need_title
  from expos.listing;
