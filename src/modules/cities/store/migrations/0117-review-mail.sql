-- Who of an office has mail when a text waits for a second reader: everybody who may read it, until they switch it off.
create table cities.review_mail (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  account uuid not null,
  -- Stands in every mail, and does nothing but switch it off.
  off_token text not null unique check (length(off_token) = 43),
  switched_off_at timestamptz,
  unique (owner_office, account)
);
select platform.protect('cities.review_mail');

-- Whose mail a token switches off; nothing for one that is unknown.
create function cities.find_review_mail(p_off_token text) returns table (id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.owner_office from cities.review_mail m where m.off_token = p_off_token
$$;
revoke all on function cities.find_review_mail(text) from public;
grant execute on function cities.find_review_mail(text) to hansa_app;
