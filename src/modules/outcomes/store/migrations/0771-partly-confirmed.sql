-- A side can stand behind a part of an amount; and who enters an outcome can say whether it would have happened anyway.
do $$
declare found text;
begin
  -- Checks without a name of their own are found by what they say.
  for found in select conname from pg_constraint where conrelid = 'outcomes.confirmation'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ 'verdict' and pg_get_constraintdef(oid) ~ 'amount IS NULL' and pg_get_constraintdef(oid) ~ 'count IS NULL' loop
    execute format('alter table outcomes.confirmation drop constraint %I', found);
  end loop;
end $$;
alter table outcomes.confirmation drop constraint confirmation_verdict_check;
alter table outcomes.confirmation
  add constraint confirmation_verdict_check
    check (verdict in ('confirms', 'confirms_part', 'differs', 'documents', 'verifies', 'withdraws', 'cannot_say', 'maintains')),
  add constraint confirmation_figures_check check (amount is null and count is null or verdict = 'differs' or (verdict = 'confirms_part' and count is null)),
  add constraint confirmation_part_check check (verdict <> 'confirms_part' or amount > 0);
alter table outcomes.outcome add column anyway text check (anyway in ('no', 'later', 'yes', 'cannot_say'));
