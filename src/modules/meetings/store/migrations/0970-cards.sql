-- A side lets the one whom it meets have its card: name, post, address and telephone of people whom it chose, as they were entered then.

-- Read and written on the organiser's behalf, since it concerns two sides that do not see each other's rows.
create table meetings.card (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  meeting_id uuid not null,
  from_participant uuid not null,
  to_participant uuid not null,
  -- Sent: the other side reads it in its agenda. Shown: read as a code off a screen; that it was is all that is kept.
  way text not null check (way in ('sent', 'shown')),
  -- As they were told; taken back, they are gone from here too.
  people jsonb not null default '[]' check (jsonb_typeof(people) = 'array'),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, meeting_id) references meetings.meeting (edition_id, id),
  foreign key (edition_id, from_participant) references expos.participant (edition_id, id),
  foreign key (edition_id, to_participant) references expos.participant (edition_id, id),
  check (from_participant <> to_participant),
  check (way = 'sent' or people = '[]'),
  check (withdrawn_at is null or people = '[]')
);
create unique index card_standing on meetings.card (edition_id, meeting_id, from_participant, way) where withdrawn_at is null;
create index card_to on meetings.card (edition_id, to_participant) where withdrawn_at is null;
create index card_from on meetings.card (edition_id, from_participant) where withdrawn_at is null;
select platform.protect('meetings.card');
revoke delete on meetings.card from hansa_app;
alter policy withdraws on meetings.card using (false);

-- Cards on which the one who acts stands, by their address; and leaving them off.
create function meetings.own_cards() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('edition', e.name, 'from', f.name, 'to', t.name, 'at', c.given_at, 'card', one) order by c.given_at, c.id), '[]')
  from meetings.card c cross join lateral jsonb_array_elements(c.people) one
  join expos.editions e on e.id = c.edition_id
  join expos.participants f on f.edition_id = c.edition_id and f.id = c.from_participant
  join expos.participants t on t.edition_id = c.edition_id and t.id = c.to_participant
  where lower(one ->> 'email') = accounts.own_address()
$$;
create function meetings.forget_own_cards() returns void
language sql security definer set search_path = pg_catalog as $$
  update meetings.card c
  set people = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(c.people) one where lower(one ->> 'email') is distinct from accounts.own_address())
  where exists (select from jsonb_array_elements(c.people) one where lower(one ->> 'email') = accounts.own_address())
$$;
revoke all on function meetings.own_cards(), meetings.forget_own_cards() from public;
grant execute on function meetings.own_cards(), meetings.forget_own_cards() to hansa_app;
