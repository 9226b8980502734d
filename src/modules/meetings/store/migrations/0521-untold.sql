-- Who could not be told of a release by the product and is to be told by telephone or on paper, until somebody says that it was done.
create table meetings.untold (
  edition_id uuid not null references expos.edition (id),
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  -- The newest release of which they do not know.
  release_number integer not null check (release_number > 0),
  told_at timestamptz,
  primary key (edition_id, participant_id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade
);
select platform.protect('meetings.untold');
