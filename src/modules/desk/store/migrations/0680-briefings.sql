-- What an office notes for a briefing on a tie, or on one visit or event of it: its own points, never shared and never published.
create table desk.briefing (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  tie_id uuid not null,
  -- Null: for whatever meeting comes.
  exchange_id uuid references ties.exchange (id),
  version int not null default 1,
  -- Whom it is for.
  addressee text check (length(addressee) between 1 and 120),
  -- {"raise": [{"head": "…", "text": "…"}], "never": […], "asked": […], "day": […], "call": […]}
  points jsonb not null,
  unique nulls not distinct (owner_office, tie_id, exchange_id)
);
create index briefing_by_tie on desk.briefing (tie_id);
create index briefing_by_exchange on desk.briefing (exchange_id);
select platform.protect('desk.briefing');

-- When a desk is handed over: from whom to whom, from which day, what the one who goes has to say, and lines that stand nowhere else.
create table desk.handover (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  version int not null default 1,
  from_account uuid not null,
  -- Null: who comes is not known yet.
  to_account uuid,
  -- Whose it is until somebody takes it, once the hand-over is finished.
  rest_account uuid,
  starts_on date not null,
  words text check (length(words) between 1 and 1500),
  -- [{"id": "…", "part": "promised", "head": "…", "text": "…", "due": "2027-03"}]
  lines jsonb not null default '[]',
  begun_at timestamptz not null,
  finished_at timestamptz
);
create unique index handover_that_runs on desk.handover (owner_office) where finished_at is null;
create index handover_by_owner on desk.handover (owner_office);
select platform.protect('desk.handover');

-- That somebody has read a line and it is theirs from then on, or that they give it back: each time a row of its own.
create table desk.handover_tick (
  id uuid primary key,
  handover_id uuid not null references desk.handover (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  subject text not null check (length(subject) between 3 and 400),
  taken boolean not null,
  account uuid not null,
  at timestamptz not null
);
create index handover_tick_by_handover on desk.handover_tick (handover_id);
create index handover_tick_by_owner on desk.handover_tick (owner_office);
select platform.protect('desk.handover_tick');

-- What an undo of a paste takes back is looked up by its tie, whose id follows from its cities; a briefing goes with its tie, but where the
-- office has one on the tie that stays: then it waits until the cities are parted again.
create or replace function desk.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_other uuid;
  v_was text;
  v_is text;
  v desk.paste;
  v_briefing desk.briefing;
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
    for v_briefing in select b.* from desk.briefing b where b.tie_id = v_was::uuid loop
      continue when exists (
        select from desk.briefing t
        where t.owner_office = v_briefing.owner_office and t.tie_id = v_is::uuid and t.exchange_id is not distinct from v_briefing.exchange_id
      );
      perform cities.note_move(p_merge, 'briefing', to_jsonb(v_briefing.id), to_jsonb(v_was), to_jsonb(v_is));
      update desk.briefing b set tie_id = v_is::uuid where b.id = v_briefing.id;
    end loop;
  end loop;
end $$;

create or replace function desk.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
begin
  for v in select * from cities.moves_of(p_merge) m where m.moved = 'paste' loop
    update desk.paste p set kept = cities.given_back(p.kept, v.before, v.after) where p.id = (v.key #>> '{}')::uuid;
  end loop;
  for v in select * from cities.moves_of(p_merge) m where m.moved = 'briefing' loop
    update desk.briefing b set tie_id = (v.before #>> '{}')::uuid where b.id = (v.key #>> '{}')::uuid;
  end loop;
end $$;
