-- What an office has taken over from a set at once: undone as one. Its ties are the keepings that it brought, its words the statements of its batch.
create table reference.taking (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  set_id uuid not null references reference.set (id),
  ties int not null check (ties > 0),
  taken_at timestamptz not null,
  undone_at timestamptz
);
create index taking_by_owner on reference.taking (owner_office, set_id);
select platform.protect('reference.taking');
