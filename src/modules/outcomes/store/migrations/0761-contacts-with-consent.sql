-- Whom a company has registered at an edition and let be asked what became of what was announced there, for the office that keeps the outcome: the newest
-- registration that takes part, by the organisation of its place or by one of its names. Withdrawn, the consent gives nobody.
create function outcomes.contacts_with_consent(p_asked jsonb) returns table (outcome_id uuid, email text, language text)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (o.id) o.id, r.email, r.language
  from jsonb_to_recordset(p_asked) as g("outcomeId" uuid, "organisationId" uuid, "companyNames" text)
  join outcomes.outcome o on o.id = g."outcomeId" and o.owner_office = any (platform.reads())
  join outcomes.attribution a on a.outcome_id in (o.id, o.part_of) and a.subject_kind in ('edition', 'meeting')
  join expos.registered_who_may_be_asked r on r.edition_id = case a.subject_kind when 'edition' then a.subject_id
    else (select m.edition_id from meetings.meetings m where m.id = a.subject_id) end
  where r.organisation_id = g."organisationId" or outcomes.shares_name(r.search_name, g."companyNames")
  order by o.id, r.registered_at desc
$$;
revoke all on function outcomes.contacts_with_consent(jsonb) from public;
grant execute on function outcomes.contacts_with_consent(jsonb) to hansa_app;
