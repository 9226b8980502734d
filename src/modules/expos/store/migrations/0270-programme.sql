-- The forum programme of an edition: rooms, what is held in them or elsewhere, and its releases. The draft is the organiser's alone.
create table expos.programme_room (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  name jsonb not null,
  hall text not null default '' check (length(hall) <= 60),
  -- Null: not known.
  seats int check (seats between 1 and 100000),
  primary key (edition_id, id),
  constraint programme_room_number unique (edition_id, number) deferrable initially deferred
);

-- A time that nobody stated is not known (null); the day always is. `follow_up` is what comes of it, for the organiser alone.
create table expos.programme_item (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('forum', 'presentation', 'site_visit', 'signing')),
  title jsonb not null,
  day date not null,
  starts_at timestamptz,
  ends_at timestamptz,
  room_id uuid,
  languages text[] not null default '{}',
  interpreted_into text[] not null default '{}',
  interpreters uuid[] not null default '{}',
  stand_id uuid,
  cities uuid[] not null default '{}',
  hosts jsonb not null default '[]',
  themes jsonb not null default '[]',
  -- In order of rank; name, post and office as at that day.
  speakers jsonb not null default '[]',
  follow_up jsonb not null default '[]',
  source text,
  primary key (edition_id, id),
  foreign key (edition_id, room_id) references expos.programme_room (edition_id, id),
  foreign key (edition_id, stand_id) references expos.stand (edition_id, id),
  constraint programme_item_span check ((starts_at is null) = (ends_at is null) and starts_at < ends_at)
);
create index programme_item_by_room on expos.programme_item (edition_id, room_id) where room_id is not null;

-- What was released, complete in itself; seen by whoever sees the edition.
create table expos.programme_release (
  edition_id uuid not null references expos.edition (id),
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  published_at timestamptz not null,
  content jsonb not null,
  -- The cities of all its items: an item is found from each of them.
  cities uuid[] not null default '{}',
  primary key (edition_id, number)
);
create index programme_release_by_city on expos.programme_release using gin (cities);

select platform.protect('expos.programme_room');
select platform.protect('expos.programme_item');
select platform.protect('expos.programme_release');

-- A release never changes; only who sees it follows the edition.
create function expos.keep_release() returns trigger language plpgsql as $$
begin
  if (new.edition_id, new.number, new.owner_office, new.published_at, new.content, new.cities)
    is distinct from (old.edition_id, old.number, old.owner_office, old.published_at, old.content, old.cities) then
    raise exception 'a release of a programme never changes';
  end if;
  return new;
end $$;
create trigger keep_release before update on expos.programme_release for each row execute function expos.keep_release();
