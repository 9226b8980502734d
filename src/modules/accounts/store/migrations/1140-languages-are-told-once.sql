-- Which languages there are is told by the program alone (kernel/language.ts), which reads each at its edge: another one needs no migration.
alter table accounts.account drop constraint account_language_check,
  add constraint account_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
