-- What a side says of a visit or event that another office entered: so it was, it was otherwise, we cannot say. Told to the office that entered it.
create table ties.exchange_word (
  exchange_id uuid not null references ties.exchange (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'shared' check (visibility = 'shared'),
  shared_with uuid[] not null check (cardinality(shared_with) = 1),
  verdict text not null check (verdict in ('confirms', 'differs', 'cannot_say')),
  -- What the side holds instead where it differs: whether it took place at all, when it began, and the rest in words.
  happened boolean not null default true,
  starts jsonb,
  note text check (length(note) between 1 and 1000),
  said_at timestamptz not null,
  primary key (exchange_id, owner_office),
  check (verdict = 'differs' or (happened and starts is null and note is null)),
  check (happened or starts is null)
);
create index exchange_word_by_owner on ties.exchange_word (owner_office);
select platform.protect('ties.exchange_word');
