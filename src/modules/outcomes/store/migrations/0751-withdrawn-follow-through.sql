-- That a follow-through page was shown and is no longer, since when and by which office: everybody may know it, the page itself is its organiser's.
create function outcomes.follow_through_withdrawn(p_edition uuid) returns table (office uuid, on_day text)
language sql stable security definer set search_path = pg_catalog as $$
  select f.owner_office, to_char(f.updated_at at time zone 'utc', 'YYYY-MM-DD')
  from outcomes.follow_through f where f.edition_id = p_edition and f.visibility = 'private'
$$;
revoke all on function outcomes.follow_through_withdrawn(uuid) from public;
grant execute on function outcomes.follow_through_withdrawn(uuid) to hansa_app;
