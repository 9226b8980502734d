-- How an office is reminded: addresses under which calendars read its deadlines, a mail on Monday mornings, and its own rules for both.

-- A calendar address; only the hash of its token is kept.
create table ties.calendar (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- Whose it is: it shows what this person may see and ends with their membership. Null: the office's, whoever made it.
  account uuid,
  token_hash text not null unique check (length(token_hash) = 64),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index calendar_by_owner on ties.calendar (owner_office);

-- Who of an office has the mail on Mondays.
create table ties.weekly_mail (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  account uuid not null,
  -- Stands in every mail, and does nothing but switch it off.
  off_token text not null unique check (length(off_token) = 43),
  -- The Monday for which there was a mail, or nothing to tell.
  told_on date,
  switched_off_at timestamptz,
  unique (owner_office, account)
);

-- Where an office's Monday begins, and after how many months without an exchange it wants to be reminded; null: never.
create table ties.reminder_rule (
  owner_office uuid primary key references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  time_zone text not null check (length(time_zone) between 1 and 60),
  quiet_months int check (quiet_months between 1 and 240)
);

select platform.protect('ties.calendar');
select platform.protect('ties.weekly_mail');
select platform.protect('ties.reminder_rule');

-- Opens a calendar address without a session: the token itself is the right. Answers nothing for a revoked or unknown one.
create function ties.open_calendar(p_token_hash text) returns table (office uuid, account uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.owner_office, c.account from ties.calendar c where c.token_hash = p_token_hash and c.revoked_at is null
$$;

-- The mails that are to be looked at: of offices where it is Monday, seven o'clock or later, and that have not been looked at today.
create function ties.due_weekly_mails(p_now timestamptz) returns table (id uuid, office uuid, account uuid, day date)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.owner_office, m.account, local.at::date
  from ties.weekly_mail m left join ties.reminder_rule r on r.owner_office = m.owner_office,
    lateral (select p_now at time zone coalesce(r.time_zone, 'UTC') as at) local
  where m.switched_off_at is null and extract(isodow from local.at) = 1 and extract(hour from local.at) >= 7
    and m.told_on is distinct from local.at::date
  order by m.id limit 500
$$;

-- Takes a mail for a day, once: whoever takes it writes it in the same transaction.
create function ties.take_weekly_mail(p_id uuid, p_day date) returns table (off_token text)
language sql volatile security definer set search_path = pg_catalog as $$
  update ties.weekly_mail m set told_on = p_day
  where m.id = p_id and m.switched_off_at is null and m.told_on is distinct from p_day returning m.off_token
$$;

-- Whose mail a token switches off; nothing for one that is unknown.
create function ties.find_weekly_mail(p_off_token text) returns table (id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.owner_office from ties.weekly_mail m where m.off_token = p_off_token
$$;

revoke all on function ties.open_calendar(text), ties.due_weekly_mails(timestamptz), ties.take_weekly_mail(uuid, date),
  ties.find_weekly_mail(text) from public;
grant execute on function ties.open_calendar(text), ties.due_weekly_mails(timestamptz), ties.take_weekly_mail(uuid, date),
  ties.find_weekly_mail(text) to hansa_app;
