-- What of a city's profile cites a source or a document: for whoever counts what rests on one.
create view platform.citing_profiles with (security_invoker = true) as select id, 'profile' as kind from cities.profile_entry;
grant select on platform.citing_profiles to hansa_app;
