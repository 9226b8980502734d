-- What came of a tie is found by name, too.
alter table platform.search_term drop constraint search_term_kind_check,
  add constraint search_term_kind_check check (kind in ('city', 'tie', 'organisation', 'outcome'));
alter table platform.office_search_term drop constraint office_search_term_kind_check,
  add constraint office_search_term_kind_check check (kind in ('city', 'tie', 'organisation', 'outcome'));
