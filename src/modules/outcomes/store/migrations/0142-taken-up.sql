-- What a side's desk decides of an outcome that a third party relates to its tie: taken up, it stands on the pages of the tie. That it was
-- left is known to that office alone.
create table outcomes.taking (
  outcome_id uuid not null references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  takes_up boolean not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (outcome_id, owner_office)
);
alter table outcomes.taking enable row level security;
alter table outcomes.taking force row level security;
create policy reads on outcomes.taking for select to hansa_app using (
  exists (select 1 from outcomes.outcome o where o.id = outcome_id)
  and (takes_up or owner_office = any ((select platform.reads())::uuid[])));
create policy enters on outcomes.taking for insert to hansa_app with check (owner_office = any ((select platform.writes())::uuid[]));
create policy changes on outcomes.taking for update to hansa_app using (false) with check (false);
create policy withdraws on outcomes.taking for delete to hansa_app using (owner_office = any ((select platform.writes())::uuid[]));
grant select, insert, delete on outcomes.taking to hansa_app;
select platform.back_up('outcomes.taking');
