-- A rule of the naming policy may be about a city of the register that stands for no place of the gazetteer.
alter table cities.label_policy add column city_id uuid references cities.city (id);
alter table cities.label_policy drop constraint label_policy_check, add constraint label_policy_of_one check (num_nonnulls(geonames_id, country, city_id) = 1);
create unique index label_policy_of_city on cities.label_policy (city_id, context) where city_id is not null;
