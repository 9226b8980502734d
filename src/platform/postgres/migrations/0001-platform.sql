-- What every module builds on: who acts, the one policy template, idempotency, mail, and the roles' first rights.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to hansa_app, hansa_backup;

-- The actor of the running transaction, set by platform.begin_actor and gone with the transaction.
create function platform.account() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('hansa.account', true), '')::uuid $$;
create function platform.reads() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('hansa.reads', true), ''), '{}')::uuid[] $$;
create function platform.writes() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('hansa.writes', true), ''), '{}')::uuid[] $$;
create function platform.owns() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('hansa.owns', true), ''), '{}')::uuid[] $$;

-- A backup reads every row of every table.
create function platform.back_up(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy backs_up on %s for select to hansa_backup using (true)', target);
  execute format('grant select on %s to hansa_backup', target);
end $$;

-- The policy template of every table an office owns. The sub-selects make PostgreSQL read the settings once per query.
create function platform.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($p$create policy reads on %s for select to hansa_app using (
    visibility = 'public'
    or owner_office = any ((select platform.reads())::uuid[])
    or (visibility = 'shared' and shared_with && (select platform.reads())::uuid[]))$p$, target);
  execute format($p$create policy enters on %s for insert to hansa_app with check (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
  execute format($p$create policy changes on %s for update to hansa_app using (owner_office = any ((select platform.writes())::uuid[]))
    with check (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
  execute format($p$create policy withdraws on %s for delete to hansa_app using (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
  execute format('grant select, insert, update, delete on %s to hansa_app', target);
  perform platform.back_up(target);
end $$;

-- Answers already given to a POST with an Idempotency-Key; the row is written in the transaction of the effect.
create table platform.idempotent_answer (
  account uuid not null,
  key text not null check (length(key) between 1 and 200),
  operation text not null,
  body_hash text not null,
  answer jsonb,
  answered_at timestamptz not null default now(),
  primary key (account, key)
);
alter table platform.idempotent_answer enable row level security;
alter table platform.idempotent_answer force row level security;
create policy reads on platform.idempotent_answer for select to hansa_app using (account = platform.account());
create policy enters on platform.idempotent_answer for insert to hansa_app with check (account = platform.account());
create policy changes on platform.idempotent_answer for update to hansa_app using (account = platform.account()) with check (account = platform.account());
create policy withdraws on platform.idempotent_answer for delete to hansa_app using (answered_at < now() - interval '48 hours');
grant select, insert, update, delete on platform.idempotent_answer to hansa_app;
select platform.back_up('platform.idempotent_answer');

-- Mail waits here until it is delivered. Anybody acting may add one; only the delivering worker reads.
create function platform.delivers() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('hansa.delivers', true), '') = 'on' $$;
create table platform.mail (
  id uuid primary key,
  recipient text not null,
  language text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  last_fault text
);
create index mail_waiting on platform.mail (next_try_at) where sent_at is null;
alter table platform.mail enable row level security;
alter table platform.mail force row level security;
create policy reads on platform.mail for select to hansa_app using (platform.delivers());
create policy enters on platform.mail for insert to hansa_app with check (true);
create policy changes on platform.mail for update to hansa_app using (platform.delivers()) with check (platform.delivers());
create policy withdraws on platform.mail for delete to hansa_app using (platform.delivers());
grant select, insert, update, delete on platform.mail to hansa_app;
select platform.back_up('platform.mail');
