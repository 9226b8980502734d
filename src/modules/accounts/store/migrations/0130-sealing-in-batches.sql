-- The audit log is sealed in batches and checked from its last good seal: neither begins again at the first entry each minute.

-- A run of the sealing job as it was may be under way; it ends first.
select pg_advisory_xact_lock(7204102);

-- What is not sealed yet waits here (a queue), in the order of sealing: a batch touches its own rows alone, and no entry is changed.
create table accounts.audit_unsealed (
  happened_at timestamptz not null,
  office uuid not null,
  entry uuid not null,
  primary key (happened_at, office, entry)
);
alter table accounts.audit_unsealed enable row level security;
alter table accounts.audit_unsealed force row level security;
create policy reads on accounts.audit_unsealed for select to hansa_app using (false);
create policy enters on accounts.audit_unsealed for insert to hansa_app with check (false);
create policy changes on accounts.audit_unsealed for update to hansa_app using (false);
create policy withdraws on accounts.audit_unsealed for delete to hansa_app using (false);
select platform.back_up('accounts.audit_unsealed');

create function accounts.await_seal() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into accounts.audit_unsealed select a.happened_at, a.office, a.id from added a on conflict do nothing;
  return null;
end $$;
revoke all on function accounts.await_seal() from public;
create trigger awaits_seal after insert on accounts.audit_entry referencing new table as added
  for each statement execute function accounts.await_seal();

insert into accounts.audit_unsealed
select e.happened_at, e.office, e.id from accounts.audit_entry e left join accounts.audit_seal s on s.office = e.office and s.entry = e.id where s.entry is null;

-- How far the chain has been checked, from where the check of a page goes on; how far the daily round over the whole of it has come, when
-- the last one ended, and the seal that was found broken.
alter table accounts.audit_head
  add checked int not null default 0,
  add checked_hash text not null default '',
  add checked_latest timestamptz not null default '-infinity',
  add rechecked int not null default 0,
  add round_at timestamptz not null default '-infinity',
  add broken int;

-- Without a search path of its own the hash becomes part of the query that asks for it; all who call it have theirs set.
alter function accounts.audit_hash(text, accounts.audit_entry) reset search_path;

-- The hashes of entries that follow one another, each over the one before: a running aggregate that begins at the head of the chain.
create function accounts.audit_link(p_hash text, p_head text, e accounts.audit_entry) returns text language sql stable as $$
  select accounts.audit_hash(coalesce(p_hash, p_head), e)
$$;
create aggregate accounts.audit_chain (text, accounts.audit_entry) (sfunc = accounts.audit_link, stype = text);

-- Seals the oldest entries that wait, if they are older than two seconds (a slower transaction may still commit an earlier one; it is
-- sealed next time), at most so many; answers how many. The chain goes on from its head, not from its last seal: one that was cut
-- short behind our back stays broken. By index only, whatever the planner would hold of the first large batch: no plan reads the whole log.
drop function accounts.seal_audit();
create function accounts.seal_audit(p_limit int default 10000) returns int
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  v_count int;
begin
  perform pg_advisory_xact_lock(7204102);
  with taken as (
    delete from accounts.audit_unsealed where ctid = any (array(
      select u.ctid from accounts.audit_unsealed u where u.happened_at < now() - interval '2 seconds'
      order by u.happened_at, u.office, u.entry limit p_limit))
    returning office, entry),
  linked as (
    select e.office, coalesce(h.number, 0) + row_number() over w as number, e.id, accounts.audit_chain(coalesce(h.hash, ''), e) over w as hash
    from taken t join accounts.audit_entry e on e.office = t.office and e.id = t.entry
      left join accounts.audit_head h on h.office = e.office
      left join accounts.audit_seal s on s.office = e.office and s.entry = e.id
    where s.entry is null
    window w as (partition by e.office order by e.happened_at, e.id rows unbounded preceding)),
  sealed as (
    insert into accounts.audit_seal (office, number, entry, hash) select l.office, l.number, l.id, l.hash from linked l),
  headed as (
    insert into accounts.audit_head (office, number, hash)
    select distinct on (l.office) l.office, l.number, l.hash from linked l order by l.office, l.number desc
    on conflict (office) do update set number = excluded.number, hash = excluded.hash)
  select count(*) into v_count from taken;
  return v_count;
end $$;
revoke all on function accounts.seal_audit(int) from public;
grant execute on function accounts.seal_audit(int) to hansa_app;

-- Checks an office's chain after a seal that is known to hold (0: from the first), up to so many seals (null: all); `broken` is the number
-- of the first seal that does not hold, or null, the others are where the check has come. A transaction may commit later than one that
-- began after it, but not by ten minutes: an entry that much older than one before it was put in.
create function accounts.check_seals(p_office uuid, p_number int, p_hash text, p_latest timestamptz, p_limit int,
  out broken int, out number int, out hash text, out latest timestamptz)
language plpgsql stable set search_path = pg_catalog as $$
declare
  v_head accounts.audit_head;
begin
  select min(c.place) filter (where c.wrong), p_number + count(*), greatest(p_latest, max(c.happened_at)) into broken, number, latest
  from (
    select p_number + row_number() over w as place, e.happened_at,
      s.number <> p_number + row_number() over w or e.id is null or s.hash <> accounts.audit_hash(lag(s.hash, 1, p_hash) over w, e)
        or e.happened_at < greatest(p_latest, max(e.happened_at) over (w rows between unbounded preceding and 1 preceding)) - interval '10 minutes' as wrong
    from (select * from accounts.audit_seal s where s.office = p_office and s.number > p_number order by s.number limit p_limit) s
      left join accounts.audit_entry e on e.office = s.office and e.id = s.entry
    window w as (order by s.number)) c;
  if p_number > 0 and not exists (select 1 from accounts.audit_seal s where s.office = p_office and s.number = p_number and s.hash = p_hash) then
    broken := p_number;
  end if;
  if broken is not null then return; end if;
  select coalesce(max(s.hash), '') into hash from accounts.audit_seal s where s.office = p_office and s.number = check_seals.number;
  select * into v_head from accounts.audit_head h where h.office = p_office;
  if coalesce(number < p_number + p_limit, true) and (coalesce(v_head.number, 0) <> number or coalesce(v_head.hash, '') <> hash) then
    broken := number + 1;
  end if;
end $$;
revoke all on function accounts.check_seals(uuid, int, text, timestamptz, int) from public;

-- Whether an entry that much older than a sealed one has no seal: it would have been sealed before.
create function accounts.lacks_seal(p_office uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select exists (
    select 1 from accounts.audit_entry e left join accounts.audit_seal s on s.office = e.office and s.entry = e.id
    where e.office = p_office and s.entry is null and e.happened_at < (
      select max(f.happened_at) - interval '10 minutes' from accounts.audit_seal t join accounts.audit_entry f on f.office = t.office and f.id = t.entry
      where t.office = p_office))
$$;
revoke all on function accounts.lacks_seal(uuid) from public;

-- The whole chain, from its first seal.
create or replace function accounts.first_broken_seal(p_office uuid) returns int
language sql security definer stable set search_path = pg_catalog as $$
  select coalesce(c.broken, case when accounts.lacks_seal(p_office) then c.number + 1 end)
  from accounts.check_seals(p_office, 0, '', '-infinity', null) c where p_office = any (platform.owns())
$$;

-- What the job has found, and what was sealed since.
create function accounts.broken_seal(p_office uuid) returns int
language sql security definer stable set search_path = pg_catalog as $$
  select coalesce(h.broken, c.broken) from (select p_office as office) o left join accounts.audit_head h using (office),
    accounts.check_seals(p_office, coalesce(h.checked, 0), coalesce(h.checked_hash, ''), coalesce(h.checked_latest, '-infinity'), 100000) c
  where p_office = any (platform.owns())
$$;
revoke all on function accounts.broken_seal(uuid) from public;
grant execute on function accounts.broken_seal(uuid) to hansa_app;

-- One step of checking: of a chain that has grown by a thousand seals since it was checked, or of one whose last round ended a day ago.
-- Answers whether there was such a chain.
create function accounts.check_audit() returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_head accounts.audit_head;
  v_found record;
begin
  perform pg_advisory_xact_lock(7204102);
  select * into v_head from accounts.audit_head h
  where h.broken is null and h.number >= h.checked + 1000 or h.round_at < now() - interval '1 day' order by h.round_at limit 1;
  if not found then return false; end if;
  if v_head.broken is null and v_head.number >= v_head.checked + 1000 then
    v_found := accounts.check_seals(v_head.office, v_head.checked, v_head.checked_hash, v_head.checked_latest, 100000);
    update accounts.audit_head h set broken = v_found.broken where h.office = v_head.office;
    update accounts.audit_head h set checked = v_found.number, checked_hash = v_found.hash, checked_latest = v_found.latest
    where h.office = v_head.office and v_found.broken is null;
    return true;
  end if;
  select c.* into v_found from (select v_head.office) o
    left join accounts.audit_seal s on s.office = o.office and s.number = v_head.rechecked
    left join accounts.audit_entry e on e.office = s.office and e.id = s.entry,
    accounts.check_seals(o.office, v_head.rechecked, coalesce(s.hash, ''), coalesce(e.happened_at, '-infinity'), 100000) c;
  if v_found.broken is null and v_found.number < v_head.number then
    update accounts.audit_head h set rechecked = v_found.number where h.office = v_head.office;
  else
    update accounts.audit_head h set rechecked = 0, round_at = now(),
      broken = coalesce(v_found.broken, case when accounts.lacks_seal(h.office) then v_found.number + 1 end)
    where h.office = v_head.office;
  end if;
  return true;
end $$;
revoke all on function accounts.check_audit() from public;
grant execute on function accounts.check_audit() to hansa_app;
