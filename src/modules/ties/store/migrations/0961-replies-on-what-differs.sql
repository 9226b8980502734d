-- What an office that says something of a tie of others answers to a desk that said it was otherwise; told to that desk alone.
create table ties.taking_reply (
  thing_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility = 'shared'),
  shared_with uuid[] not null check (cardinality(shared_with) = 1),
  verdict text not null check (verdict in ('agrees', 'maintains', 'cannot_say')),
  said_at timestamptz not null,
  primary key (thing_id, owner_office, shared_with)
);
create index taking_reply_by_owner on ties.taking_reply (owner_office);
select platform.protect('ties.taking_reply');
-- Desks that say that something was otherwise are found by whom they tell.
create index taking_told_to on ties.taking using gin (shared_with) where differs is not null;
