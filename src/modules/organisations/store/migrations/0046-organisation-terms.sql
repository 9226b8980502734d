-- Organisations that are on record already are found by their folded names; pinyin comes with their next change.
insert into platform.search_term (kind, subject_id, slug, label, term, folded)
select distinct 'organisation', o.id, o.id::text, o.name, line, line
from organisations.organisation o cross join unnest(string_to_array(o.search_name, E'\n')) as u(line)
where o.visibility = 'public' and line <> '';
insert into platform.office_search_term (kind, subject_id, owner_office, visibility, shared_with, slug, label, term, folded)
select distinct 'organisation', o.id, o.owner_office, o.visibility, o.shared_with, o.id::text, o.name, line, line
from organisations.organisation o cross join unnest(string_to_array(o.search_name, E'\n')) as u(line)
where o.visibility <> 'public' and line <> '';
