-- What the answers of one edition say of the parts of a score: of pairs that were answered, how many were accepted where the part gave points, and where
-- it did not. Sums alone, of no single pair; for later editions of the same organiser, which can do without.
create table matching.learned (
  edition_id uuid not null references expos.edition (id),
  part text not null check (part in ('topics', 'market', 'met_before')),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  answered_with int not null check (answered_with >= 0),
  accepted_with int not null check (accepted_with between 0 and answered_with),
  answered_without int not null check (answered_without >= 0),
  accepted_without int not null check (accepted_without between 0 and answered_without),
  learned_at timestamptz not null,
  primary key (edition_id, part)
);
create index learned_by_office on matching.learned (owner_office);
select platform.protect('matching.learned');
alter table matching.setting add column learns boolean not null default true;
