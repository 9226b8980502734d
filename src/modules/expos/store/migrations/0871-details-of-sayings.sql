-- UN goals, places, days of validity and source of what a participant offers and looks for.
alter table expos.participant
  add column offer_details jsonb check (jsonb_typeof(offer_details) = 'object' and length(offer_details::text) <= 20000),
  add column need_details jsonb check (jsonb_typeof(need_details) = 'object' and length(need_details::text) <= 20000);
alter table expos.listing
  add column offer_details jsonb,
  add column need_details jsonb;
create or replace view expos.participants with (security_invoker = true) as
  select p.edition_id, p.id, p.owner_office, p.visibility, p.shared_with, p.version, p.code, p.organisation_id, p.name, p.search_name, p.sort_name, p.country,
    p.city, p.role, p.seats, p.languages, p.min_meetings, p.max_meetings, p.group_id, p.stand_id, p.leads_stand, p.meets_at, a.office_id, p.withdrawn_at,
    p.offer, p.need, p.offer_topics, p.need_topics, p.markets, p.size, p.offer_details, p.need_details
  from expos.participant p left join expos.addressee a on a.edition_id = p.edition_id and a.id = p.id;
