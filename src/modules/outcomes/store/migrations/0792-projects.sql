-- What a project is to achieve and what it is measured by (docs/decisions/0084). What anybody says of a milestone or an indicator is a statement of evidence.
create table outcomes.project (
  outcome_id uuid primary key references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  aim jsonb,
  -- Numbers of the goals of the United Nations that it serves.
  goals int[] not null default '{}' check (goals <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
);
create table outcomes.mark (
  id uuid primary key,
  outcome_id uuid not null references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  kind text not null check (kind in ('milestone', 'indicator')),
  title jsonb not null,
  -- In what an indicator is counted: "trainees"; an amount of money needs none.
  unit text check (length(unit) between 1 and 60),
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  check (unit is null or kind = 'indicator')
);
create index mark_by_outcome on outcomes.mark (outcome_id, id);

-- Both are read by whoever reads the outcome, as its own row decides; its office alone writes them.
do $$
declare
  target regclass;
begin
  foreach target in array array['outcomes.project'::regclass, 'outcomes.mark'::regclass] loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format($p$create policy reads on %s for select to hansa_app
      using (exists (select 1 from outcomes.outcome o where o.id = outcome_id))$p$, target);
    execute format($p$create policy enters on %s for insert to hansa_app with check (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
    execute format($p$create policy changes on %s for update to hansa_app using (owner_office = any ((select platform.writes())::uuid[]))
      with check (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
    execute format('create policy withdraws on %s for delete to hansa_app using (false)', target);
    execute format('grant select, insert, update on %s to hansa_app', target);
    perform platform.back_up(target);
  end loop;
end $$;
