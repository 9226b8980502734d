-- Members of the organiser's office who keep the door of an edition and see people to their tables, without a right to plan or release.
create table meetings.steward (
  edition_id uuid not null references expos.edition (id),
  account_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- By name, as places and stands have them; empty: all.
  halls text[] not null default '{}',
  named_at timestamptz not null,
  primary key (edition_id, account_id),
  -- A steward no longer than a member.
  foreign key (owner_office, account_id) references accounts.membership (office, account) on delete cascade
);
create index steward_by_member on meetings.steward (owner_office, account_id);
select platform.protect('meetings.steward');
