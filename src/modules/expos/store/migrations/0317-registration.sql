-- Registration: the terms on which companies come in by themselves, who has registered, and what they consented to.
create table expos.registration_terms (
  edition_id uuid primary key references expos.edition (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  is_open boolean not null default false,
  opens_at timestamptz,
  closes_at timestamptz,
  approval text not null default 'by_hand' check (approval in ('by_hand', 'automatic')),
  roles text[] not null check (roles <> '{}' and roles <@ array['exhibitor', 'buyer']),
  -- Places in all, by role and by group; null: no limit.
  most int check (most between 0 and 20000),
  most_exhibitors int check (most_exhibitors between 0 and 20000),
  most_buyers int check (most_buyers between 0 and 20000),
  -- Groups that one may register with: `[{groupId, most}]`.
  groups jsonb not null default '[]',
  -- By field: needed, asked, left_out.
  fields jsonb not null,
  -- `[{key, purpose, receiver, needed}]`, in the words that are shown.
  consents jsonb not null,
  note jsonb,
  constraint registration_window check (opens_at < closes_at)
);
select platform.protect('expos.registration_terms');

-- One that nobody has confirmed holds no place and goes after two days. `token_hash` is of what its letter opens it with.
create table expos.registration (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  state text not null default 'unconfirmed' check (state in ('unconfirmed', 'asked', 'waiting', 'accepted', 'declined', 'withdrawn')),
  -- What it was before the last decision, which can be taken back to it.
  state_before text check (state_before in ('asked', 'waiting', 'accepted', 'declined')),
  language text not null check (language in ('en', 'zh-Hans')),
  role text not null check (role in ('exhibitor', 'buyer')),
  name jsonb not null,
  search_name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text check (length(city) <= 120),
  group_id uuid,
  -- The person; null once they were taken out.
  contact jsonb,
  email text check (email = lower(email) and length(email) <= 254),
  languages text[] not null default '{}',
  offer jsonb,
  need jsonb,
  offer_topics uuid[] not null default '{}' check (cardinality(offer_topics) <= 60),
  need_topics uuid[] not null default '{}' check (cardinality(need_topics) <= 60),
  markets text[] not null default '{}' check (cardinality(markets) <= 60),
  size text check (size in ('to_9', 'to_49', 'to_249', 'over_249')),
  stand_wish text not null default '' check (length(stand_wish) <= 500),
  token_hash text not null unique,
  -- A keyed hash of the network it came from, until it is confirmed.
  from_network text,
  registered_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  participant_id uuid,
  -- Whether it was joined to a participant that was there already.
  is_joined boolean not null default false,
  -- The letter of the last decision.
  mail_id uuid,
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  foreign key (edition_id, group_id) references expos.participant_group (edition_id, id) on delete set null (group_id),
  constraint registration_confirmed check ((state = 'unconfirmed') = (confirmed_at is null)),
  constraint registration_accepted check (state <> 'accepted' or participant_id is not null),
  constraint registration_person check ((contact is null) = (email is null))
);
create index registration_by_state on expos.registration (edition_id, state, confirmed_at);
create index registration_by_participant on expos.registration (edition_id, participant_id) where participant_id is not null;
create index registration_by_email on expos.registration (email, registered_at) where email is not null;
create index registration_unconfirmed on expos.registration (registered_at) where state = 'unconfirmed';
select platform.protect('expos.registration');
create trigger keep_topics before insert or update of offer_topics, need_topics on expos.registration
  for each row when (new.offer_topics <> '{}' or new.need_topics <> '{}') execute function expos.keep_topics();

-- What a registrant agreed to: the purpose, who receives it, the very words that they read, and when. Only that it was withdrawn is ever added.
create table expos.registration_consent (
  edition_id uuid not null,
  registration_id uuid not null,
  key text not null check (length(key) between 1 and 40),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  number int not null,
  language text not null check (language in ('en', 'zh-Hans')),
  purpose text not null check (length(purpose) between 1 and 1000),
  receiver text not null check (length(receiver) between 1 and 200),
  needed boolean not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  primary key (edition_id, registration_id, key),
  foreign key (edition_id, registration_id) references expos.registration (edition_id, id) on delete cascade
);
select platform.protect('expos.registration_consent');
create function expos.keep_consent() returns trigger language plpgsql as $$
begin
  if (new.edition_id, new.registration_id, new.key, new.owner_office, new.number, new.language, new.purpose, new.receiver, new.needed, new.given_at)
    is distinct from (old.edition_id, old.registration_id, old.key, old.owner_office, old.number, old.language, old.purpose, old.receiver, old.needed, old.given_at)
    or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
    raise exception 'a consent keeps its words';
  end if;
  return new;
end $$;
revoke all on function expos.keep_consent() from public;
create trigger keep_consent before update on expos.registration_consent for each row execute function expos.keep_consent();

-- A topic that a registration names stays as long as the registration may still become a participant.
create or replace function expos.drop_topic() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from expos.participant p
      where p.edition_id = old.edition_id and p.withdrawn_at is null and old.id = any (p.offer_topics || p.need_topics))
    or exists (select 1 from expos.registration r
      where r.edition_id = old.edition_id and r.state in ('asked', 'waiting') and old.id = any (r.offer_topics || r.need_topics)) then
    raise exception 'a topic that is named' using errcode = '23503';
  end if;
  update expos.participant p set offer_topics = array_remove(p.offer_topics, old.id), need_topics = array_remove(p.need_topics, old.id)
  where p.edition_id = old.edition_id and old.id = any (p.offer_topics || p.need_topics);
  update expos.registration r set offer_topics = array_remove(r.offer_topics, old.id), need_topics = array_remove(r.need_topics, old.id)
  where r.edition_id = old.edition_id and old.id = any (r.offer_topics || r.need_topics);
  return old;
end $$;

-- Whose registration a letter opens: the edition, its organiser and the registration, by the hash of the secret.
create function expos.registration_by_token(p_hash text) returns table (edition_id uuid, office uuid, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select r.edition_id, r.owner_office, r.id from expos.registration r where r.token_hash = p_hash
$$;
-- How much was asked lately: by this network in an hour, for this address in a day (of any organiser), and how many of this edition wait to be confirmed.
create function expos.registrations_lately(p_edition uuid, p_network text, p_email text, p_now timestamptz, out by_network int, out by_address int, out unconfirmed int)
language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*)::int from expos.registration r where r.from_network = p_network and r.registered_at > p_now - interval '1 hour'),
    (select count(*)::int from expos.registration r where r.email = lower(p_email) and r.registered_at > p_now - interval '1 day'),
    (select count(*)::int from expos.registration r where r.edition_id = p_edition and r.state = 'unconfirmed' and r.registered_at > p_now - interval '2 days')
$$;
-- The letter of a decision that has not left goes with what it opens; whether it had left already.
create function expos.take_back_decision(p_edition uuid, p_registration uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_mail uuid;
  v_link uuid;
begin
  select r.mail_id into v_mail from expos.registration r
  where r.edition_id = p_edition and r.id = p_registration and r.owner_office = any (platform.writes());
  if v_mail is null then return false; end if;
  select l.link_account into v_link from expos.letter l where l.edition_id = p_edition and l.mail_id = v_mail;
  if v_link is not null then perform accounts.end_links(array[v_link]); end if;
  update expos.letter l set stopped_at = now(), quiet_until = l.written_at where l.edition_id = p_edition and l.mail_id = v_mail and l.stopped_at is null;
  delete from platform.mail m where m.id = v_mail and m.sent_at is null and m.attempts = 0;
  return not found;
end $$;
-- Unconfirmed ones after two days; of declined and withdrawn ones the person after thirty. How many.
create function expos.forget_registrations(p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_gone int;
  v_stripped int;
begin
  delete from expos.registration r where r.state = 'unconfirmed' and r.registered_at <= p_now - interval '2 days';
  get diagnostics v_gone = row_count;
  update expos.registration r set contact = null, email = null, version = r.version + 1
  where r.state in ('declined', 'withdrawn') and r.email is not null and r.decided_at <= p_now - interval '30 days';
  get diagnostics v_stripped = row_count;
  return v_gone + v_stripped;
end $$;
-- What is kept under the address of the one who acts, and leaving of it but the company.
create function expos.own_registrations() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', r.owner_office, 'edition', e.name, 'company', r.name, 'contact', r.contact, 'email', r.email,
    'state', r.state, 'registeredAt', r.registered_at, 'consents', (
      select coalesce(jsonb_agg(jsonb_build_object('purpose', c.purpose, 'receiver', c.receiver, 'givenAt', c.given_at, 'withdrawnAt', c.withdrawn_at) order by c.number), '[]')
      from expos.registration_consent c where c.edition_id = r.edition_id and c.registration_id = r.id)) order by r.registered_at), '[]')
  from expos.registration r join expos.edition e on e.id = r.edition_id where r.email = accounts.own_address()
$$;
create function expos.forget_own_registrations() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from expos.registration r where r.email = accounts.own_address() and r.state = 'unconfirmed';
  update expos.registration r set contact = null, email = null, version = r.version + 1 where r.email = accounts.own_address();
end $$;
revoke all on function expos.registration_by_token(text), expos.registrations_lately(uuid, text, text, timestamptz), expos.take_back_decision(uuid, uuid),
  expos.forget_registrations(timestamptz), expos.own_registrations(), expos.forget_own_registrations() from public;
grant execute on function expos.registration_by_token(text), expos.registrations_lately(uuid, text, text, timestamptz), expos.take_back_decision(uuid, uuid),
  expos.forget_registrations(timestamptz), expos.own_registrations(), expos.forget_own_registrations() to hansa_app;
