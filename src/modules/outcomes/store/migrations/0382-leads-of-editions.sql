-- From how many meetings of an edition something came, for its organiser: outcomes are their offices' own and read by nobody else, so they are counted
-- only, by meetings (two sides may each have noted theirs), and told of no fewer than five (docs/decisions/0039).
create function outcomes.edition_leads(p_edition uuid) returns table (leads int, agreed int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from expos.editions e where e.id = p_edition and e.owner_office = any (platform.reads())) then
    raise exception 'only the organiser of an edition reads what came of its meetings' using errcode = 'insufficient_privilege';
  end if;
  return query
  with counted as (
    select count(distinct m.id) as leads, count(distinct m.id) filter (where exists (
      select from outcomes.entry n where n.outcome_id = o.id and n.kind = 'entry' and n.stage in ('signed', 'realised')
        and not exists (select from outcomes.entry r where r.outcome_id = n.outcome_id and r.reverses = n.id))) as agreed
    from meetings.meetings m
    join outcomes.attribution a on a.subject_kind = 'meeting' and a.subject_id = m.id
    join outcomes.outcome o on o.id = a.outcome_id and o.withdrawn_at is null
    where m.edition_id = p_edition
  )
  select case when c.leads >= 5 then c.leads::int end, case when c.leads >= 5 then c.agreed::int end from counted c;
end $$;
revoke all on function outcomes.edition_leads(uuid) from public;
grant execute on function outcomes.edition_leads(uuid) to hansa_app;
