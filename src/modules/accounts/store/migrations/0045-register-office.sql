-- The operator's register office: steward of cities that have no office of their own, and keeper of the naming policy.
alter table accounts.office drop constraint office_kind_check;
alter table accounts.office add constraint office_kind_check check (kind in ('city', 'organiser', 'chamber', 'company', 'register'));

create view accounts.register_office with (security_invoker = true) as
select id from accounts.office where kind = 'register' order by created_at, id limit 1;
grant select on accounts.register_office to hansa_app, hansa_backup;
