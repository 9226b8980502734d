-- Cities that nothing public names leave the public search; who names them finds them still.
insert into platform.office_search_term (kind, subject_id, owner_office, visibility, shared_with, slug, label, term, folded)
  select t.kind, t.subject_id, m.owner_office, 'private', '{}', t.slug, t.label, t.term, t.folded
  from platform.search_term t join (select distinct city_id, owner_office from cities.mention where visibility <> 'public') m
    on m.city_id = t.subject_id where t.kind = 'city'
  on conflict do nothing;
delete from platform.search_term t where t.kind = 'city'
  and not exists (select 1 from cities.mention m where m.city_id = t.subject_id and m.visibility = 'public');
