-- Whether somebody came again is decided by the register entry of the organisation, not by how its name was written that year.
alter table expos.listing add column organisation_id uuid;
update expos.listing l set organisation_id = p.organisation_id
  from expos.participant p where p.edition_id = l.edition_id and p.id = l.participant_id;
alter table expos.listing alter column organisation_id set not null;
