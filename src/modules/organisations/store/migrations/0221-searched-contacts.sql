-- What the search of the platform reads: people in their posts, under the reader's own rights.
create view platform.searched_contacts with (security_invoker = true) as
  select id, organisation_id, surname, given_name, name_order from organisations.contact;
grant select on platform.searched_contacts to hansa_app;
