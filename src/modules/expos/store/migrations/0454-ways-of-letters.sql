-- How the letters of a company leave where it has chosen otherwise than by mail: as text messages to a number, or by WeChat Work to an account. The choice is
-- the company's own and its consent for that channel, with the day; taken back, the row goes, and nobody is written to by it any more.
create table expos.letter_way (
  edition_id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  channel text not null check (channel in ('sms', 'wecom')),
  address text not null,
  agreed_at timestamptz not null,
  agreed_by uuid not null references accounts.account (id),
  primary key (edition_id, participant_id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id) on delete cascade,
  constraint letter_way_address check (case channel when 'sms' then address ~ '^[+][1-9][0-9]{6,14}$' else address ~ '^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$' end)
);
select platform.protect('expos.letter_way');

-- What the company itself chose, for whoever works for it.
create function expos.own_letter_way(p_edition uuid, p_participant uuid) returns table (channel text, address text, agreed_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select w.channel, w.address, w.agreed_at from expos.letter_way w
  join expos.participant p on p.edition_id = w.edition_id and p.id = w.participant_id
  where w.edition_id = p_edition and w.participant_id = p_participant and p.office_id = any (platform.reads())
$$;
revoke all on function expos.own_letter_way(uuid, uuid) from public;
grant execute on function expos.own_letter_way(uuid, uuid) to hansa_app;
