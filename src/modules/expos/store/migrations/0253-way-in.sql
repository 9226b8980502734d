-- What a company says of itself at an edition, without waiting for the organiser, and the letters by which it is invited to.
-- When it last said that its entry is right and when it can meet; and since when it wants no more letters.
alter table expos.participant add column profile_said_at timestamptz, add column times_said_at timestamptz, add column letters_stopped_at timestamptz;

-- Slots of which it said that it can meet or cannot; others are not said. Kept apart from absences, which the organiser's file sets anew.
create table expos.said_time (
  edition_id uuid not null,
  participant_id uuid not null,
  slot_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  says text not null check (says in ('can', 'cannot')),
  primary key (edition_id, participant_id, slot_id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  foreign key (edition_id, slot_id) references expos.slot (edition_id, id) on delete cascade
);
create index said_time_by_slot on expos.said_time (edition_id, slot_id);
select platform.protect('expos.said_time');

-- A letter with a personal link: to the first contact by mail, or on paper. What it says is made anew; the mail itself waits in the outbox.
create table expos.letter (
  edition_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  kind text not null check (kind in ('invitation', 'reminder', 'schedule', 'paper')),
  language text not null check (language in ('en', 'zh-Hans')),
  link_account uuid not null references accounts.account (id),
  mail_id uuid,
  written_at timestamptz not null,
  -- Nobody is invited or reminded again before; equal to written_at where that does not hold: of a schedule, or once it was stopped or refused.
  quiet_until timestamptz not null check (quiet_until >= written_at),
  stopped_at timestamptz,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  constraint letter_quiet exclude using gist (edition_id with =, participant_id with =, tstzrange(written_at, quiet_until) with &&),
  check ((kind = 'paper') = (mail_id is null))
);
create index letter_by_participant on expos.letter (edition_id, participant_id, written_at desc);
create index letter_by_mail on expos.letter (mail_id) where mail_id is not null;
select platform.protect('expos.letter');

-- What became of an organiser's letters: in the outbox, taken by their server, refused with its words.
create function expos.letter_mails(p_edition uuid) returns table (letter_id uuid, recipient text, sent_at timestamptz, refused_at timestamptz, attempts int, last_fault text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, m.recipient, m.sent_at, m.refused_at, m.attempts, m.last_fault from expos.letter l join platform.mail m on m.id = l.mail_id
  where l.edition_id = p_edition and l.owner_office = any (platform.reads())
$$;
-- Takes back what has not left yet: the mail goes, its link opens nothing, and the person may be written to again. How many.
create function expos.stop_letters(p_edition uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
  v_ended int;
begin
  with gone as (
    delete from platform.mail m using expos.letter l
    where l.mail_id = m.id and l.edition_id = p_edition and l.owner_office = any (platform.writes()) and m.sent_at is null and m.attempts = 0 and l.stopped_at is null
    returning l.id, l.link_account
  ), stopped as (
    update expos.letter l set stopped_at = now(), quiet_until = l.written_at from gone g where l.edition_id = p_edition and l.id = g.id returning l.id
  )
  select count(*), accounts.end_links((select coalesce(array_agg(g.link_account), '{}') from gone g)) into v_count, v_ended from stopped;
  return v_count;
end $$;
-- Where the mail server refused an address for good, it may be put right and written to at once.
create function expos.free_refused(p_edition uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  update expos.letter l set quiet_until = l.written_at from platform.mail m
  where m.id = l.mail_id and m.refused_at is not null and l.edition_id = p_edition and l.owner_office = any (platform.writes()) and l.quiet_until > l.written_at
$$;
revoke all on function expos.letter_mails(uuid), expos.stop_letters(uuid), expos.free_refused(uuid) from public;
grant execute on function expos.letter_mails(uuid), expos.stop_letters(uuid), expos.free_refused(uuid) to hansa_app;
