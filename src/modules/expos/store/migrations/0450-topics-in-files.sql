-- What the file of an edition says of topics and of how interpreters are reached, for the module that reads and writes it.
create view expos.topics with (security_invoker = true) as
  select edition_id, id, owner_office, number, name from expos.topic;
create view expos.interpreter_contacts with (security_invoker = true) as
  select edition_id, interpreter_id, owner_office, surname, given_name, name_order, email, phone from expos.interpreter_contact;
grant select on expos.topics, expos.interpreter_contacts to hansa_app;
