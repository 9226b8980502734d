-- Which languages there are is told by the program alone (kernel/language.ts), which reads each at its edge: another one needs no migration.
alter table expos.letter drop constraint letter_language_check,
  add constraint letter_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
alter table expos.registration drop constraint registration_language_check,
  add constraint registration_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
alter table expos.registration_consent drop constraint registration_consent_language_check,
  add constraint registration_consent_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
