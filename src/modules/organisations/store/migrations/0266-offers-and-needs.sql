-- What an organisation brings and seeks, as it was said at some edition or entered with it; a later edition may take it over.
create table organisations.entry (
  organisation_id uuid not null references organisations.organisation (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  kind text not null check (kind in ('offer', 'need')),
  -- By BCP-47 tag, each with its origin.
  text jsonb not null check (jsonb_typeof(text) = 'object' and text <> '{}' and length(text::text) <= 20000),
  said_at timestamptz not null,
  primary key (organisation_id, id)
);
-- The same words are one entry, said again.
create unique index entry_once on organisations.entry (organisation_id, kind, md5(text::text));
select platform.protect('organisations.entry');
