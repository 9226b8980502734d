-- From which countries the organisations come is walked from country to country (a loose index scan), not counted over all of them; and each
-- way in which an organisation may be seen has an index in the order of the list.
create index organisation_countries on organisations.organisation (visibility, country);
create index organisation_own_countries on organisations.organisation (owner_office, country);
create index organisation_shared_in_order on organisations.organisation (sort_name, id) where visibility = 'shared';
