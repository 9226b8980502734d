-- By which way the figures of a delegation are asked for, as the office that keeps its visit has it: beside the routes of editions, and before them, since it stands nearer.
alter table outcomes.edition_route drop constraint edition_route_pkey;
alter table outcomes.edition_route alter column edition_id drop not null;
alter table outcomes.edition_route
  add column id uuid primary key default gen_random_uuid(),
  add column exchange_id uuid references ties.exchange (id),
  add constraint edition_route_of_edition unique (edition_id),
  add constraint edition_route_of_exchange unique (exchange_id),
  add constraint edition_route_of_one check (num_nonnulls(edition_id, exchange_id) = 1);

-- As before, of visits as well, by the id of either.
create or replace function outcomes.routes_of(p_editions uuid[]) returns table (edition_id uuid, route text, through_office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(r.edition_id, r.exchange_id), r.route, r.through_office from outcomes.edition_route r
  where r.edition_id = any (p_editions) or r.exchange_id = any (p_editions)
$$;
