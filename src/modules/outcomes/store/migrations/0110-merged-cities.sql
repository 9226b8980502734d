-- Outcomes follow a city that goes into another: where they go from and to, who took part, and the ties that they hang on. The ledger names
-- no city and stays as it is.
create function outcomes.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v outcomes.attribution;
begin
  perform cities.note_move(p_merge, 'outcome', to_jsonb(o.id),
    jsonb_build_object('from', o.from_city is not distinct from p_from, 'to', o.to_city is not distinct from p_from), '{}')
    from outcomes.outcome o where p_from in (o.from_city, o.to_city);
  update outcomes.outcome o set from_city = case when o.from_city = p_from then p_into else o.from_city end,
    to_city = case when o.to_city = p_from then p_into else o.to_city end where p_from in (o.from_city, o.to_city);
  perform cities.note_move(p_merge, 'party', jsonb_build_array(p.outcome_id, p.place), '{}', '{}') from outcomes.party p where p.city_id = p_from;
  update outcomes.party p set city_id = p_into where p.city_id = p_from;
  for v in select a.* from outcomes.attribution a join evidence.joined_by(p_merge, 'tie') j on j.former_id = a.subject_id
    where a.subject_kind = 'tie' loop
    perform cities.note_move(p_merge, 'attribution', jsonb_build_array(v.outcome_id, (select j.subject_id from evidence.joined_by(p_merge, 'tie') j
      where j.former_id = v.subject_id)), to_jsonb(v), (select to_jsonb(a) from outcomes.attribution a join evidence.joined_by(p_merge, 'tie') j
      on j.subject_id = a.subject_id where a.outcome_id = v.outcome_id and a.subject_kind = 'tie' and j.former_id = v.subject_id));
    delete from outcomes.attribution a where a.outcome_id = v.outcome_id and a.subject_kind = 'tie' and a.subject_id = v.subject_id;
    v.subject_id := (select j.subject_id from evidence.joined_by(p_merge, 'tie') j where j.former_id = v.subject_id);
    -- What is claimed to come of the one tie comes of both.
    insert into outcomes.attribution as a select v.* on conflict (outcome_id, subject_kind, subject_id) do update
      set relation = excluded.relation where excluded.relation = 'result_of';
  end loop;
end $$;

create function outcomes.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
  v_was outcomes.attribution;
begin
  for v in select * from cities.moves_of(p_merge) loop
    case v.moved
    when 'outcome' then
      update outcomes.outcome o set
        from_city = case when (v.before ->> 'from')::boolean and o.from_city = p_into then p_from else o.from_city end,
        to_city = case when (v.before ->> 'to')::boolean and o.to_city = p_into then p_from else o.to_city end
        where o.id = (v.key #>> '{}')::uuid;
    when 'party' then
      update outcomes.party p set city_id = p_from
        where p.outcome_id = (v.key ->> 0)::uuid and p.place = (v.key ->> 1)::int and p.city_id = p_into;
    when 'attribution' then
      v_was := jsonb_populate_record(null::outcomes.attribution, v.before);
      if exists (select 1 from outcomes.attribution a where a.outcome_id = v_was.outcome_id and a.subject_kind = 'tie'
        and a.subject_id = (v.key ->> 1)::uuid) then
        if v.after is null then
          delete from outcomes.attribution a where a.outcome_id = v_was.outcome_id and a.subject_kind = 'tie' and a.subject_id = (v.key ->> 1)::uuid;
        else
          update outcomes.attribution a set relation = v.after ->> 'relation'
            where a.outcome_id = v_was.outcome_id and a.subject_kind = 'tie' and a.subject_id = (v.key ->> 1)::uuid;
        end if;
        insert into outcomes.attribution select v_was.* on conflict do nothing;
      end if;
    else null;
    end case;
  end loop;
end $$;
revoke all on function outcomes.carry_city(uuid, uuid, uuid), outcomes.carry_city_back(uuid, uuid, uuid) from public;
select cities.follow_merges('outcomes');
