-- The officer's desk is a module of its own: what it owns goes to its schema, and ties does not know it any more.
create schema desk;
grant usage on schema desk to hansa_app, hansa_backup;

alter table ties.paste set schema desk;
alter table ties.calendar set schema desk;
alter table ties.weekly_mail set schema desk;
alter table ties.reminder_rule set schema desk;
drop function ties.open_calendar(text), ties.due_weekly_mails(timestamptz), ties.take_weekly_mail(uuid, date), ties.find_weekly_mail(text);

-- As before, without the pastes: those follow a merge by the desk's own functions.
create or replace function ties.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_office uuid := (select m.owner_office from cities.merge_office(p_merge) m);
  v_other uuid;
  v_going_on jsonb;
begin
  -- Offices that keep the former's tie and not the other's: what they say from now on stays theirs.
  v_going_on := coalesce((select jsonb_object_agg(x.other, x.offices) from (
    select case k.a_city when p_from then k.b_city else k.a_city end as other, jsonb_agg(k.owner_office) as offices
    from ties.keeping k where (k.a_city = p_from or k.b_city = p_from) and not exists (
      select 1 from ties.keeping h where h.owner_office = k.owner_office
        and h.tie_id = ties.tie_with(p_into, case k.a_city when p_from then k.b_city else k.a_city end)) group by 1) x), '{}');
  for v_other in
    select case k.a_city when p_from then k.b_city else k.a_city end from ties.keeping k where k.a_city = p_from or k.b_city = p_from
    union select case l.a_city when p_from then l.b_city else l.a_city end from ties.listing l where l.a_city = p_from or l.b_city = p_from loop
    continue when v_other = p_into or cities.is_merged(v_other);
    perform ties.carry_happenings(p_merge, ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other), ties.turned(p_from, p_into, v_other));
    perform evidence.join_subjects(p_merge, v_office, 'tie', ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other),
      array(select jsonb_array_elements_text(v_going_on -> v_other::text)::uuid), ties.turned(p_from, p_into, v_other));
    perform cities.carry_terms(p_merge, 'tie', ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other), cities.pair_slug(p_into, v_other));
  end loop;
  perform ties.carry_keepings(p_merge, p_from, p_into);
  perform ties.carry_listings(p_merge, p_from, p_into);
  perform ties.carry_parties(p_merge, p_from, p_into);
end $$;

create or replace function ties.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
begin
  for v in select * from cities.moves_of(p_merge) loop
    case v.moved
    -- Some have gone back with the tie of their office already.
    when 'agreement' then
      perform ties.set_agreement(a.id, (v.before #>> '{}')::uuid, (v.after #>> '{}')::boolean) from ties.agreement a
        where a.id = (v.key #>> '{}')::uuid and a.tie_id <> (v.before #>> '{}')::uuid;
    when 'exchange' then
      perform ties.set_exchange(e.id, (v.before #>> '{}')::uuid, (v.after #>> '{}')::boolean) from ties.exchange e
        where e.id = (v.key #>> '{}')::uuid and e.tie_id <> (v.before #>> '{}')::uuid;
    when 'carrier' then
      perform ties.set_carrier(c.id, (v.before #>> '{}')::uuid, (v.after #>> '{}')::boolean) from ties.carrier c
        where c.id = (v.key #>> '{}')::uuid and c.tie_id <> (v.before #>> '{}')::uuid;
    when 'parties' then
      update ties.agreement a set parties = case when a.parties = v.after then v.before else ties.parties_with(a.parties, p_into, p_from) end
        where a.id = (v.key #>> '{}')::uuid;
    when 'listing' then perform ties.carry_listing_back(v);
    when 'keeping' then perform ties.carry_keeping_back(v, p_from, p_into);
    else null;
    end case;
  end loop;
end $$;

drop function ties.carry_pastes(uuid, uuid, uuid);
