-- What a participant offers and looks for has titles, and a registration says beside the words what an entry says.
update expos.participant set
  offer_details = offer_details || '{"title": null}', need_details = need_details || '{"title": null}'
  where offer_details is not null or need_details is not null;
update expos.listing set
  offer_details = offer_details || '{"title": null}', need_details = need_details || '{"title": null}'
  where offer_details is not null or need_details is not null;
alter table expos.registration
  add column offer_details jsonb check (jsonb_typeof(offer_details) = 'object' and length(offer_details::text) <= 20000),
  add column need_details jsonb check (jsonb_typeof(need_details) = 'object' and length(need_details::text) <= 20000);
