-- What is found by name: public terms for everybody, and apart from them the terms of what an office keeps to itself.
create table platform.search_term (
  kind text not null check (kind in ('city', 'tie', 'organisation')),
  subject_id uuid not null,
  slug text not null,
  label jsonb not null,
  term text not null,
  -- Lower case without accents; Han characters also as pinyin. One row for each way a term may be typed.
  folded text not null,
  primary key (kind, subject_id, term, folded)
);
create index search_term_folded on platform.search_term (folded);
create index search_term_trigrams on platform.search_term using gin (folded gin_trgm_ops);
alter table platform.search_term enable row level security;
alter table platform.search_term force row level security;
-- Public terms only: a condition here would keep the trigram index from being used. A term is never changed, only written anew.
create policy reads on platform.search_term for select to hansa_app using (true);
create policy enters on platform.search_term for insert to hansa_app with check (platform.account() is not null);
create policy changes on platform.search_term for update to hansa_app using (false);
create policy withdraws on platform.search_term for delete to hansa_app using (platform.account() is not null);
grant select, insert, delete on platform.search_term to hansa_app;
select platform.back_up('platform.search_term');

-- Terms of rows that are not public; the search filters them by office first.
create table platform.office_search_term (
  kind text not null check (kind in ('city', 'tie', 'organisation')),
  subject_id uuid not null,
  owner_office uuid not null,
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  slug text not null,
  label jsonb not null,
  term text not null,
  folded text not null,
  primary key (owner_office, kind, subject_id, term, folded)
);
create index office_search_term_shared on platform.office_search_term using gin (shared_with) where visibility = 'shared';
select platform.protect('platform.office_search_term');
