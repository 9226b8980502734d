-- A paper may come from somebody without an account, by the link of a letter: then nobody here entered it.
alter table evidence.document alter column entered_by drop not null;
