-- Screens in the halls of an edition, which nobody is signed in at: each is opened by a link of an office of its own (docs/decisions/0047).
create table meetings.screen (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility = 'shared'),
  -- The office that stands for the screen: of all that the organiser keeps, it reads this row.
  shared_with uuid[] not null default '{}',
  office_id uuid not null references accounts.office (id),
  -- Where it hangs, for the organiser.
  name text not null check (length(name) between 1 and 80),
  shows text not null check (shows in ('calls', 'schedule')),
  names text not null check (names in ('numbers', 'companies')),
  -- By name, as places have it; empty: all.
  hall text not null default '' check (length(hall) <= 100),
  theme text not null check (theme in ('dark', 'light')),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  ended_at timestamptz,
  primary key (edition_id, id)
);
create unique index screen_of_office on meetings.screen (office_id);
select platform.protect('meetings.screen');

-- What begins at a time, and what the latest releases changed, is one look for each screen, every few seconds.
create index agenda_by_start on meetings.agenda_entry (edition_id, starts_at);
create index release_by_time on meetings.release (edition_id, published_at);
