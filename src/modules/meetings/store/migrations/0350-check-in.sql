-- Who came to the door of an edition and went, as stewards said; undone, it stays with the time at which it was.

create table meetings.check_in (
  edition_id uuid not null references expos.edition (id),
  -- As whoever told it named it: told again, it has happened once.
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  participant_id uuid not null,
  kind text not null check (kind in ('arrived', 'left')),
  happened_at timestamptz not null,
  -- Later than it happened where the network was away.
  entered_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id)
);
create index check_in_standing on meetings.check_in (edition_id, happened_at) where taken_back_at is null;
select platform.protect('meetings.check_in');
revoke delete on meetings.check_in from hansa_app;
alter policy withdraws on meetings.check_in using (false);
