-- What cities tell of themselves is found by its title: their challenges and practices, and that they look for a partner.
alter table platform.search_term drop constraint search_term_kind_check,
  add constraint search_term_kind_check check (kind in ('city', 'tie', 'organisation', 'outcome', 'entry'));
alter table platform.office_search_term drop constraint office_search_term_kind_check,
  add constraint office_search_term_kind_check check (kind in ('city', 'tie', 'organisation', 'outcome', 'entry'));
