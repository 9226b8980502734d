-- A desk that leaves what a third party says can say what it was instead, in words; told to the office that says it.
alter table ties.taking add column differs text check (length(differs) between 1 and 1000);
do $$
declare found text;
begin
  -- Checks without a name of their own are found by what they say.
  for found in select conname from pg_constraint where conrelid = 'ties.taking'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ 'cardinality|ARRAY' loop
    execute format('alter table ties.taking drop constraint %I', found);
  end loop;
end $$;
alter table ties.taking
  add constraint taking_visibility_check check (visibility in ('private', 'shared', 'public')),
  add constraint taking_told_check check (cardinality(shared_with) = case when differs is null then 0 else 1 end),
  add constraint taking_otherwise_check check ((differs is not null) = (visibility = 'shared') and not (takes_up and differs is not null));
