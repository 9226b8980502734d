-- A source is public as soon as something that everybody reads cites it: what is found of it says so.
create or replace view platform.searched_sources with (security_invoker = true) as
  select s.id, s.owner_office, s.title, s.publisher,
    exists (select 1 from evidence.citation c where c.cited_id = s.id and c.visibility = 'public') as is_public
  from evidence.source s;
