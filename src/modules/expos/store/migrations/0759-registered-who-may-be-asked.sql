-- Contacts of companies that registered, take part, and let be asked what became of what was announced there; published to other modules.
create view expos.registered_who_may_be_asked with (security_invoker = true) as
  select r.edition_id, p.organisation_id, r.search_name, r.email, r.language, r.registered_at
  from expos.registration r
  join expos.registration_consent c on c.edition_id = r.edition_id and c.registration_id = r.id and c.key = 'follow_up' and c.withdrawn_at is null
  join expos.participant p on p.edition_id = r.edition_id and p.id = r.participant_id and p.withdrawn_at is null
  where r.state = 'accepted' and r.email is not null;
