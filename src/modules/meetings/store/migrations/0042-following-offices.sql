-- What one side said follows the offices that act for it, whoever entered it; and a request says when it last changed.

alter table meetings.request add column changed_at timestamptz;
update meetings.request set changed_at = withdrawn_at where withdrawn_at is not null;

-- Settles who reads the requests, absences and feedback of these participants, from the offices that act for them now. It is an organiser's
-- step over rows of other offices, so it runs past the policies; the audience is read here and cannot be named by the caller.
-- A request or absence whose owner acts no longer passes to an office that does, the company's own first, else to the organiser: somebody must be
-- able to change it and take it back. Feedback is each office's own word and stays with it.
create function meetings.reshare_sides(p_edition uuid, p_participants uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare v_organiser uuid;
begin
  select e.owner_office into v_organiser from expos.editions e where e.id = p_edition;
  if v_organiser is null or v_organiser <> all (platform.writes()) then
    raise exception 'only the organiser of an edition settles who reads what its sides said' using errcode = 'insufficient_privilege';
  end if;

  with side as (
    select p.id, p.shared_with as offices, p.shared_with || v_organiser as audience, coalesce(p.office_id, p.shared_with[1], v_organiser) as heir
    from expos.participants p where p.edition_id = p_edition and p.id = any (p_participants)
  ), settled as (
    select r.id, o.owner, array_remove(s.audience, o.owner) as shared_with
    from meetings.request r join side s on s.id = r.from_participant
    cross join lateral (select case when r.owner_office = any (s.audience) then r.owner_office else s.heir end as owner) o
    where r.edition_id = p_edition
  )
  update meetings.request r set owner_office = n.owner, visibility = 'shared', shared_with = n.shared_with
  from settled n where r.edition_id = p_edition and r.id = n.id
    and (r.owner_office, r.shared_with) is distinct from (n.owner, n.shared_with);

  with side as (
    select p.id, p.shared_with || v_organiser as audience, coalesce(p.office_id, p.shared_with[1], v_organiser) as heir
    from expos.participants p where p.edition_id = p_edition and p.id = any (p_participants)
  ), settled as (
    select a.id, o.owner, array_remove(s.audience, o.owner) as shared_with
    from meetings.absence a join side s on s.id = a.by_participant
    cross join lateral (select case when a.owner_office = any (s.audience) then a.owner_office else s.heir end as owner) o
    where a.edition_id = p_edition
  )
  update meetings.absence a set owner_office = n.owner, visibility = 'shared', shared_with = n.shared_with
  from settled n where a.edition_id = p_edition and a.id = n.id
    and (a.owner_office, a.shared_with) is distinct from (n.owner, n.shared_with);

  update meetings.feedback f set shared_with = array_remove(p.shared_with, f.owner_office)
  from expos.participants p
  where f.edition_id = p_edition and p.edition_id = f.edition_id and p.id = f.participant_id and p.id = any (p_participants)
    and f.shared_with is distinct from array_remove(p.shared_with, f.owner_office);
end $$;
revoke all on function meetings.reshare_sides(uuid, uuid[]) from public;
grant execute on function meetings.reshare_sides(uuid, uuid[]) to hansa_app;
