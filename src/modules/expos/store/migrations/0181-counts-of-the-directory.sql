-- What the public directory of an edition shows: whoever takes no part in the edition is told these counts and no others.
alter table expos.edition add column listed_exhibitor_count int not null default 0, add column listed_country_count int not null default 0;
update expos.edition e set
  listed_exhibitor_count = (select count(*) from expos.participant p
    where p.edition_id = e.id and p.withdrawn_at is null and p.role = 'exhibitor' and p.listed),
  listed_country_count = (select count(distinct p.country) from expos.participant p
    where p.edition_id = e.id and p.withdrawn_at is null and p.role = 'exhibitor' and p.listed);
