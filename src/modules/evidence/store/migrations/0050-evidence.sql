-- Sources, documents and statements: who says what, where it is said, and what the paper looks like.
create schema evidence;
grant usage on schema evidence to hansa_app, hansa_backup;

-- Content is never changed: a correction is a new row. Fires after the policies have had their say.
create function evidence.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% keeps its content', tg_table_name using errcode = 'check_violation';
end $$;

-- Bytes are told apart per office only: one hash for all would tell an office that another holds the same paper.
create table evidence.document (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size int not null check (size between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  entered_by uuid not null references accounts.account (id),
  entered_at timestamptz not null,
  constraint document_content unique (owner_office, sha256)
);
create trigger content_stays after update of id, owner_office, name, media_type, size, sha256, bytes, entered_by, entered_at
  on evidence.document for each row execute function evidence.refuse_change();

create table evidence.source (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  class text not null
    check (class in ('signed_paper', 'official_publication', 'press_or_study', 'encyclopaedia', 'copy', 'own_records', 'unknown')),
  title text not null check (length(title) <= 300),
  publisher text check (length(publisher) <= 200),
  address text check (length(address) <= 500),
  -- ISO at its precision; null where not known.
  source_date text check (source_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  source_date_qualifier text not null default 'exact' check (source_date_qualifier in ('exact', 'about', 'before', 'after')),
  passage text check (length(passage) <= 4000),
  document_id uuid references evidence.document (id),
  entered_by uuid not null references accounts.account (id),
  entered_at timestamptz not null
);
create index source_by_owner on evidence.source (owner_office, id);
create index source_by_document on evidence.source (document_id) where document_id is not null;
-- "Our records, me, today" is one source however often it is used that day.
create unique index source_own_records on evidence.source (owner_office, entered_by, source_date, source_date_qualifier)
  where class = 'own_records' and title = '' and publisher is null and address is null and passage is null and document_id is null;
create trigger content_stays
  after update of id, owner_office, class, title, publisher, address, source_date, source_date_qualifier, passage, document_id, entered_by, entered_at
  on evidence.source for each row execute function evidence.refuse_change();

create table evidence.statement (
  id uuid primary key,
  -- The office that asserts it.
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  subject_kind text not null check (subject_kind in ('city', 'tie', 'organisation', 'edition', 'outcome')),
  subject_id uuid not null,
  attribute text not null check (attribute ~ '^[a-z][a-z0-9_]{0,59}$'),
  value jsonb not null,
  kind text not null check (kind in ('fact', 'count', 'comparison', 'opinion', 'forecast')),
  source_id uuid not null references evidence.source (id),
  said_by text check (length(said_by) <= 200),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  supersedes uuid references evidence.statement (id),
  batch_id uuid,
  withdrawn_at timestamptz,
  withdraw_reason text check (length(withdraw_reason) <= 500),
  entered_by uuid not null references accounts.account (id),
  entered_at timestamptz not null,
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index statement_by_subject on evidence.statement (subject_kind, subject_id, attribute, id);
create index statement_by_source on evidence.statement (source_id);
create index statement_by_batch on evidence.statement (batch_id) where batch_id is not null;
-- Two corrections of one statement at the same time: the second is told of the first.
create unique index statement_superseded_once on evidence.statement (supersedes) where withdrawn_at is null;
create trigger content_stays
  after update of id, owner_office, subject_kind, subject_id, attribute, value, kind, source_id, said_by, content_hash, supersedes, batch_id,
    entered_by, entered_at
  on evidence.statement for each row execute function evidence.refuse_change();

-- Which row cites which source or document. A citation has the audience of the row that cites, what is cited the sum of its citations:
-- so whoever may read a statement may read its source, and nobody else.
create table evidence.citation (
  cited_id uuid not null,
  citing_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  primary key (cited_id, citing_id)
);
create index citation_by_citing on evidence.citation (citing_id);

-- A person's decision which statement is shown first, for their office's own view or, where public, for everybody's.
create table evidence.pin (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  subject_kind text not null,
  subject_id uuid not null,
  attribute text not null,
  statement_id uuid not null references evidence.statement (id),
  reason text not null check (length(reason) between 1 and 500),
  pinned_by uuid not null references accounts.account (id),
  pinned_at timestamptz not null,
  constraint pin_once unique (subject_kind, subject_id, attribute, owner_office)
);
create index pin_by_statement on evidence.pin (statement_id);

select platform.protect('evidence.document');
select platform.protect('evidence.source');
select platform.protect('evidence.statement');
select platform.protect('evidence.citation');
select platform.protect('evidence.pin');

-- Nothing said is deleted, whoever asks: it is withdrawn.
revoke delete on evidence.document, evidence.source, evidence.statement from hansa_app;
alter policy withdraws on evidence.document using (false);
alter policy withdraws on evidence.source using (false);
alter policy withdraws on evidence.statement using (false);
