-- Pictures of a company, and a paper or two, as they stand in its entry at an edition. Whoever takes part reads them, as what it says of itself; never the
-- public. Taken out of the entry they are gone: they prove nothing, and whoever is on a picture may want that (docs/decisions/0068).
create table expos.profile_file (
  edition_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size int not null check (size between 1 and 5000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width int,
  height int,
  -- What a picture shows, by BCP-47 tag.
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object' and length(words::text) <= 20000),
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade,
  constraint profile_file_once unique (edition_id, participant_id, sha256),
  constraint profile_file_measured check ((media_type = 'application/pdf') = (width is null) and (width is null) = (height is null))
);
-- Pictures are compressed already.
alter table expos.profile_file alter column bytes set storage external;
select platform.protect('expos.profile_file');
create policy takes_part on expos.profile_file for select to hansa_app using (edition_id = any ((select expos.joined())::uuid[]));
