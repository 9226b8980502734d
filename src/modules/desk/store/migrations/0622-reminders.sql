-- How often an office has been reminded of something that waits for its answer: three times at most, then it is silent and stays in the list.
create table desk.reminder (
  owner_office uuid not null references accounts.office (id),
  -- As in desk.put_off: its kind, and what tells it from others of that kind.
  subject text not null check (length(subject) between 3 and 220),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  times int not null check (times between 1 and 3),
  last_on date not null,
  primary key (owner_office, subject)
);
select platform.protect('desk.reminder');

-- Counts what a mail reminds of, once a day whoever of the office has the mail. A mail is written as the person it is for, who may be one
-- that only reads: so it counts by the right of the mail, which was taken for that day.
create function desk.count_reminders(p_office uuid, p_subjects text[], p_day date) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into desk.reminder as r (owner_office, subject, times, last_on)
  select p_office, s, 1, p_day from unnest(p_subjects) s
  where exists (select from desk.weekly_mail m where m.owner_office = p_office and m.told_on = p_day)
  on conflict (owner_office, subject) do update set times = r.times + 1, last_on = p_day
  where r.last_on < p_day and r.times < 3
$$;
revoke all on function desk.count_reminders(uuid, text[], date) from public;
grant execute on function desk.count_reminders(uuid, text[], date) to hansa_app;
