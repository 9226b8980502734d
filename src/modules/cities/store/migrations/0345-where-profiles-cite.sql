-- What cites, and on the page of which city it stands.
create or replace view platform.citing_profiles with (security_invoker = true) as
  select id, 'profile' as kind, 'city' as place_kind, city_id as place_id from cities.profile_entry;
