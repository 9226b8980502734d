-- Snapshots of a tie's report: what everybody could read of it on a day, frozen, numbered and sealed (docs/decisions/0079).
create schema reports;
grant usage on schema reports to hansa_app, hansa_backup;

-- That there is one, whose it is and whether it was withdrawn is read by everybody for ever: its number is never given again.
create table reports.snapshot (
  id uuid primary key,
  tie_id uuid not null,
  number int not null check (number between 1 and 100000),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility = 'public'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  version int not null default 1,
  frozen_at timestamptz not null,
  -- Of its figures, which are on every paper made of it, whichever city that names first.
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  -- Of all that it says, each word by its own digest: it stands when a name has been taken out.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint snapshot_numbered unique (tie_id, number)
);
create index snapshot_by_owner on reports.snapshot (owner_office);
create index snapshot_newest on reports.snapshot (frozen_at desc, id) where withdrawn_at is null;

-- What it says. Withdrawn, it is read by its office alone.
create table reports.snapshot_content (
  snapshot_id uuid primary key references reports.snapshot (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'public' check (visibility in ('private', 'public')),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  -- The report, every word of it replaced by its place in the list.
  content jsonb not null,
  -- [{"digest": "…", "salt": "…", "text": "…", "tells": true}]; a word from which a name was taken: {"digest": "…", "text": "[…]", "removed": "2027-05-03"}.
  words jsonb not null check (jsonb_typeof(words) = 'array')
);
create index snapshot_content_by_owner on reports.snapshot_content (owner_office);

-- What is frozen stays: it is withdrawn once, a tie follows its merged city, and names leave its words.
create function reports.keep_snapshot() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.id, new.number, new.owner_office, new.frozen_at, new.seal, new.content_hash) is distinct from
     (old.id, old.number, old.owner_office, old.frozen_at, old.seal, old.content_hash)
     or (old.withdrawn_at is not null and (new.withdrawn_at is distinct from old.withdrawn_at or new.withdrawn_reason is distinct from old.withdrawn_reason)) then
    raise exception '% keeps its content', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keeps before update on reports.snapshot for each row execute function reports.keep_snapshot();

create function reports.keep_snapshot_content() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.snapshot_id, new.owner_office, new.content) is distinct from (old.snapshot_id, old.owner_office, old.content)
     or (old.visibility = 'private' and new.visibility = 'public')
     or (select jsonb_agg(w -> 'digest' order by n) from jsonb_array_elements(new.words) with ordinality as e (w, n)) is distinct from
        (select jsonb_agg(w -> 'digest' order by n) from jsonb_array_elements(old.words) with ordinality as e (w, n)) then
    raise exception '% keeps its content', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keeps before update on reports.snapshot_content for each row execute function reports.keep_snapshot_content();

select platform.protect('reports.snapshot');
select platform.protect('reports.snapshot_content');
revoke delete on reports.snapshot, reports.snapshot_content from hansa_app;
alter policy withdraws on reports.snapshot using (false);
alter policy withdraws on reports.snapshot_content using (false);

-- A snapshot goes with its tie, whose id follows from its cities; but where the tie that stays has one of that number, it waits until the cities are parted again.
create function reports.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v_other uuid;
  v_was uuid;
  v_is uuid;
  v reports.snapshot;
begin
  for v_other in
    select distinct case m.before ->> 'a_city' when p_from::text then (m.before ->> 'b_city')::uuid else (m.before ->> 'a_city')::uuid end
    from cities.moves_of(p_merge) m where m.moved = 'keeping' and p_from::text in (m.before ->> 'a_city', m.before ->> 'b_city') loop
    v_was := ties.tie_with(p_from, v_other)::uuid;
    v_is := ties.tie_with(p_into, v_other)::uuid;
    for v in select s.* from reports.snapshot s where s.tie_id = v_was loop
      continue when exists (select from reports.snapshot t where t.tie_id = v_is and t.number = v.number);
      perform cities.note_move(p_merge, 'snapshot', to_jsonb(v.id), to_jsonb(v_was), to_jsonb(v_is));
      update reports.snapshot s set tie_id = v_is where s.id = v.id;
    end loop;
  end loop;
end $$;
create function reports.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
begin
  for v in select * from cities.moves_of(p_merge) m where m.moved = 'snapshot' loop
    update reports.snapshot s set tie_id = (v.before #>> '{}')::uuid where s.id = (v.key #>> '{}')::uuid;
  end loop;
end $$;
select cities.follow_merges('reports');
