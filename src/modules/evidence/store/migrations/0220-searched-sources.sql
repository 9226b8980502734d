-- What the search of the platform reads: the titles of sources, under the reader's own rights.
create view platform.searched_sources with (security_invoker = true) as
  select id, owner_office, title, publisher from evidence.source;
grant select on platform.searched_sources to hansa_app;
