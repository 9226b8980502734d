-- What an office keeps of a visit or event for itself: what it cost and who paid, gifts, talking points. Never shared, never published,
-- whoever sees the exchange; each office has its own.
create table ties.exchange_note (
  exchange_id uuid not null references ties.exchange (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  -- {"value": "12000", "currency": "GBP"}
  cost jsonb,
  paid_by text check (length(paid_by) between 1 and 200),
  gifts text check (length(gifts) between 1 and 4000),
  talking_points text check (length(talking_points) between 1 and 8000),
  primary key (exchange_id, owner_office)
);
create index exchange_note_by_owner on ties.exchange_note (owner_office);
select platform.protect('ties.exchange_note');
