-- What the search of the platform reads: editions by name, under the reader's own rights.
create view platform.searched_editions with (security_invoker = true) as
  select id, slug, name, visibility from expos.edition;
grant select on platform.searched_editions to hansa_app;
