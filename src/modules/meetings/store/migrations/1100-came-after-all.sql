-- Who was reported missing and came to the door afterwards is missing no longer: the side that reported it, which sees no door, is told so, too.

create function meetings.came_after(p_edition uuid, p_participant uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from meetings.check_in c where c.edition_id = p_edition and c.participant_id = p_participant
    and c.kind = 'arrived' and c.taken_back_at is null and c.happened_at > p_at)
$$;
revoke all on function meetings.came_after(uuid, uuid, timestamptz) from public;
grant execute on function meetings.came_after(uuid, uuid, timestamptz) to hansa_app;
