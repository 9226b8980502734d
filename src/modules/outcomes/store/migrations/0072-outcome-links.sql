-- A party is an organisation on record, a city, or a name alone; an outcome may have to do with a meeting.
alter table outcomes.party drop constraint party_check, drop constraint party_check1,
  add constraint party_is_one check (num_nonnulls(organisation_id, city_id, name) = 1);
create index party_by_city on outcomes.party (city_id, outcome_id) where city_id is not null;
create index outcome_from_city on outcomes.outcome (from_city, id) where from_city is not null;
create index outcome_to_city on outcomes.outcome (to_city, id) where to_city is not null;

alter table outcomes.attribution drop constraint attribution_subject_kind_check,
  add constraint attribution_subject_kind_check check (subject_kind in ('tie', 'edition', 'agreement', 'exchange', 'meeting'));

-- Outcomes that are on record already are found by their titles as written; pinyin comes with their next change.
insert into platform.search_term (kind, subject_id, slug, label, term, folded)
select distinct 'outcome', o.id, o.id::text, o.title, left(t.value ->> 'text', 200),
  trim(regexp_replace(lower(left(t.value ->> 'text', 200)), '[^[:alnum:]]+', ' ', 'g'))
from outcomes.outcome o cross join jsonb_each(o.title) as t
where o.visibility = 'public' and t.value ->> 'text' ~ '[[:alnum:]]';
insert into platform.office_search_term (kind, subject_id, owner_office, visibility, shared_with, slug, label, term, folded)
select distinct 'outcome', o.id, o.owner_office, o.visibility, o.shared_with, o.id::text, o.title, left(t.value ->> 'text', 200),
  trim(regexp_replace(lower(left(t.value ->> 'text', 200)), '[^[:alnum:]]+', ' ', 'g'))
from outcomes.outcome o cross join jsonb_each(o.title) as t
where o.visibility <> 'public' and o.withdrawn_at is null and t.value ->> 'text' ~ '[[:alnum:]]';
