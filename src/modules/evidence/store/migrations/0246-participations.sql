-- An organisation at an edition can be what a statement is about: "a stand twice as large", "the only one of its kind".
alter table evidence.statement drop constraint statement_subject_kind_check,
  add constraint statement_subject_kind_check
    check (subject_kind in ('city', 'tie', 'organisation', 'edition', 'participation', 'outcome'));
