-- Outcomes: what came of a tie, the ledger of each, and what the sides say of it.
create schema outcomes;
grant usage on schema outcomes to hansa_app, hansa_backup;

create table outcomes.outcome (
  id uuid primary key,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  kind text not null check (kind in ('deal', 'project', 'investment', 'exchange')),
  -- One thing, several told as one, or several that are counted only.
  extent text not null check (extent in ('single', 'aggregate', 'count_only')),
  title jsonb not null,
  from_city uuid references cities.city (id),
  to_city uuid references cities.city (id),
  domain text,
  -- {"text": "2019-04", "qualifier": "exact"}
  occurred jsonb,
  note jsonb,
  -- A part of another outcome is not counted beside it.
  part_of uuid references outcomes.outcome (id),
  entered_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check (part_of <> id),
  check (withdrawn_at is null or visibility = 'private')
);
create index outcome_by_owner on outcomes.outcome (owner_office, id);
create index outcome_public on outcomes.outcome (id) where visibility = 'public';
create index outcome_shared on outcomes.outcome using gin (shared_with) where visibility = 'shared';
create index outcome_by_whole on outcomes.outcome (part_of) where part_of is not null;

create table outcomes.party (
  outcome_id uuid not null references outcomes.outcome (id),
  place int not null,
  owner_office uuid not null references accounts.office (id),
  organisation_id uuid references organisations.organisation (id),
  city_id uuid references cities.city (id),
  name text check (length(name) between 1 and 200),
  role text not null,
  share numeric(7, 4) check (share > 0 and share <= 100),
  primary key (outcome_id, place),
  check ((city_id is null) <> (name is null)),
  check (organisation_id is null or name is not null)
);

-- What an outcome has to do with a tie, an edition, an agreement or an exchange: "related to" is not "result of".
create table outcomes.attribution (
  outcome_id uuid not null references outcomes.outcome (id),
  subject_kind text not null check (subject_kind in ('tie', 'edition', 'agreement', 'exchange')),
  subject_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  relation text not null check (relation in ('related_to', 'result_of')),
  primary key (outcome_id, subject_kind, subject_id)
);
create index attribution_by_subject on outcomes.attribution (subject_kind, subject_id, outcome_id);

-- The ledger: entries are added and never changed. A reversal names an entry of the same outcome that is no reversal, once.
create table outcomes.entry (
  outcome_id uuid not null references outcomes.outcome (id),
  id uuid not null,
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  stage text not null check (stage in ('potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled')),
  amount numeric(26, 8),
  currency text check (currency ~ '^[A-Z]{3}$'),
  count numeric(18, 0),
  qualifier text not null check (qualifier in ('exact', 'about', 'over', 'up_to', 'planned')),
  value_date jsonb,
  source_id uuid not null references evidence.source (id),
  -- Why it was reversed, or what is to be known of the entry.
  note text check (length(note) between 1 and 1000),
  kind text not null default 'entry' check (kind in ('entry', 'reversal')),
  reverses uuid,
  reversed_kind text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  content_hash text not null,
  primary key (outcome_id, id),
  constraint entry_number unique (outcome_id, number),
  constraint entry_reversed_once unique (outcome_id, reverses),
  unique (outcome_id, id, kind),
  foreign key (outcome_id, reverses, reversed_kind) references outcomes.entry (outcome_id, id, kind),
  check ((kind = 'reversal') = (reverses is not null)),
  check (reversed_kind is not distinct from case when reverses is null then null else 'entry' end),
  check ((amount is null) = (currency is null))
);

-- What an office says of the figures of a stage as they stood ("through" is the last entry's number): its own word, only added to.
create table outcomes.confirmation (
  id uuid primary key,
  outcome_id uuid not null references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  number int not null check (number >= 1),
  visibility text not null default 'shared' check (visibility in ('shared', 'public')),
  shared_with uuid[] not null default '{}',
  stage text not null check (stage in ('potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled')),
  verdict text not null check (verdict in ('confirms', 'differs', 'documents', 'verifies', 'withdraws')),
  through int not null,
  amount numeric(26, 8),
  currency text check (currency ~ '^[A-Z]{3}$'),
  count numeric(18, 0),
  source_id uuid references evidence.source (id),
  note text check (length(note) between 1 and 1000),
  entered_by uuid not null,
  entered_at timestamptz not null,
  constraint confirmation_number unique (outcome_id, owner_office, number),
  check ((amount is null) = (currency is null)),
  check (amount is null and count is null or verdict = 'differs')
);

-- Rates at which amounts of an outcome may be read in another currency, as somebody stated them; stating one anew adds a row.
create table outcomes.rate (
  id uuid primary key,
  outcome_id uuid not null references outcomes.outcome (id),
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$' and to_currency <> from_currency),
  rate numeric(26, 8) not null check (rate > 0),
  day date not null,
  source_id uuid not null references evidence.source (id),
  entered_by uuid not null,
  entered_at timestamptz not null,
  constraint rate_number unique (outcome_id, number)
);

select platform.protect('outcomes.outcome');

-- What belongs to an outcome is read by whoever reads the outcome, as its own row decides; its office alone writes it.
create function outcomes.protect_part(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($p$create policy reads on %s for select to hansa_app
    using (exists (select 1 from outcomes.outcome o where o.id = outcome_id))$p$, target);
  execute format($p$create policy enters on %s for insert to hansa_app with check (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
  execute format($p$create policy changes on %s for update to hansa_app using (false) with check (false)$p$, target);
  execute format($p$create policy withdraws on %s for delete to hansa_app using (owner_office = any ((select platform.writes())::uuid[]))$p$, target);
  execute format('grant select, insert, delete on %s to hansa_app', target);
  perform platform.back_up(target);
end $$;
select outcomes.protect_part('outcomes.party');
select outcomes.protect_part('outcomes.attribution');
select outcomes.protect_part('outcomes.entry');
select outcomes.protect_part('outcomes.rate');
drop function outcomes.protect_part(regclass);

-- Entries and rates are only ever added, whoever asks.
revoke delete on outcomes.entry, outcomes.rate from hansa_app;
alter policy withdraws on outcomes.entry using (false);
alter policy withdraws on outcomes.rate using (false);

-- A side's word is seen by whom it is meant for, and by nobody who may not see the outcome itself.
select platform.protect('outcomes.confirmation');
alter policy reads on outcomes.confirmation using (
  exists (select 1 from outcomes.outcome o where o.id = outcome_id)
  and (visibility = 'public'
    or owner_office = any ((select platform.reads())::uuid[])
    or (visibility = 'shared' and shared_with && (select platform.reads())::uuid[])));
revoke update, delete on outcomes.confirmation from hansa_app;
alter policy changes on outcomes.confirmation using (false) with check (false);
alter policy withdraws on outcomes.confirmation using (false);
