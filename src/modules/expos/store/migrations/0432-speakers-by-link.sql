-- Speakers who are reached by mail: whoever speaks at items of a programme under one address (docs/decisions/0047 has the links of screens, 0043 those of
-- interpreters). Name, post and office stand in the items, as at that day; here stands how the person is reached and which office stands for them.
create table expos.speaker (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  -- Shared with the office that stands for the speaker alone: of all that the organiser keeps it reads this row.
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  email text not null check (length(email) between 3 and 254),
  office_id uuid references accounts.office (id),
  said_at timestamptz,
  letters_stopped_at timestamptz,
  primary key (edition_id, id)
);
create unique index speaker_by_address on expos.speaker (edition_id, lower(email));
create index speaker_by_own_address on expos.speaker (lower(email));
create index speaker_by_office on expos.speaker (office_id) where office_id is not null;
select platform.protect('expos.speaker');

-- Whether they come to an item, as they said it; what they said of their name, post, office and topic stands in the draft itself.
create table expos.speaker_answer (
  edition_id uuid not null,
  speaker_id uuid not null,
  item_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  comes text not null check (comes in ('yes', 'no')),
  said_at timestamptz not null,
  primary key (edition_id, speaker_id, item_id),
  foreign key (edition_id, speaker_id) references expos.speaker (edition_id, id) on delete cascade,
  foreign key (edition_id, item_id) references expos.programme_item (edition_id, id) on delete cascade
);
create index speaker_answer_by_item on expos.speaker_answer (edition_id, item_id);
select platform.protect('expos.speaker_answer');

-- What a speaker speaks on, and which of those reached by mail they are.
update expos.programme_item i set speakers = (
  select jsonb_agg('{"topic": {}, "speakerId": null}'::jsonb || s.one order by s.at) from jsonb_array_elements(i.speakers) with ordinality as s(one, at))
where i.speakers <> '[]';
create index programme_item_by_speaker on expos.programme_item using gin (speakers jsonb_path_ops);

-- A letter is to a participant, an interpreter or a speaker; the days of quiet hold for all.
alter table expos.letter add column speaker_id uuid,
  add foreign key (edition_id, speaker_id) references expos.speaker (edition_id, id) on delete cascade,
  drop constraint letter_to_one, add constraint letter_to_one check (num_nonnulls(participant_id, interpreter_id, speaker_id) = 1),
  add constraint letter_quiet_of_speaker exclude using gist (edition_id with =, speaker_id with =, tstzrange(written_at, quiet_until) with &&);
create index letter_by_speaker on expos.letter (edition_id, speaker_id, written_at desc) where speaker_id is not null;

-- As before, of letters to those of one kind.
drop function expos.stop_letters(uuid, boolean);
create function expos.stop_letters(p_edition uuid, p_whom text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
  v_ended int;
begin
  with gone as (
    delete from platform.mail m using expos.letter l
    where l.mail_id = m.id and l.edition_id = p_edition and l.owner_office = any (platform.writes()) and m.sent_at is null and m.attempts = 0 and l.stopped_at is null
      and p_whom = case when l.interpreter_id is not null then 'interpreters' when l.speaker_id is not null then 'speakers' else 'participants' end
    returning l.id, l.link_account
  ), stopped as (
    update expos.letter l set stopped_at = now(), quiet_until = l.written_at from gone g where l.edition_id = p_edition and l.id = g.id returning l.id
  )
  select count(*), accounts.end_links((select coalesce(array_agg(g.link_account), '{}') from gone g)) into v_count, v_ended from stopped;
  return v_count;
end $$;
revoke all on function expos.stop_letters(uuid, text) from public;
grant execute on function expos.stop_letters(uuid, text) to hansa_app;

-- What organisers keep under the address of the one who acts, speakers now among them; what is printed in a programme stays.
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
    join expos.interpreter i on i.edition_id = c.edition_id and i.id = c.interpreter_id where lower(c.email) = accounts.own_address()
    union all
    select s.edition_id, s.id, 1, jsonb_build_object('office', s.owner_office, 'edition', e.name, 'speaker', true, 'email', s.email)
    from expos.speaker s join expos.edition e on e.id = s.edition_id where lower(s.email) = accounts.own_address()) one
$$;
create or replace function expos.forget_own_contacts() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_gone uuid[];
begin
  update expos.participant_contact set surname = '–', given_name = '', email = null, phone = null, languages = '{}'
  where lower(email) = accounts.own_address();
  select coalesce(array_agg(c.interpreter_id), '{}') into v_gone from expos.interpreter_contact c where lower(c.email) = accounts.own_address();
  perform accounts.forget_personal((select coalesce(array_agg(i.office_id), '{}') from expos.interpreter i where i.id = any (v_gone) and i.office_id is not null));
  update expos.interpreter i set name = '– ' || right(i.id::text, 12), version = i.version + 1 where i.id = any (v_gone);
  delete from expos.interpreter_contact c where c.interpreter_id = any (v_gone);
  perform accounts.forget_personal((select coalesce(array_agg(s.office_id), '{}') from expos.speaker s where lower(s.email) = accounts.own_address() and s.office_id is not null));
  delete from expos.speaker s where lower(s.email) = accounts.own_address();
end $$;
