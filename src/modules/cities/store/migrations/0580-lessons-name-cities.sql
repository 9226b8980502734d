-- What one city learned from another names both to whoever reads it.
alter table cities.mention drop constraint mention_by_kind_check,
  add constraint mention_by_kind_check
    check (by_kind in ('entry', 'office', 'adoption', 'profile', 'tie', 'agreement', 'outcome', 'set', 'lesson'));
