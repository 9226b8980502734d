-- Which languages there are is told by the program alone (kernel/language.ts), which reads each at its edge: another one needs no migration.
alter table outcomes.follow_up drop constraint follow_up_language_check,
  add constraint follow_up_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
alter table outcomes.follow_up_answer drop constraint follow_up_answer_language_check,
  add constraint follow_up_answer_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
