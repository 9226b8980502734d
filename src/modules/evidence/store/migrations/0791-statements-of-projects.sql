-- What a project is measured by can be what a statement is about: when a milestone was to be reached and how it stands, what an indicator was, is to be and is.
alter table evidence.statement drop constraint statement_subject_kind_check,
  add constraint statement_subject_kind_check
    check (subject_kind in ('city', 'tie', 'organisation', 'edition', 'participation', 'outcome', 'lesson', 'milestone', 'indicator'));
