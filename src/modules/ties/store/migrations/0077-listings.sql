-- That a reference set - a list of the world's ties as an encyclopaedia or database has it - lists the tie of two cities. It is kept
-- apart from what offices keep in their registers, and seen by others only once the set as a whole is open.
create table ties.listing (
  -- A set of the module further down that imports such lists.
  set_id uuid not null,
  tie_id uuid not null,
  a_city uuid not null references cities.city (id),
  b_city uuid not null references cities.city (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  -- Which side's entry names the other, where the set has a direction: by the order of the cities' ids.
  listed_by text not null default 'unstated' check (listed_by in ('a', 'b', 'both', 'unstated')),
  -- Where in the set's file: the same tie may stand there in several spellings.
  rows int[] not null default '{}',
  -- The import that entered it.
  import_id uuid not null,
  -- No longer in the set, since a later import: the row stays.
  withdrawn_at timestamptz,
  withdrawn_by_import uuid,
  primary key (set_id, tie_id),
  check (a_city < b_city),
  check (tie_id = ties.tie_of(a_city, b_city)),
  check ((withdrawn_at is null) = (withdrawn_by_import is null)),
  check (withdrawn_at is null or visibility = 'private')
);
create index listing_by_tie on ties.listing (tie_id);
create index listing_by_a on ties.listing (a_city) where withdrawn_at is null;
create index listing_by_b on ties.listing (b_city) where withdrawn_at is null;
create index listing_by_owner on ties.listing (owner_office);
select platform.protect('ties.listing');
