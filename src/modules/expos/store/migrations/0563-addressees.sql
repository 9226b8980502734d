-- Whom letters with a personal link go to, once for all: a participant's company, an interpreter or a speaker. Who works for each, how they are reached, by
-- which way they chose to be written to, what they say of their times and the letters themselves hang on this one row (docs/decisions/0058).
create table expos.addressee (
  edition_id uuid not null references expos.edition (id),
  -- That of the participant or the interpreter; a speaker has no other row.
  id uuid not null,
  whom text not null check (whom in ('participants', 'interpreters', 'speakers')),
  owner_office uuid not null references accounts.office (id),
  -- As the participant; an interpreter or a speaker is seen by the office that stands for them alone.
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  -- The company's own office, or the one that stands for the person.
  office_id uuid references accounts.office (id),
  -- When they last said when they can; of a speaker, whether they come.
  said_at timestamptz,
  letters_stopped_at timestamptz,
  participant_id uuid generated always as (case whom when 'participants' then id end) stored,
  interpreter_id uuid generated always as (case whom when 'interpreters' then id end) stored,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade,
  foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade
);
create index addressee_by_office on expos.addressee (office_id) where office_id is not null;
create index addressee_of_participant on expos.addressee (edition_id, participant_id) where participant_id is not null;
create index addressee_of_interpreter on expos.addressee (edition_id, interpreter_id) where interpreter_id is not null;
select platform.protect('expos.addressee');

insert into expos.addressee (edition_id, id, whom, owner_office, visibility, shared_with, office_id, said_at, letters_stopped_at)
select edition_id, id, 'participants', owner_office, visibility, shared_with, office_id, times_said_at, letters_stopped_at from expos.participant
union all
select edition_id, id, 'interpreters', owner_office, visibility, shared_with, office_id, times_said_at, letters_stopped_at from expos.interpreter
union all
select edition_id, id, 'speakers', owner_office, visibility, shared_with, office_id, said_at, letters_stopped_at from expos.speaker;

-- Whoever is entered as a participant or an interpreter is an addressee.
create function expos.enter_addressees() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into expos.addressee (edition_id, id, whom, owner_office, visibility, shared_with)
  select e.edition_id, e.id, tg_argv[0], e.owner_office, e.visibility, e.shared_with from entered e;
  return null;
end $$;
revoke all on function expos.enter_addressees() from public;
create trigger enter_addressees after insert on expos.participant referencing new table as entered
  for each statement execute function expos.enter_addressees('participants');
create trigger enter_addressees after insert on expos.interpreter referencing new table as entered
  for each statement execute function expos.enter_addressees('interpreters');

-- Contacts of all of them, seen by whoever sees the addressee.
alter table expos.participant_contact rename to contact;
alter table expos.contact rename participant_id to addressee_id;
alter table expos.contact rename constraint participant_contact_number to contact_number;
alter index expos.participant_contact_by_address rename to contact_by_address;
alter table expos.contact drop constraint participant_contact_said,
  add constraint contact_said check (surname <> '' or given_name <> '' or email is not null or phone is not null),
  drop constraint participant_contact_edition_id_participant_id_fkey,
  add foreign key (edition_id, addressee_id) references expos.addressee (edition_id, id) on delete cascade;
insert into expos.contact (edition_id, id, addressee_id, owner_office, visibility, shared_with, number, surname, given_name, name_order, email, phone)
select a.edition_id, gen_random_uuid(), a.id, a.owner_office, a.visibility, a.shared_with, 1, c.surname, c.given_name, c.name_order, c.email, c.phone
from expos.interpreter_contact c join expos.addressee a on a.edition_id = c.edition_id and a.id = c.interpreter_id
where num_nonnulls(nullif(c.surname, ''), nullif(c.given_name, ''), c.email, c.phone) > 0
union all
select a.edition_id, gen_random_uuid(), a.id, a.owner_office, a.visibility, a.shared_with, 1, '', '', 'given_first', s.email, null
from expos.speaker s join expos.addressee a on a.edition_id = s.edition_id and a.id = s.id;

-- What they say of slots.
alter table expos.said_time rename participant_id to addressee_id;
alter table expos.said_time drop constraint said_time_edition_id_participant_id_fkey,
  add foreign key (edition_id, addressee_id) references expos.addressee (edition_id, id) on delete cascade;
insert into expos.said_time (edition_id, addressee_id, slot_id, owner_office, visibility, shared_with, says)
select a.edition_id, a.id, t.slot_id, a.owner_office, a.visibility, a.shared_with, t.says
from expos.interpreter_said_time t join expos.addressee a on a.edition_id = t.edition_id and a.id = t.interpreter_id;

-- By which way they are written to, which they alone choose.
alter table expos.letter_way rename participant_id to addressee_id;
alter table expos.letter_way drop constraint letter_way_edition_id_participant_id_fkey,
  add foreign key (edition_id, addressee_id) references expos.addressee (edition_id, id) on delete cascade;

-- The letters; the days of quiet are one rule.
alter table expos.letter add column addressee_id uuid;
update expos.letter set addressee_id = coalesce(participant_id, interpreter_id, speaker_id);
alter table expos.letter drop column participant_id, drop column interpreter_id, drop column speaker_id;
alter table expos.letter alter column addressee_id set not null,
  add foreign key (edition_id, addressee_id) references expos.addressee (edition_id, id) on delete cascade,
  add constraint letter_quiet exclude using gist (edition_id with =, addressee_id with =, tstzrange(written_at, quiet_until) with &&);
create index letter_by_addressee on expos.letter (edition_id, addressee_id, written_at desc);

-- What speakers said hangs on the same row.
alter table expos.speaker_answer drop constraint speaker_answer_edition_id_speaker_id_fkey,
  add foreign key (edition_id, speaker_id) references expos.addressee (edition_id, id) on delete cascade;

drop view expos.interpreter_contacts, expos.away, expos.interpreter_away, expos.contacts;
drop function expos.own_letter_way(uuid, uuid);
drop table expos.interpreter_contact, expos.interpreter_said_time, expos.speaker;
create or replace view expos.participants with (security_invoker = true) as
  select p.edition_id, p.id, p.owner_office, p.visibility, p.shared_with, p.version, p.code, p.organisation_id, p.name, p.search_name, p.sort_name, p.country,
    p.city, p.role, p.seats, p.languages, p.min_meetings, p.max_meetings, p.group_id, p.stand_id, p.leads_stand, p.meets_at, a.office_id, p.withdrawn_at,
    p.offer, p.need, p.offer_topics, p.need_topics, p.markets, p.size
  from expos.participant p left join expos.addressee a on a.edition_id = p.edition_id and a.id = p.id;
create or replace view expos.interpreters with (security_invoker = true) as
  select i.edition_id, i.id, i.owner_office, i.name, i.languages, a.office_id, i.longest_minutes, a.said_at as times_said_at, i.rest_minutes
  from expos.interpreter i left join expos.addressee a on a.edition_id = i.edition_id and a.id = i.id;
alter table expos.participant drop column office_id, drop column times_said_at, drop column letters_stopped_at;
alter table expos.interpreter drop column office_id, drop column times_said_at, drop column letters_stopped_at;
create view expos.contacts with (security_invoker = true) as
  select edition_id, addressee_id, number, surname, given_name, name_order, post, email, phone, languages from expos.contact;
-- When participants and interpreters cannot be taken, whoever said so: absences, and slots of which they said that they cannot. Of what is not marked
-- nothing is said (docs/decisions/0054).
create view expos.away with (security_invoker = true) as
  select edition_id, participant_id as addressee_id, starts_at, ends_at from expos.unavailable
  union all
  select edition_id, interpreter_id, starts_at, ends_at from expos.interpreter_unavailable
  union all
  select t.edition_id, t.addressee_id, s.starts_at, s.ends_at
  from expos.said_time t join expos.slot s on s.edition_id = t.edition_id and s.id = t.slot_id where t.says = 'cannot';
grant select on expos.contacts, expos.away to hansa_app;

-- What the addressee chose, for whoever works for it.
create function expos.own_letter_way(p_edition uuid, p_addressee uuid) returns table (channel text, address text, agreed_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select w.channel, w.address, w.agreed_at from expos.letter_way w
  join expos.addressee a on a.edition_id = w.edition_id and a.id = w.addressee_id
  where w.edition_id = p_edition and w.addressee_id = p_addressee and a.office_id = any (platform.reads())
$$;
revoke all on function expos.own_letter_way(uuid, uuid) from public;
grant execute on function expos.own_letter_way(uuid, uuid) to hansa_app;

-- As before: takes back what has not left yet of letters to those of one kind.
create or replace function expos.stop_letters(p_edition uuid, p_whom text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
  v_ended int;
begin
  with gone as (
    delete from platform.mail m using expos.letter l, expos.addressee a
    where l.mail_id = m.id and l.edition_id = p_edition and l.owner_office = any (platform.writes()) and m.sent_at is null and m.attempts = 0
      and l.stopped_at is null and a.edition_id = l.edition_id and a.id = l.addressee_id and a.whom = p_whom
    returning l.id, l.link_account
  ), stopped as (
    update expos.letter l set stopped_at = now(), quiet_until = l.written_at from gone g where l.edition_id = p_edition and l.id = g.id returning l.id
  )
  select count(*), accounts.end_links((select coalesce(array_agg(g.link_account), '{}') from gone g)) into v_count, v_ended from stopped;
  return v_count;
end $$;

-- What organisers keep under the address of the one who acts, and leaving of it but a company's post, and that somebody interpreted; what is printed in a
-- programme stays.
create or replace function expos.own_contacts() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('office', c.owner_office, 'edition', e.name, 'participant', p.name, 'interpreter', i.name,
      'speaker', case a.whom when 'speakers' then true end)) || case a.whom when 'speakers' then jsonb_build_object('email', c.email) else
      jsonb_build_object('surname', c.surname, 'givenName', c.given_name, 'email', c.email, 'phone', c.phone, 'languages', coalesce(i.languages, c.languages))
      || case a.whom when 'participants' then jsonb_build_object('post', c.post) else '{}' end end
    order by c.edition_id, c.addressee_id, c.number), '[]')
  from expos.contact c join expos.edition e on e.id = c.edition_id
  join expos.addressee a on a.edition_id = c.edition_id and a.id = c.addressee_id
  left join expos.participant p on p.edition_id = a.edition_id and p.id = a.participant_id
  left join expos.interpreter i on i.edition_id = a.edition_id and i.id = a.interpreter_id
  where lower(c.email) = accounts.own_address()
$$;
create or replace function expos.forget_own_contacts() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_persons uuid[];
begin
  update expos.contact c set surname = '–', given_name = '', email = null, phone = null, languages = '{}'
  from expos.addressee a where a.edition_id = c.edition_id and a.id = c.addressee_id and a.whom = 'participants' and lower(c.email) = accounts.own_address();
  select coalesce(array_agg(c.addressee_id), '{}') into v_persons from expos.contact c where lower(c.email) = accounts.own_address();
  perform accounts.forget_personal((select coalesce(array_agg(a.office_id), '{}') from expos.addressee a where a.id = any (v_persons) and a.office_id is not null));
  update expos.interpreter i set name = '– ' || right(i.id::text, 12), version = i.version + 1 where i.id = any (v_persons);
  delete from expos.contact c where c.addressee_id = any (v_persons);
  delete from expos.letter_way w where w.addressee_id = any (v_persons);
  delete from expos.addressee a where a.id = any (v_persons) and a.whom = 'speakers';
end $$;
