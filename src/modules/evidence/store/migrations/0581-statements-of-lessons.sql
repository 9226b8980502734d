-- What one city learned from another can be what a statement is about: that it did, how far it has come, what came of it.
alter table evidence.statement drop constraint statement_subject_kind_check,
  add constraint statement_subject_kind_check
    check (subject_kind in ('city', 'tie', 'organisation', 'edition', 'participation', 'outcome', 'lesson'));
