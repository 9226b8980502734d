-- A calendar address ends when whoever made it may act for its office no more; without a maker it is the office's.
create or replace function meetings.open_feed(p_token_hash text) returns table (edition_id uuid, participant_id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select f.edition_id, f.participant_id, f.owner_office from meetings.feed f
  where f.token_hash = p_token_hash and f.revoked_at is null and (f.created_by is null or accounts.acts_in(f.created_by, f.owner_office))
$$;
