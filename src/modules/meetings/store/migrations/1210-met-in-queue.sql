-- Which meetings two sides have held in the live queue, and when each began: the sides, which see no talk of the queue, are told of their own, so that nobody
-- goes to a table a second time. `p_participants`: of these; null: of all.

create function meetings.met_in_queue(p_edition uuid, p_participants uuid[]) returns table (meeting_id uuid, begun_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.meeting_id, max(t.begun_at) from meetings.queue_talk t
  where t.edition_id = p_edition and t.ended_at is not null
    and (p_participants is null or t.seated_participant = any (p_participants) or t.rotating_participant = any (p_participants))
  group by t.meeting_id
$$;
revoke all on function meetings.met_in_queue(uuid, uuid[]) from public;
grant execute on function meetings.met_in_queue(uuid, uuid[]) to hansa_app;
