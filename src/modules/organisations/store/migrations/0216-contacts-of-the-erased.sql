-- What offices keep under the address of the one who acts: to show it to them, and to leave of it but the post and its dates.
create function organisations.own_contacts() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', c.owner_office, 'organisation', o.name, 'surname', c.surname, 'givenName', c.given_name,
    'title', c.title, 'post', c.post, 'languages', c.languages, 'email', c.email, 'from', c.from_date, 'to', c.to_date) order by c.id), '[]')
  from organisations.contact c join organisations.organisation o on o.id = c.organisation_id where lower(c.email) = accounts.own_address()
$$;
create function organisations.forget_own_contacts() returns void
language sql security definer set search_path = pg_catalog as $$
  update organisations.contact c set surname = '–', given_name = '', title = null, email = null, languages = '{}', version = version + 1, updated_at = now()
  where lower(c.email) = accounts.own_address()
$$;
revoke all on function organisations.own_contacts(), organisations.forget_own_contacts() from public;
grant execute on function organisations.own_contacts(), organisations.forget_own_contacts() to hansa_app;
create index contact_by_address on organisations.contact (lower(email)) where email is not null;
