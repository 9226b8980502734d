-- Interpreters are people: how each is reached, the office that stands for one who works by a personal link, and what they say of their times.
-- The longest stretch is what they interpret at most without a rest, in minutes; null: nothing was agreed.
alter table expos.interpreter add column office_id uuid references accounts.office (id),
  add column longest_minutes int check (longest_minutes between 15 and 720),
  add column times_said_at timestamptz, add column letters_stopped_at timestamptz;
create index interpreter_by_office on expos.interpreter (office_id) where office_id is not null;

-- Known to the organiser alone; the interpreter reads their own by a step for the organiser, like a company (docs/decisions/0030).
create table expos.interpreter_contact (
  edition_id uuid not null,
  interpreter_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  surname text not null default '' check (length(surname) <= 80),
  given_name text not null default '' check (length(given_name) <= 80),
  name_order text not null default 'given_first' check (name_order in ('surname_first', 'given_first')),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 40),
  primary key (edition_id, interpreter_id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade
);
create index interpreter_contact_by_address on expos.interpreter_contact (lower(email)) where email is not null;
select platform.protect('expos.interpreter_contact');

-- Of which slots they say that they can or cannot interpret. Kept apart from absences, which the organiser's file sets anew.
create table expos.interpreter_said_time (
  edition_id uuid not null,
  interpreter_id uuid not null,
  slot_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  says text not null check (says in ('can', 'cannot')),
  primary key (edition_id, interpreter_id, slot_id),
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade,
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id) on delete cascade
);
create index interpreter_said_time_by_slot on expos.interpreter_said_time (edition_id, slot_id);
select platform.protect('expos.interpreter_said_time');

-- A letter is to a participant or to an interpreter; the days of quiet hold for both.
alter table expos.letter alter column participant_id drop not null, add column interpreter_id uuid,
  add foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade,
  add constraint letter_to_one check (num_nonnulls(participant_id, interpreter_id) = 1),
  add constraint letter_quiet_of_interpreter exclude using gist (edition_id with =, interpreter_id with =, tstzrange(written_at, quiet_until) with &&);
create index letter_by_interpreter on expos.letter (edition_id, interpreter_id, written_at desc) where interpreter_id is not null;

-- What organisers keep under the address of the one who acts, interpreters now among them.
create or replace function expos.own_contacts() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(one.kept order by one.edition, one.subject, one.number), '[]') from (
    select c.edition_id as edition, c.participant_id as subject, c.number, jsonb_build_object('office', c.owner_office, 'edition', e.name, 'participant', p.name,
      'surname', c.surname, 'givenName', c.given_name, 'post', c.post, 'email', c.email, 'phone', c.phone, 'languages', c.languages) as kept
    from expos.participant_contact c join expos.edition e on e.id = c.edition_id
    join expos.participant p on p.edition_id = c.edition_id and p.id = c.participant_id where lower(c.email) = accounts.own_address()
    union all
    select c.edition_id, c.interpreter_id, 1, jsonb_build_object('office', c.owner_office, 'edition', e.name, 'interpreter', i.name,
      'surname', c.surname, 'givenName', c.given_name, 'email', c.email, 'phone', c.phone, 'languages', i.languages)
    from expos.interpreter_contact c join expos.edition e on e.id = c.edition_id
    join expos.interpreter i on i.edition_id = c.edition_id and i.id = c.interpreter_id where lower(c.email) = accounts.own_address()) one
$$;

-- When participants and interpreters cannot be taken, whoever said so: absences, and slots that they themselves left out.
create view expos.away with (security_invoker = true) as
  select edition_id, participant_id, starts_at, ends_at from expos.unavailable
  union all
  select p.edition_id, p.id, s.starts_at, s.ends_at
  from expos.participant p join expos.slot s on s.edition_id = p.edition_id
  left join expos.said_time t on t.edition_id = p.edition_id and t.slot_id = s.id and t.participant_id = p.id
  where p.times_said_at is not null and (t.says = 'cannot' or (t.says is null and exists (
    select 1 from expos.said_time c where c.edition_id = p.edition_id and c.participant_id = p.id and c.says = 'can')));
create view expos.interpreter_away with (security_invoker = true) as
  select edition_id, interpreter_id, starts_at, ends_at from expos.interpreter_unavailable
  union all
  select i.edition_id, i.id, s.starts_at, s.ends_at
  from expos.interpreter i join expos.slot s on s.edition_id = i.edition_id
  left join expos.interpreter_said_time t on t.edition_id = i.edition_id and t.slot_id = s.id and t.interpreter_id = i.id
  where i.times_said_at is not null and (t.says = 'cannot' or (t.says is null and exists (
    select 1 from expos.interpreter_said_time c where c.edition_id = i.edition_id and c.interpreter_id = i.id and c.says = 'can')));
drop view expos.interpreters;
create view expos.interpreters with (security_invoker = true) as
  select edition_id, id, owner_office, name, languages, office_id, longest_minutes, times_said_at from expos.interpreter;
grant select on expos.away, expos.interpreter_away, expos.interpreters to hansa_app;

-- As before, of companies' letters or of interpreters'.
drop function expos.stop_letters(uuid);
create function expos.stop_letters(p_edition uuid, p_interpreters boolean) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
  v_ended int;
begin
  with gone as (
    delete from platform.mail m using expos.letter l
    where l.mail_id = m.id and l.edition_id = p_edition and l.owner_office = any (platform.writes()) and m.sent_at is null and m.attempts = 0 and l.stopped_at is null
      and (l.interpreter_id is not null) = p_interpreters
    returning l.id, l.link_account
  ), stopped as (
    update expos.letter l set stopped_at = now(), quiet_until = l.written_at from gone g where l.edition_id = p_edition and l.id = g.id returning l.id
  )
  select count(*), accounts.end_links((select coalesce(array_agg(g.link_account), '{}') from gone g)) into v_count, v_ended from stopped;
  return v_count;
end $$;
revoke all on function expos.stop_letters(uuid, boolean) from public;
grant execute on function expos.stop_letters(uuid, boolean) to hansa_app;
