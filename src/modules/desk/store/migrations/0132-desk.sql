-- The officer's desk: what is pasted into its grid, and how its office is reminded.

-- What an undo of a paste takes back is looked up by its tie, whose id follows from its cities.
create function desk.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_other uuid;
  v_was text;
  v_is text;
  v desk.paste;
begin
  for v_other in
    select distinct case m.before ->> 'a_city' when p_from::text then (m.before ->> 'b_city')::uuid else (m.before ->> 'a_city')::uuid end
    from cities.moves_of(p_merge) m where m.moved = 'keeping' and p_from::text in (m.before ->> 'a_city', m.before ->> 'b_city') loop
    v_was := ties.tie_with(p_from, v_other);
    v_is := ties.tie_with(p_into, v_other);
    for v in select p.* from desk.paste p where p.kept @> jsonb_build_array(jsonb_build_object('tieId', v_was)) loop
      perform cities.note_move(p_merge, 'paste', to_jsonb(v.id), v.kept, replace(v.kept::text, v_was, v_is)::jsonb);
      update desk.paste p set kept = replace(p.kept::text, v_was, v_is)::jsonb where p.id = v.id;
    end loop;
  end loop;
end $$;

create function desk.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
begin
  for v in select * from cities.moves_of(p_merge) m where m.moved = 'paste' loop
    update desk.paste p set kept = cities.given_back(p.kept, v.before, v.after) where p.id = (v.key #>> '{}')::uuid;
  end loop;
end $$;

revoke all on function desk.carry_city(uuid, uuid, uuid), desk.carry_city_back(uuid, uuid, uuid) from public;
select cities.follow_merges('desk');

-- Opens a calendar address without a session: the token itself is the right. Answers nothing for a revoked or unknown one.
create function desk.open_calendar(p_token_hash text) returns table (office uuid, account uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.owner_office, c.account from desk.calendar c where c.token_hash = p_token_hash and c.revoked_at is null
$$;

-- The mails that are to be looked at: of offices where it is Monday, seven o'clock or later, and that have not been looked at today.
create function desk.due_weekly_mails(p_now timestamptz) returns table (id uuid, office uuid, account uuid, day date)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.owner_office, m.account, local.at::date
  from desk.weekly_mail m left join desk.reminder_rule r on r.owner_office = m.owner_office,
    lateral (select p_now at time zone coalesce(r.time_zone, 'UTC') as at) local
  where m.switched_off_at is null and extract(isodow from local.at) = 1 and extract(hour from local.at) >= 7
    and m.told_on is distinct from local.at::date
  order by m.id limit 500
$$;

-- Takes a mail for a day, once: whoever takes it writes it in the same transaction.
create function desk.take_weekly_mail(p_id uuid, p_day date) returns table (off_token text)
language sql volatile security definer set search_path = pg_catalog as $$
  update desk.weekly_mail m set told_on = p_day
  where m.id = p_id and m.switched_off_at is null and m.told_on is distinct from p_day returning m.off_token
$$;

-- Whose mail a token switches off; nothing for one that is unknown.
create function desk.find_weekly_mail(p_off_token text) returns table (id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.owner_office from desk.weekly_mail m where m.off_token = p_off_token
$$;

revoke all on function desk.open_calendar(text), desk.due_weekly_mails(timestamptz), desk.take_weekly_mail(uuid, date),
  desk.find_weekly_mail(text) from public;
grant execute on function desk.open_calendar(text), desk.due_weekly_mails(timestamptz), desk.take_weekly_mail(uuid, date),
  desk.find_weekly_mail(text) to hansa_app;
