-- Follow-ups go out: whom their letter reached (its address as a hash, so that a stop holds for whoever has it), the routes of editions, the office's own
-- rule of silence, and who wants no more letters.
alter table outcomes.follow_up add column address_hash text check (address_hash ~ '^[0-9a-f]{64}$'), add column said_for text check (length(said_for) <= 300),
  -- The names of the company, folded, one a line.
  add column company_names text;
create index follow_up_by_address on outcomes.follow_up (address_hash) where address_hash is not null;

-- After how many months without a sign an office says so of its potential and intended figures; null: never. Without a row: after twelve.
create table outcomes.follow_up_rule (
  owner_office uuid primary key references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  quiet_months int check (quiet_months between 1 and 120)
);
select platform.protect('outcomes.follow_up_rule');

-- By which way the figures of an edition are asked for, as its owner has it; others who keep an outcome of it follow it.
create table outcomes.edition_route (
  edition_id uuid primary key references expos.edition (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  route text not null check (route in ('company', 'through')),
  through_office uuid references accounts.office (id),
  check ((route = 'through') = (through_office is not null))
);
select platform.protect('outcomes.edition_route');

-- Who said that they want to be asked no more: about one outcome, or a company about anything, by every office.
create table outcomes.follow_up_stop (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  outcome_id uuid not null references outcomes.outcome (id),
  scope text not null check (scope in ('deal', 'company')),
  address_hash text,
  -- The names of the company, folded, one a line: of another office's entry of the same company they are the same.
  company_names text,
  stopped_at timestamptz not null
);
create index follow_up_stop_by_outcome on outcomes.follow_up_stop (outcome_id);
create index follow_up_stop_by_address on outcomes.follow_up_stop (address_hash) where scope = 'company' and address_hash is not null;
select platform.protect('outcomes.follow_up_stop');
revoke update, delete on outcomes.follow_up_stop from hansa_app;
alter policy changes on outcomes.follow_up_stop using (false) with check (false);
alter policy withdraws on outcomes.follow_up_stop using (false);

-- The follow-up that a link opens, and whose it is, by the hash of its secret.
create function outcomes.follow_up_by_token(p_hash text) returns table (id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.owner_office from outcomes.follow_up f where f.token_hash = p_hash
$$;

-- Whether two companies are one: a name of one, folded, is a name of the other.
create function outcomes.shares_name(a text, b text) returns boolean language sql immutable parallel safe set search_path = pg_catalog as $$
  select string_to_array(a, E'\n') && string_to_array(b, E'\n')
$$;
revoke all on function outcomes.shares_name(text, text) from public;
grant execute on function outcomes.shares_name(text, text) to hansa_app;

-- Of outcomes with whom they are asked of: which must not be asked for, whichever office was told so.
create function outcomes.stopped_among(p_outcomes uuid[], p_addresses text[], p_names text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct g.outcome_id from unnest(p_outcomes, p_addresses, p_names) as g(outcome_id, address_hash, company_names)
  join outcomes.follow_up_stop s on s.outcome_id = g.outcome_id
    or (s.scope = 'company' and (s.address_hash = g.address_hash or outcomes.shares_name(s.company_names, g.company_names)))
$$;

-- Says for whoever holds the link of a letter that it is to be the last: what waits for the same is stopped, of every office. How many.
create function outcomes.stop_follow_ups(p_stop uuid, p_hash text, p_scope text, p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_asked outcomes.follow_up;
  v_address text;
  v_count int;
begin
  select * into v_asked from outcomes.follow_up f where f.token_hash = p_hash;
  if v_asked.id is null then raise exception 'no such link' using errcode = 'insufficient_privilege'; end if;
  -- A letter that went through an office stops nothing for that office itself.
  v_address := case v_asked.route when 'company' then v_asked.address_hash end;
  insert into outcomes.follow_up_stop (id, owner_office, outcome_id, scope, address_hash, company_names, stopped_at)
  values (p_stop, v_asked.owner_office, v_asked.outcome_id, p_scope, v_address, v_asked.company_names, p_now);
  with stopped as (
    update outcomes.follow_up f set state = 'stopped', version = f.version + 1
    where f.state <> 'stopped' and not exists (select from outcomes.follow_up_answer a where a.follow_up_id = f.id)
      and (f.outcome_id = v_asked.outcome_id or (p_scope = 'company' and ((f.route = 'company' and f.address_hash = v_address)
        or outcomes.shares_name(v_asked.company_names, f.company_names))))
    returning f.mail_id)
  select count(*)::int into v_count from stopped;
  delete from platform.mail m using outcomes.follow_up f where f.mail_id = m.id and f.state = 'stopped' and m.sent_at is null and m.attempts = 0;
  return v_count;
end $$;

-- Where the letters of an office's follow-ups stand at the mail server: left, sent back or refused with its words.
create function outcomes.follow_up_mails(p_ids uuid[]) returns table (id uuid, has_left boolean, refused_at timestamptz, fault text)
language sql stable security definer set search_path = pg_catalog as $$
  select f.id, m.sent_at is not null, m.refused_at, case when m.refused_at is not null then m.last_fault end
  from outcomes.follow_up f join platform.mail m on m.id = f.mail_id
  where f.id = any (p_ids) and f.owner_office = any (platform.reads())
$$;
-- Takes back what has not left, with its link; what has left loses its link alone. Letters that ask for more than these stay.
create function outcomes.take_back_follow_ups(p_ids uuid[], p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
begin
  delete from platform.mail m using outcomes.follow_up f
  where f.id = any (p_ids) and f.owner_office = any (platform.writes()) and m.id = f.mail_id and m.sent_at is null and m.attempts = 0
    and not exists (select from outcomes.follow_up o where o.mail_id = m.id and o.id <> all (p_ids));
  update outcomes.follow_up f set revoked_at = p_now, version = f.version + 1,
    state = case when exists (select from platform.mail m where m.id = f.mail_id) then f.state else 'held_back' end,
    mail_id = (select m.id from platform.mail m where m.id = f.mail_id)
  where f.id = any (p_ids) and f.owner_office = any (platform.writes()) and f.state = 'sent' and f.revoked_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- Offices that keep something that may be asked for.
create function outcomes.offices_followed() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct o.owner_office from outcomes.outcome o join outcomes.attribution a on a.outcome_id = o.id and a.subject_kind <> 'tie' where o.withdrawn_at is null
$$;
-- By which way an edition's owner has its figures asked for.
create function outcomes.routes_of(p_editions uuid[]) returns table (edition_id uuid, route text, through_office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select r.edition_id, r.route, r.through_office from outcomes.edition_route r where r.edition_id = any (p_editions)
$$;
-- The rule of silence of offices, by which what is read of their outcomes is worded.
create function outcomes.quiet_months_of(p_offices uuid[]) returns table (office uuid, quiet_months int)
language sql stable security definer set search_path = pg_catalog as $$
  select r.owner_office, r.quiet_months from outcomes.follow_up_rule r where r.owner_office = any (p_offices)
$$;

-- What is kept of the one who acts by answers to letters that went to their address; leaving of it what was answered for the company.
create function outcomes.own_follow_ups() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', a.owner_office, 'for', a.said_for, 'by', a.said_by, 'answer', a.answer, 'at', a.answered_at) order by a.answered_at), '[]')
  from outcomes.follow_up_answer a join outcomes.follow_up f on f.id = a.follow_up_id
  where f.address_hash = encode(sha256(convert_to(accounts.own_address(), 'UTF8')), 'hex')
$$;
create function outcomes.forget_own_follow_ups() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_address text := encode(sha256(convert_to(accounts.own_address(), 'UTF8')), 'hex');
begin
  update outcomes.follow_up_answer a set said_by = null, note = null from outcomes.follow_up f where f.id = a.follow_up_id and f.address_hash = v_address;
end $$;

revoke all on function outcomes.follow_up_by_token(text), outcomes.stopped_among(uuid[], text[], text[]), outcomes.stop_follow_ups(uuid, text, text, timestamptz),
  outcomes.follow_up_mails(uuid[]), outcomes.take_back_follow_ups(uuid[], timestamptz), outcomes.offices_followed(), outcomes.routes_of(uuid[]),
  outcomes.quiet_months_of(uuid[]), outcomes.own_follow_ups(), outcomes.forget_own_follow_ups() from public;
grant execute on function outcomes.follow_up_by_token(text), outcomes.stopped_among(uuid[], text[], text[]), outcomes.stop_follow_ups(uuid, text, text, timestamptz),
  outcomes.follow_up_mails(uuid[]), outcomes.take_back_follow_ups(uuid[], timestamptz), outcomes.offices_followed(), outcomes.routes_of(uuid[]),
  outcomes.quiet_months_of(uuid[]), outcomes.own_follow_ups(), outcomes.forget_own_follow_ups() to hansa_app;
