-- Halls with their size, the minutes on foot between them, and the rectangles that the floor plan is drawn from.
-- Lengths are centimetres, from the corner of the hall that is drawn at the top left.
create table expos.hall (
  edition_id uuid not null references expos.edition (id),
  code text not null check (code <> '' and length(code) <= 60),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  -- Null together while nobody has measured it: then nothing can be drawn in it.
  width int check (width between 100 and 200000),
  depth int check (depth between 100 and 200000),
  primary key (edition_id, code),
  constraint hall_number unique (edition_id, number) deferrable initially deferred,
  constraint hall_size unique (edition_id, code, width, depth),
  check ((width is null) = (depth is null))
);

-- As long there as back; a pair that is missing is not known.
create table expos.walk (
  edition_id uuid not null,
  hall text not null,
  other_hall text not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  minutes int not null check (minutes between 0 and 240),
  primary key (edition_id, hall, other_hall),
  foreign key (edition_id, hall) references expos.hall (edition_id, code) on delete cascade,
  foreign key (edition_id, other_hall) references expos.hall (edition_id, code) on delete cascade,
  check (hall < other_hall collate "C")
);

alter table expos.stand add constraint stand_in_hall unique (edition_id, id, hall);
alter table expos.place add constraint place_in_hall unique (edition_id, id, hall);

-- A stand may have several, as one round a corner does. The keys hold that a stand or table is drawn in its own hall, and the size
-- of the hall that stands beside them that it is drawn within it.
create table expos.rectangle (
  edition_id uuid not null,
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  kind text not null check (kind in ('stand', 'table', 'zone', 'entrance')),
  hall text not null,
  hall_width int not null,
  hall_depth int not null,
  stand_id uuid,
  place_id uuid,
  -- Of a zone or an entrance.
  name jsonb check (jsonb_typeof(name) = 'object' and name <> '{}'),
  x int not null check (x >= 0),
  y int not null check (y >= 0),
  width int not null check (width >= 10),
  depth int not null check (depth >= 10),
  primary key (edition_id, number),
  foreign key (edition_id, hall, hall_width, hall_depth) references expos.hall (edition_id, code, width, depth),
  foreign key (edition_id, stand_id, hall) references expos.stand (edition_id, id, hall) on delete cascade,
  foreign key (edition_id, place_id, hall) references expos.place (edition_id, id, hall) on delete cascade,
  constraint table_drawn_once unique (edition_id, place_id),
  constraint rectangle_in_hall check (x + width <= hall_width and y + depth <= hall_depth),
  constraint rectangle_alone exclude using gist (edition_id with =, hall with =, int4range(x, x + width) with &&, int4range(y, y + depth) with &&)
    where (kind in ('stand', 'table')),
  check ((kind = 'stand') = (stand_id is not null) and (kind = 'table') = (place_id is not null)),
  check (kind <> 'zone' or name is not null),
  check (kind in ('zone', 'entrance') or name is null)
);
create index rectangle_by_stand on expos.rectangle (edition_id, stand_id) where stand_id is not null;

select platform.protect('expos.hall');
select platform.protect('expos.walk');
select platform.protect('expos.rectangle');

create view expos.halls with (security_invoker = true) as
  select edition_id, number, code, width, depth from expos.hall;
create view expos.walks with (security_invoker = true) as
  select edition_id, hall, other_hall, minutes from expos.walk;
create view expos.rectangles with (security_invoker = true) as
  select r.edition_id, r.number, r.kind, r.hall, coalesce(s.code, p.code) as code, r.name, r.x, r.y, r.width, r.depth, r.stand_id, r.place_id
  from expos.rectangle r
  left join expos.stand s on s.edition_id = r.edition_id and s.id = r.stand_id
  left join expos.place p on p.edition_id = r.edition_id and p.id = r.place_id;
grant select on expos.halls, expos.walks, expos.rectangles to hansa_app;
