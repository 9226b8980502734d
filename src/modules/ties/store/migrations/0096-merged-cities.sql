-- What hangs on a tie follows its cities when one of them goes into another: the tie becomes the one of the city that stays, with the
-- agreements and exchanges of all offices. A tie between the two themselves stays as it is, seen by whoever keeps it, also when they go
-- into a third.

-- Where a tie's other city and its side go: by the order of ids the side may change with the city.
create function ties.turned(p_was uuid, p_is uuid, p_other uuid) returns boolean language sql immutable set search_path = pg_catalog as $$
  select (p_was < p_other) <> (p_is < p_other)
$$;
create function ties.tie_with(p_city uuid, p_other uuid) returns uuid language sql immutable set search_path = pg_catalog as $$
  select ties.tie_of(least(p_city, p_other), greatest(p_city, p_other))
$$;
create function ties.other_side(p_side text) returns text language sql immutable set search_path = pg_catalog as $$
  select case p_side when 'a' then 'b' when 'b' then 'a' else p_side end
$$;
create function ties.turn_signatories(p_signed jsonb) returns jsonb language sql immutable set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(case when s ? 'side' then s || jsonb_build_object('side', ties.other_side(s ->> 'side')) else s end order by o), '[]')
  from jsonb_array_elements(p_signed) with ordinality as u(s, o)
$$;
create function ties.parties_with(p_parties jsonb, p_was uuid, p_is uuid) returns jsonb language sql immutable set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(case when p ->> 'kind' = 'city' and p ->> 'id' = p_was::text then p || jsonb_build_object('id', p_is) else p end
    order by o), '[]')
  from jsonb_array_elements(p_parties) with ordinality as u(p, o)
$$;

-- The wider of two audiences, and whether the tie stands at all.
create function ties.joined_audience(p_one ties.keeping, p_other ties.keeping) returns ties.keeping
language plpgsql immutable set search_path = pg_catalog as $$
begin
  if p_other.withdrawn_at is not null then return p_one; end if;
  if p_one.withdrawn_at is not null then
    p_one.visibility := p_other.visibility;
    p_one.shared_with := p_other.shared_with;
    p_one.withdrawn_at := null;
  elsif 'public' in (p_one.visibility, p_other.visibility) then
    p_one.visibility := 'public';
    p_one.shared_with := '{}';
  elsif 'shared' in (p_one.visibility, p_other.visibility) then
    p_one.visibility := 'shared';
    p_one.shared_with := array(select distinct o from unnest(p_one.shared_with || p_other.shared_with) as u(o) order by o);
  end if;
  return p_one;
end $$;

create function ties.carry_keepings(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v ties.keeping;
  v_there ties.keeping;
  v_joined ties.keeping;
  v_other uuid;
begin
  for v in select k.* from ties.keeping k where (k.a_city = p_from or k.b_city = p_from) and p_into not in (k.a_city, k.b_city)
    order by k.id for update loop
    v_other := case v.a_city when p_from then v.b_city else v.a_city end;
    continue when cities.is_merged(v_other);
    select k.* into v_there from ties.keeping k where k.tie_id = ties.tie_with(p_into, v_other) and k.owner_office = v.owner_office for update;
    if v_there.id is null then
      update ties.keeping k set tie_id = ties.tie_with(p_into, v_other), a_city = least(p_into, v_other), b_city = greatest(p_into, v_other)
        where k.id = v.id;
      perform cities.note_move(p_merge, 'keeping', to_jsonb(v.id), to_jsonb(v), '{}');
    else
      v_joined := ties.joined_audience(v_there, v);
      perform cities.note_move(p_merge, 'keeping', to_jsonb(v_there.id), to_jsonb(v_there), to_jsonb(v_joined));
      perform cities.mention_by('tie', v.id, v.owner_office, v.visibility, v.shared_with, '{}');
      delete from ties.keeping k where k.id = v.id;
      perform cities.note_move(p_merge, 'keeping', to_jsonb(v.id), to_jsonb(v), null);
      update ties.keeping k set visibility = v_joined.visibility, shared_with = v_joined.shared_with, withdrawn_at = v_joined.withdrawn_at
        where k.id = v_there.id;
    end if;
  end loop;
end $$;

-- Lists of others that hold both ties hold one from now on, with the rows of both.
create function ties.carry_listings(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v ties.listing;
  v_there ties.listing;
  v_other uuid;
  v_tie uuid;
  v_by text;
begin
  for v in select l.* from ties.listing l where (l.a_city = p_from or l.b_city = p_from) and p_into not in (l.a_city, l.b_city)
    order by l.set_id, l.tie_id for update loop
    v_other := case v.a_city when p_from then v.b_city else v.a_city end;
    continue when cities.is_merged(v_other);
    v_tie := ties.tie_with(p_into, v_other);
    v_by := case when ties.turned(p_from, p_into, v_other) then ties.other_side(v.listed_by) else v.listed_by end;
    select l.* into v_there from ties.listing l where l.set_id = v.set_id and l.tie_id = v_tie for update;
    perform cities.note_move(p_merge, 'listing', jsonb_build_array(v.set_id, v_tie), to_jsonb(v), to_jsonb(v_there));
    delete from ties.listing l where l.set_id = v.set_id and l.tie_id = v.tie_id;
    if v_there.tie_id is not null and (v.withdrawn_at is null or v_there.withdrawn_at is not null) then
      if v_there.withdrawn_at is null then
        v.rows := array(select distinct r from unnest(v_there.rows || v.rows) as u(r) order by r);
        v_by := case when v_by = v_there.listed_by or v_there.listed_by = 'unstated' then v_by when v_by = 'unstated' then v_there.listed_by
          else 'both' end;
        v.import_id := v_there.import_id;
      end if;
      delete from ties.listing l where l.set_id = v.set_id and l.tie_id = v_tie;
      v_there := null;
    end if;
    if v_there.tie_id is null then
      v.tie_id := v_tie;
      v.a_city := least(p_into, v_other);
      v.b_city := greatest(p_into, v_other);
      v.listed_by := v_by;
      insert into ties.listing select v.*;
    end if;
  end loop;
end $$;

-- One tie's papers and happenings under the other's id; a turned side is told anew.
create function ties.carry_happenings(p_merge uuid, p_was uuid, p_is uuid, p_turned boolean) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  v_id uuid;
begin
  for v_id in select a.id from ties.agreement a where a.tie_id = p_was loop
    perform cities.note_move(p_merge, 'agreement', to_jsonb(v_id), to_jsonb(p_was), to_jsonb(p_turned));
    perform ties.set_agreement(v_id, p_is, p_turned);
  end loop;
  for v_id in select e.id from ties.exchange e where e.tie_id = p_was loop
    perform cities.note_move(p_merge, 'exchange', to_jsonb(v_id), to_jsonb(p_was), to_jsonb(p_turned));
    perform ties.set_exchange(v_id, p_is, p_turned);
  end loop;
  -- Who carries a tie came with a later migration.
  if to_regclass('ties.carrier') is null then return; end if;
  for v_id in select c.id from ties.carrier c where c.tie_id = p_was loop
    perform cities.note_move(p_merge, 'carrier', to_jsonb(v_id), to_jsonb(p_was), to_jsonb(p_turned));
    perform ties.set_carrier(v_id, p_is, p_turned);
  end loop;
end $$;
create function ties.set_carrier(p_id uuid, p_tie uuid, p_turned boolean) returns void language plpgsql set search_path = pg_catalog as $$
begin
  update ties.carrier c set tie_id = p_tie, side = case when p_turned then ties.other_side(c.side) else c.side end where c.id = p_id;
end $$;
create function ties.set_agreement(p_id uuid, p_tie uuid, p_turned boolean) returns void language plpgsql set search_path = pg_catalog as $$
begin
  update ties.agreement a set tie_id = p_tie, signatories = case when p_turned then ties.turn_signatories(a.signatories) else a.signatories end
    where a.id = p_id;
  if p_turned then update ties.agreed_item i set a_owner = i.b_owner, b_owner = i.a_owner where i.agreement_id = p_id; end if;
end $$;
create function ties.set_exchange(p_id uuid, p_tie uuid, p_turned boolean) returns void language sql set search_path = pg_catalog as $$
  update ties.exchange e set tie_id = p_tie, from_side = case when p_turned then ties.other_side(e.from_side) else e.from_side end where e.id = p_id
$$;

create function ties.carry_parties(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v ties.agreement;
begin
  for v in select a.* from ties.agreement a where a.parties @> jsonb_build_array(jsonb_build_object('kind', 'city', 'id', p_from)) loop
    perform cities.note_move(p_merge, 'parties', to_jsonb(v.id), v.parties, ties.parties_with(v.parties, p_from, p_into));
    update ties.agreement a set parties = ties.parties_with(a.parties, p_from, p_into) where a.id = v.id;
  end loop;
end $$;

-- What an undo of a paste takes back is looked up by its tie.
create function ties.carry_pastes(p_merge uuid, p_was uuid, p_is uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v ties.paste;
begin
  for v in select p.* from ties.paste p where p.kept @> jsonb_build_array(jsonb_build_object('tieId', p_was)) loop
    perform cities.note_move(p_merge, 'paste', to_jsonb(v.id), v.kept, replace(v.kept::text, p_was::text, p_is::text)::jsonb);
    update ties.paste p set kept = replace(p.kept::text, p_was::text, p_is::text)::jsonb where p.id = v.id;
  end loop;
end $$;

create function ties.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
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
    perform ties.carry_pastes(p_merge, ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other));
    perform evidence.join_subjects(p_merge, v_office, 'tie', ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other),
      array(select jsonb_array_elements_text(v_going_on -> v_other::text)::uuid), ties.turned(p_from, p_into, v_other));
    perform cities.carry_terms(p_merge, 'tie', ties.tie_with(p_from, v_other), ties.tie_with(p_into, v_other), cities.pair_slug(p_into, v_other));
  end loop;
  perform ties.carry_keepings(p_merge, p_from, p_into);
  perform ties.carry_listings(p_merge, p_from, p_into);
  perform ties.carry_parties(p_merge, p_from, p_into);
end $$;

create function ties.carry_keeping_back(p_moved record, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_was ties.keeping := jsonb_populate_record(null::ties.keeping, p_moved.before);
  v_now ties.keeping;
  v_joined ties.keeping;
  v_other uuid := case v_was.a_city when p_from then v_was.b_city else v_was.a_city end;
begin
  select k.* into v_now from ties.keeping k where k.id = v_was.id for update;
  if p_moved.after = '{}' then
    update ties.keeping k set tie_id = v_was.tie_id, a_city = v_was.a_city, b_city = v_was.b_city where k.id = v_was.id;
    -- Whatever the office has entered since goes with its tie: it kept no other.
    perform ties.set_agreement(a.id, v_was.tie_id, ties.turned(p_from, p_into, v_other)) from ties.agreement a
      where a.tie_id = v_now.tie_id and a.owner_office = v_was.owner_office;
    perform ties.set_exchange(e.id, v_was.tie_id, ties.turned(p_from, p_into, v_other)) from ties.exchange e
      where e.tie_id = v_now.tie_id and e.owner_office = v_was.owner_office;
    if to_regclass('ties.carrier') is not null then
      perform ties.set_carrier(c.id, v_was.tie_id, ties.turned(p_from, p_into, v_other)) from ties.carrier c
        where c.tie_id = v_now.tie_id and c.owner_office = v_was.owner_office;
    end if;
  elsif p_moved.after is not null then
    -- The one that took the other in: where it was opened, closed or withdrawn since, that holds for both.
    v_joined := jsonb_populate_record(null::ties.keeping, p_moved.after);
    if (v_now.visibility, v_now.shared_with, v_now.withdrawn_at) is not distinct from
      (v_joined.visibility, v_joined.shared_with, v_joined.withdrawn_at) then
      update ties.keeping k set visibility = v_was.visibility, shared_with = v_was.shared_with, withdrawn_at = v_was.withdrawn_at
        where k.id = v_was.id;
    end if;
  else
    select k.* into v_now from ties.keeping k where k.tie_id = ties.tie_with(p_into, v_other) and k.owner_office = v_was.owner_office;
    v_joined := ties.joined_before(p_moved.merge_id, v_now.id);
    if (v_now.visibility, v_now.shared_with, v_now.withdrawn_at) is distinct from
      (v_joined.visibility, v_joined.shared_with, v_joined.withdrawn_at) then
      v_was.visibility := v_now.visibility;
      v_was.shared_with := v_now.shared_with;
      v_was.withdrawn_at := coalesce(v_now.withdrawn_at, v_was.withdrawn_at);
      if v_was.withdrawn_at is not null then
        v_was.visibility := 'private';
        v_was.shared_with := '{}';
      end if;
    end if;
    insert into ties.keeping select v_was.*;
  end if;
end $$;

create function ties.carry_listing_back(p_moved record) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_was ties.listing := jsonb_populate_record(null::ties.listing, p_moved.before);
  v_there ties.listing := jsonb_populate_record(null::ties.listing, p_moved.after);
  v_now ties.listing;
begin
  select l.* into v_now from ties.listing l where l.set_id = v_was.set_id and l.tie_id = (p_moved.key ->> 1)::uuid for update;
  if v_now.tie_id is null then return; end if;
  if v_there.tie_id is null then delete from ties.listing l where l.set_id = v_now.set_id and l.tie_id = v_now.tie_id;
  elsif v_now.withdrawn_at is null and v_there.withdrawn_at is null and v_now.import_id = v_there.import_id then
    update ties.listing l set listed_by = v_there.listed_by, rows = v_there.rows where l.set_id = v_now.set_id and l.tie_id = v_now.tie_id;
  elsif v_there.withdrawn_at is not null then
    update ties.listing l set listed_by = v_there.listed_by, rows = v_there.rows, withdrawn_at = v_there.withdrawn_at,
      withdrawn_by_import = v_there.withdrawn_by_import, visibility = 'private', shared_with = '{}'
      where l.set_id = v_now.set_id and l.tie_id = v_now.tie_id;
  end if;
  -- The set may have been opened or closed since, or have dropped the tie.
  if v_was.withdrawn_at is null then
    v_was.visibility := v_now.visibility;
    v_was.shared_with := v_now.shared_with;
    v_was.withdrawn_at := v_now.withdrawn_at;
    v_was.withdrawn_by_import := v_now.withdrawn_by_import;
    v_was.import_id := v_now.import_id;
  end if;
  insert into ties.listing select v_was.* on conflict do nothing;
end $$;

create function ties.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
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
    when 'paste' then update ties.paste p set kept = cities.given_back(p.kept, v.before, v.after) where p.id = (v.key #>> '{}')::uuid;
    when 'listing' then perform ties.carry_listing_back(v);
    when 'keeping' then perform ties.carry_keeping_back(v, p_from, p_into);
    else null;
    end case;
  end loop;
end $$;

create function ties.joined_before(p_merge uuid, p_keeping uuid) returns ties.keeping language sql stable set search_path = pg_catalog as $$
  select (jsonb_populate_record(null::ties.keeping, m.after)).* from cities.moves_of(p_merge) m
  where m.moved = 'keeping' and m.key = to_jsonb(p_keeping) and m.after ? 'visibility'
$$;

revoke all on function ties.carry_keepings(uuid, uuid, uuid), ties.carry_listings(uuid, uuid, uuid),
  ties.carry_happenings(uuid, uuid, uuid, boolean), ties.set_agreement(uuid, uuid, boolean), ties.set_exchange(uuid, uuid, boolean), ties.set_carrier(uuid, uuid, boolean),
  ties.carry_parties(uuid, uuid, uuid), ties.carry_pastes(uuid, uuid, uuid), ties.carry_city(uuid, uuid, uuid),
  ties.carry_keeping_back(record, uuid, uuid), ties.carry_listing_back(record), ties.carry_city_back(uuid, uuid, uuid),
  ties.joined_before(uuid, uuid) from public;
select cities.follow_merges('ties');
