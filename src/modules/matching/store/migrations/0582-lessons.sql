-- What one city learned from another, as an office entered it. Whether, since when, how far and with what result are statements about it (evidence).
create table matching.lesson (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  learner_city uuid not null references cities.city (id),
  -- From whom: a city, or where it is said only that it was one of a country, that country.
  teacher_city uuid references cities.city (id),
  teacher_country text check (teacher_country ~ '^[A-Z]{2}$'),
  title jsonb not null,
  domain text,
  -- The entry of a profile that tells of it.
  practice_id uuid,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((teacher_city is null) <> (teacher_country is null)),
  check (learner_city is distinct from teacher_city),
  check (withdrawn_at is null or visibility = 'private')
);
create index lesson_by_learner on matching.lesson (learner_city);
create index lesson_by_teacher on matching.lesson (teacher_city) where teacher_city is not null;
create index lesson_by_owner on matching.lesson (owner_office);
select platform.protect('matching.lesson');

create function matching.mention_learned() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.mention_by('lesson', new.id, new.owner_office, new.visibility, new.shared_with,
    case when new.withdrawn_at is null then array_remove(array[new.learner_city, new.teacher_city], null) else '{}' end);
  return null;
end $$;
create trigger mentions_cities after insert or update on matching.lesson for each row execute function matching.mention_learned();

-- A city that goes into another takes along what it learned and taught; what would be learned from itself stays as it is.
create function matching.carry_city(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
begin
  perform cities.note_move(p_merge, 'lesson', to_jsonb(l.id),
    jsonb_build_object('learner', l.learner_city = p_from, 'teacher', l.teacher_city is not distinct from p_from), '{}')
    from matching.lesson l where p_from in (l.learner_city, l.teacher_city) and p_into is distinct from l.learner_city
      and p_into is distinct from l.teacher_city;
  update matching.lesson l set learner_city = case when l.learner_city = p_from then p_into else l.learner_city end,
    teacher_city = case when l.teacher_city = p_from then p_into else l.teacher_city end
    where p_from in (l.learner_city, l.teacher_city) and p_into is distinct from l.learner_city and p_into is distinct from l.teacher_city;
end $$;
create function matching.carry_city_back(p_merge uuid, p_from uuid, p_into uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  v record;
begin
  for v in select * from cities.moves_of(p_merge) m where m.moved = 'lesson' loop
    update matching.lesson l set
      learner_city = case when (v.before ->> 'learner')::boolean and l.learner_city = p_into then p_from else l.learner_city end,
      teacher_city = case when (v.before ->> 'teacher')::boolean and l.teacher_city = p_into then p_from else l.teacher_city end
      where l.id = (v.key #>> '{}')::uuid;
  end loop;
end $$;
revoke all on function matching.carry_city(uuid, uuid, uuid), matching.carry_city_back(uuid, uuid, uuid) from public;
select cities.follow_merges('matching');

-- An office's own words: pairs that mean the same to it, which count for its own suggestions alone.
create table matching.own_word (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}' check (cardinality(shared_with) = 0),
  english text not null check (length(english) between 1 and 80),
  chinese text not null check (length(chinese) between 1 and 80),
  entered_at timestamptz not null
);
create unique index own_word_once on matching.own_word (owner_office, english, chinese);
select platform.protect('matching.own_word');
