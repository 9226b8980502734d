-- Under which contacts offices keep the one who acts: for modules that point to contacts, before these forget the address.
create function organisations.own_contact_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select c.id from organisations.contact c where lower(c.email) = accounts.own_address()
$$;
revoke all on function organisations.own_contact_ids() from public;
