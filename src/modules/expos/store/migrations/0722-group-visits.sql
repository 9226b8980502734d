-- Which visit of a tie a group of an edition is: said by the office that leads the group, and told to the organiser.
create table expos.group_visit (
  edition_id uuid not null references expos.edition (id),
  group_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null check (visibility = 'shared'),
  shared_with uuid[] not null,
  -- An exchange of ties; whoever does not see it learns nothing of it by its id.
  visit_id uuid not null,
  linked_at timestamptz not null,
  primary key (edition_id, group_id),
  foreign key (edition_id, group_id) references expos.participant_group (edition_id, id) on delete cascade
);
create index group_visit_by_owner on expos.group_visit (owner_office);
create index group_visit_by_visit on expos.group_visit (visit_id);
select platform.protect('expos.group_visit');
