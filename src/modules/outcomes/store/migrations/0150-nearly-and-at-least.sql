-- "Nearly 300" (近300) lies below, "at least 300" (不少于300) holds 300 itself: neither is "up to" or "more than".
alter table outcomes.entry drop constraint entry_qualifier_check,
  add constraint entry_qualifier_check check (qualifier in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned'));
