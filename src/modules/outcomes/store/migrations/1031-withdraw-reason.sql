-- Why an outcome was withdrawn, as its office says to itself; nobody else is told.
alter table outcomes.outcome add column withdraw_reason text check (char_length(withdraw_reason) between 1 and 500);
