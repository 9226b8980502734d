-- What a set says of ties, what its places are taken for and what persons answered follow a city that goes into another.
create function reference.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_tie record;
  v reference.saying;
  v_there reference.saying;
begin
  for v_tie in select j.former_id, j.subject_id from evidence.joined_by(p_merge, 'tie') j loop
    for v in select s.* from reference.saying s where s.tie_id = v_tie.former_id loop
      select s.* into v_there from reference.saying s where s.set_id = v.set_id and s.tie_id = v_tie.subject_id;
      perform cities.note_move(p_merge, 'saying', jsonb_build_array(v.set_id, v_tie.subject_id), to_jsonb(v), to_jsonb(v_there));
      delete from reference.saying s where s.set_id = v.set_id and s.tie_id = v.tie_id;
      v.tie_id := v_tie.subject_id;
      insert into reference.saying as s select v.* on conflict (set_id, tie_id) do update
        set said = s.said || excluded.said, statements = s.statements || excluded.statements;
    end loop;
  end loop;
  perform cities.note_move(p_merge, 'place', jsonb_build_array(p.import_id, p.key), '{}', '{}') from reference.place p where p.city_id = p_from;
  update reference.place p set city_id = p_into where p.city_id = p_from;
  perform cities.note_move(p_merge, 'answer', jsonb_build_array(a.set_id, a.key), '{}', '{}') from reference.answer a
    where a.answer ->> 'city' = p_from::text;
  update reference.answer a set answer = jsonb_build_object('city', p_into) where a.answer ->> 'city' = p_from::text;
end $$;

create function reference.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
  v_was reference.saying;
begin
  for v in select * from cities.moves_of(p_merge) loop
    case v.moved
    when 'saying' then
      v_was := jsonb_populate_record(null::reference.saying, v.before);
      -- An import that has said it anew since has withdrawn what both said: what it says stays with the city that stayed.
      if exists (select 1 from reference.saying s where s.set_id = v_was.set_id and s.tie_id = (v.key ->> 1)::uuid
        and s.statements @> v_was.statements) then
        if v.after ->> 'tie_id' is null then delete from reference.saying s where s.set_id = v_was.set_id and s.tie_id = (v.key ->> 1)::uuid;
        else
          update reference.saying s set said = v.after -> 'said', statements = array(select jsonb_array_elements_text(v.after -> 'statements')::uuid)
            where s.set_id = v_was.set_id and s.tie_id = (v.key ->> 1)::uuid;
        end if;
        insert into reference.saying select v_was.* on conflict do nothing;
      end if;
    when 'place' then
      update reference.place p set city_id = p_from where p.import_id = (v.key ->> 0)::uuid and p.key = v.key ->> 1 and p.city_id = p_into;
    when 'answer' then
      update reference.answer a set answer = jsonb_build_object('city', p_from)
        where a.set_id = (v.key ->> 0)::uuid and a.key = v.key ->> 1 and a.answer ->> 'city' = p_into::text;
    else null;
    end case;
  end loop;
end $$;
revoke all on function reference.carry_city(uuid, uuid, uuid), reference.carry_city_back(uuid, uuid, uuid) from public;
select cities.follow_merges('reference');
