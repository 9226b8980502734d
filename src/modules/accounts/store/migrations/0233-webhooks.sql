-- Webhooks: what other systems of an office wait for is posted to an address of theirs, signed, and again until it arrives (docs/decisions/0027).
-- The secret is derived from the server's own and this row (its number), so none lies in the database.
create table accounts.webhook (
  id uuid primary key,
  owner_office uuid not null references accounts.office,
  address text not null check (address like 'https://%' and length(address) <= 2000),
  events text[] not null check (cardinality(events) > 0 and events <@ array['schedule.released', 'schedule.changed', 'outcome.confirmed']),
  secret_number int not null default 1,
  renewed_at timestamptz,
  created_by uuid not null references accounts.account,
  created_at timestamptz not null,
  -- Since when nothing has come through, and since when nothing is tried any more.
  failing_since timestamptz,
  stopped_at timestamptz,
  tried_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references accounts.account,
  check ((removed_at is null) = (removed_by is null))
);
create index webhook_of on accounts.webhook (owner_office) where removed_at is null;
alter table accounts.webhook enable row level security;
alter table accounts.webhook force row level security;
create policy reads on accounts.webhook for select to hansa_app using (owner_office = any ((select platform.owns())::uuid[]));
create policy enters on accounts.webhook for insert to hansa_app with check (owner_office = any ((select platform.owns())::uuid[]));
create policy changes on accounts.webhook for update to hansa_app using (owner_office = any ((select platform.owns())::uuid[]))
with check (owner_office = any ((select platform.owns())::uuid[]));
create policy withdraws on accounts.webhook for delete to hansa_app using (false);
grant select on accounts.webhook to hansa_app;
grant insert (id, owner_office, address, events, created_by, created_at) on accounts.webhook to hansa_app;
grant update (secret_number, renewed_at, failing_since, stopped_at, removed_at, removed_by) on accounts.webhook to hansa_app;
select platform.back_up('accounts.webhook');

-- What is to be posted, by ids alone; kept for thirty days.
create table accounts.webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references accounts.webhook,
  owner_office uuid not null references accounts.office,
  event text not null check (event in ('schedule.released', 'schedule.changed', 'outcome.confirmed', 'test')),
  subjects jsonb not null,
  happened_at timestamptz not null,
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  tried_at timestamptz,
  -- What was answered last, or why nothing was (a code of the texts).
  status int,
  fault text,
  delivered_at timestamptz,
  given_up_at timestamptz
);
create index webhook_delivery_of on accounts.webhook_delivery (webhook_id, happened_at desc, id desc);
create index webhook_delivery_waiting on accounts.webhook_delivery (next_try_at) where delivered_at is null and given_up_at is null;
alter table accounts.webhook_delivery enable row level security;
alter table accounts.webhook_delivery force row level security;
create policy reads on accounts.webhook_delivery for select to hansa_app using (owner_office = any ((select platform.owns())::uuid[]));
create policy enters on accounts.webhook_delivery for insert to hansa_app with check (owner_office = any ((select platform.owns())::uuid[]));
create policy changes on accounts.webhook_delivery for update to hansa_app using (owner_office = any ((select platform.owns())::uuid[]))
with check (owner_office = any ((select platform.owns())::uuid[]));
create policy withdraws on accounts.webhook_delivery for delete to hansa_app using (false);
grant select on accounts.webhook_delivery to hansa_app;
grant insert (id, webhook_id, owner_office, event, subjects, happened_at) on accounts.webhook_delivery to hansa_app;
grant update (attempts, next_try_at, delivered_at, given_up_at) on accounts.webhook_delivery to hansa_app;
select platform.back_up('accounts.webhook_delivery');

-- Whoever does something adds what the webhooks of the offices concerned wait for, without seeing them; answers how many do.
create function accounts.announce(p_event text, p_offices uuid[], p_subjects jsonb, p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
begin
  insert into accounts.webhook_delivery (id, webhook_id, owner_office, event, subjects, happened_at)
  select accounts.new_id(), w.id, w.owner_office, p_event, p_subjects, p_now
  from accounts.webhook w where w.owner_office = any (p_offices) and p_event = any (w.events) and w.removed_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
revoke all on function accounts.announce(text, uuid[], jsonb, timestamptz) from public;
grant execute on function accounts.announce(text, uuid[], jsonb, timestamptz) to hansa_app;

-- Takes the next delivery that is due, and counts the try before it is made: a worker that dies has used one up. The webhook that was tried
-- longest ago goes first, so that an address that is away holds nobody else up. The pauses together are a little more than three days.
create function accounts.claim_delivery() returns table (id uuid, event text, subjects jsonb, happened_at timestamptz, attempts int,
  webhook_id uuid, address text, secret_number int, renewed_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not platform.delivers() then raise exception 'not the one who delivers' using errcode = '42501'; end if;
  return query
  with due as (
    select d.id from accounts.webhook_delivery d join accounts.webhook w on w.id = d.webhook_id
    where d.delivered_at is null and d.given_up_at is null and d.next_try_at <= now() and w.stopped_at is null and w.removed_at is null
    order by w.tried_at nulls first, d.happened_at, d.id limit 1 for update of d, w skip locked),
  taken as (
    update accounts.webhook_delivery d set attempts = d.attempts + 1, tried_at = now(),
      next_try_at = now() + make_interval(mins => (array[1, 5, 30, 120, 300, 600, 840, 1200, 1440])[least(d.attempts, 8) + 1])
    from due where d.id = due.id returning d.*),
  marked as (update accounts.webhook w set tried_at = now() from taken t where w.id = t.webhook_id returning w.*)
  select t.id, t.event, t.subjects, t.happened_at, t.attempts, m.id, m.address, m.secret_number, m.renewed_at from taken t cross join marked m;
end $$;
revoke all on function accounts.claim_delivery() from public;
grant execute on function accounts.claim_delivery() to hansa_app;

-- Notes what came of a try (2xx: it arrived; 410: that is the end). After ten tries a delivery is given up, and a webhook to which nothing
-- has come through for three days is stopped. Answers its office where that happened just now.
create function accounts.record_delivery(p_id uuid, p_status int, p_fault text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_delivery accounts.webhook_delivery;
  v_office uuid;
begin
  if not platform.delivers() then raise exception 'not the one who delivers' using errcode = '42501'; end if;
  update accounts.webhook_delivery d set status = p_status, fault = p_fault,
    delivered_at = case when p_status between 200 and 299 then now() end,
    given_up_at = case when p_status = 410 or (d.attempts >= 10 and not coalesce(p_status between 200 and 299, false)) then now() end
  where d.id = p_id returning * into v_delivery;
  if v_delivery.delivered_at is not null then
    update accounts.webhook w set failing_since = null where w.id = v_delivery.webhook_id and w.failing_since is not null;
    return null;
  end if;
  update accounts.webhook w set failing_since = coalesce(w.failing_since, now()) where w.id = v_delivery.webhook_id;
  update accounts.webhook w set stopped_at = now() where w.id = v_delivery.webhook_id and w.stopped_at is null and w.removed_at is null
    and (p_status = 410 or (v_delivery.given_up_at is not null and w.failing_since <= now() - interval '3 days'))
  returning w.owner_office into v_office;
  return v_office;
end $$;
revoke all on function accounts.record_delivery(uuid, int, text) from public;
grant execute on function accounts.record_delivery(uuid, int, text) to hansa_app;

create function accounts.sweep_deliveries() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from accounts.webhook_delivery d where d.happened_at < now() - interval '30 days';
end $$;
revoke all on function accounts.sweep_deliveries() from public;
grant execute on function accounts.sweep_deliveries() to hansa_app;
