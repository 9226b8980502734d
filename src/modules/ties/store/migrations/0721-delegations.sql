-- Who travels in a visit and what is done day by day. A delegation is the posts and organisations of those who travel, in order of rank; their
-- names lie apart, so that they are opened to others by a choice of their own and go when their day has come, and the posts stay.
create table ties.delegation (
  visit_id uuid primary key references ties.exchange (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  -- [{"id": "…", "leads": true, "post": {"en": …}, "organisationId": null, "organisation": {"en": …}}]
  travellers jsonb not null check (jsonb_typeof(travellers) = 'array')
);
create index delegation_by_owner on ties.delegation (owner_office);

create table ties.delegation_names (
  visit_id uuid primary key references ties.delegation (visit_id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  -- [{"travellerId": "…", "surname": "…", "givenName": "…", "nameOrder": "given_first", "contactId": null}]
  names jsonb not null check (jsonb_typeof(names) = 'array'),
  keep_until date not null
);
create index delegation_names_by_owner on ties.delegation_names (owner_office);
create index delegation_names_overdue on ties.delegation_names (keep_until);

create table ties.itinerary (
  visit_id uuid primary key references ties.exchange (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  -- The zone of all its times: they are the clock's where the visit is.
  time_zone text not null check (length(time_zone) between 1 and 60),
  -- [{"id": "…", "date": {"text": "2019-04-18"}, "part": null, "starts": "09:30", "ends": null, "title": {…}, "place": {…}, "parties": […], "travellerIds": […], "agreementId": null}]
  stops jsonb not null check (jsonb_typeof(stops) = 'array')
);
create index itinerary_by_owner on ties.itinerary (owner_office);

select platform.protect('ties.delegation');
select platform.protect('ties.delegation_names');
select platform.protect('ties.itinerary');

-- Names whose day has come are gone, whoever asks; answers of which visits, and whose.
create function ties.erase_overdue_names(p_now timestamptz) returns table (visit_id uuid, office uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  delete from ties.delegation_names n where n.keep_until < p_now::date returning n.visit_id, n.owner_office
$$;

-- Where the one who acts travelled, as offices keep it under a contact of their address: to show it to them, and to leave the posts alone.
create function ties.own_travels() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', n.owner_office, 'visit', e.title, 'starts', e.starts, 'surname', one->'surname',
    'givenName', one->'givenName', 'keepUntil', n.keep_until) order by n.visit_id), '[]')
  from organisations.own_contact_ids() own
  join ties.delegation_names n on n.names @> jsonb_build_array(jsonb_build_object('contactId', own))
  join ties.exchange e on e.id = n.visit_id
  cross join lateral jsonb_array_elements(n.names) one
  where one->>'contactId' = own::text
$$;
create function ties.forget_own_travels() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  with own as (select id::text as contact from organisations.own_contact_ids() id),
  gone as (
    update ties.delegation_names n
    set names = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(n.names) one
      where coalesce(one->>'contactId', '') not in (select contact from own))
    where exists (select 1 from own where n.names @> jsonb_build_array(jsonb_build_object('contactId', own.contact)))
    returning n.visit_id)
  update ties.delegation d set version = d.version + 1 from gone where d.visit_id = gone.visit_id
$$;
revoke all on function ties.erase_overdue_names(timestamptz), ties.own_travels(), ties.forget_own_travels() from public;
grant execute on function ties.erase_overdue_names(timestamptz), ties.own_travels(), ties.forget_own_travels() to hansa_app;
create index delegation_names_by_contact on ties.delegation_names using gin (names jsonb_path_ops);
