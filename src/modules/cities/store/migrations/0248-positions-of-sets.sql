-- Where a reference set puts a city far from the place of its name: how far, and whether it is shown there all the same. Seen by whoever sees the set.
alter table cities.mention
  add column far_km int check (far_km > 0),
  add column far_shown text check (far_shown in ('name', 'set')),
  add constraint mention_far_of_sets check ((far_km is null) = (far_shown is null) and (far_km is null or by_kind = 'set'));
