-- What cities publishes for the modules below to join, seen under the reader's own rights.
create view cities.cities with (security_invoker = true) as select id, country from cities.city;
grant select on cities.cities to hansa_app;
