-- Of an agreed item a side may also say that it was never agreed, whatever another city has entered.
do $$
declare found text;
begin
  -- Checks without a name of their own are found by what they say.
  for found in select conname from pg_constraint where conrelid = 'ties.item_state'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ 'cannot_say' loop
    execute format('alter table ties.item_state drop constraint %I', found);
  end loop;
end $$;
alter table ties.item_state
  add constraint item_state_state_check check (state in ('open', 'done', 'dropped', 'not_agreed', 'cannot_say')),
  add constraint item_state_former_state_check check (former_state in ('open', 'done', 'dropped', 'not_agreed', 'cannot_say'));
