-- A draft of a profile that nobody but its office has read can be discarded: it is listed no more, and its history says who did it.
alter table cities.profile_entry add column discarded_at timestamptz,
  add constraint discarded_is_no_more_published check (discarded_at is null or published_version is null);
alter table cities.entry_step drop constraint entry_step_step_check,
  add constraint entry_step_step_check check (step in ('written', 'restored', 'review_asked', 'approved', 'returned', 'published', 'withdrawn', 'discarded'));
create or replace view platform.citing_profiles with (security_invoker = true) as
  select id, 'profile' as kind, 'city' as place_kind, city_id as place_id from cities.profile_entry where discarded_at is null;
