-- Reference sets cite the source that they are taken from: for whoever counts what rests on one.
create view platform.citing_sets with (security_invoker = true) as select id, 'set' as kind from reference.set;
grant select on platform.citing_sets to hansa_app;
