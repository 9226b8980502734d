-- What stands of each outcome and what was asked and answered of it, kept beside its ledger (docs/decisions/0083): a page of an edition counts tens of thousands of
-- entries, and hardly any of them has changed since it was read last. It holds nothing that whoever reads the outcome may not read, and nobody writes it by hand.
create table outcomes.ledger_now (
  outcome_id uuid primary key references outcomes.outcome (id) on delete cascade,
  owner_office uuid not null references accounts.office (id),
  -- JSON as outcomes.announced_at gives it: [figures, what was realised, askings]; null: nothing stands.
  told text,
  -- Whether an office has said something of what was realised: its words are read where they stand, since not everybody reads all of them.
  has_words boolean not null default false
);
alter table outcomes.ledger_now enable row level security;
alter table outcomes.ledger_now force row level security;
create policy reads on outcomes.ledger_now for select to hansa_app using (exists (select 1 from outcomes.outcome o where o.id = outcome_id));
create policy enters on outcomes.ledger_now for insert to hansa_app with check (false);
create policy changes on outcomes.ledger_now for update to hansa_app using (false) with check (false);
create policy withdraws on outcomes.ledger_now for delete to hansa_app using (false);
select platform.back_up('outcomes.ledger_now');

-- The same worked out anew from the ledgers.
create function outcomes.ledgers_anew(p_outcomes uuid[]) returns table (outcome_id uuid, told text, has_words boolean)
language sql stable set search_path = pg_catalog as $$
  with posted as materialized (
    select e.outcome_id, e.id, e.number, e.stage, e.amount, e.currency, e.count, e.qualifier, e.count_qualifier, e.entered_at, e.reverses, e.source_id
    from outcomes.entry e where e.outcome_id = any (p_outcomes)
  ), figured as (
    select p.outcome_id, p.stage, min(p.number) as first, max(p.number) as last, max(p.entered_at) as entered_at,
      count(*) as entries, count(p.amount) as amounts, sum(p.amount)::text as amount, min(p.currency) as currency,
      array_agg(distinct p.qualifier) filter (where p.amount is not null) as qualifiers, sum(p.count)::text as count,
      array_agg(distinct p.count_qualifier) filter (where p.count is not null) as count_qualifiers
    from posted p
    where p.reverses is null and not exists (select from posted r where r.outcome_id = p.outcome_id and r.reverses = p.id)
    group by p.outcome_id, p.stage
  ), of_figures as (
    select f.outcome_id, json_agg(json_build_array(f.stage, f.first, f.last, to_char(f.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      f.entries, f.amounts, f.amount, f.currency, f.qualifiers, f.count, f.count_qualifiers) order by f.stage) as figures
    from figured f group by f.outcome_id
  ), of_realised as (
    select p.outcome_id, json_agg(json_build_array(p.id, p.number, p.reverses, p.source_id) order by p.number) as realised
    from posted p where p.stage = 'realised' group by p.outcome_id
  ), of_answers as (
    select a.follow_up_id, json_agg(json_build_array(a.answer, a.amount::text, a.currency,
      to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a.document_id is not null) order by a.number) as answers
    from outcomes.follow_up_answer a where a.outcome_id = any (p_outcomes) group by a.follow_up_id
  ), of_askings as (
    select f.outcome_id, json_agg(json_build_array(f.months, f.due, f.state, to_char(f.sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), w.answers)
      order by f.months) as askings
    from outcomes.follow_up f left join of_answers w on w.follow_up_id = f.id
    where f.outcome_id = any (p_outcomes) group by f.outcome_id
  )
  select o.id, case when f.outcome_id is not null then json_build_array(f.figures, r.realised, k.askings)::text end,
    r.outcome_id is not null and exists (select from outcomes.confirmation c where c.outcome_id = o.id and c.stage = 'realised')
  from unnest(p_outcomes) as o(id)
  left join of_figures f on f.outcome_id = o.id
  left join of_realised r on r.outcome_id = o.id
  left join of_askings k on k.outcome_id = o.id
$$;
revoke all on function outcomes.ledgers_anew(uuid[]) from public;

-- Of two who add to one outcome at once, the second waits for the row and then counts what the first added.
create function outcomes.keep_anew(p_outcomes uuid[]) returns void language plpgsql set search_path = pg_catalog as $$
begin
  insert into outcomes.ledger_now (outcome_id, owner_office)
    select o.id, o.owner_office from outcomes.outcome o where o.id = any (p_outcomes) order by o.id on conflict do nothing;
  perform from outcomes.ledger_now n where n.outcome_id = any (p_outcomes) order by n.outcome_id for update;
  update outcomes.ledger_now n set told = a.told, has_words = a.has_words from outcomes.ledgers_anew(p_outcomes) a where a.outcome_id = n.outcome_id;
end $$;
revoke all on function outcomes.keep_anew(uuid[]) from public;

-- In the transaction that adds to a ledger.
create function outcomes.keep_ledgers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform outcomes.keep_anew(array(select distinct t.outcome_id from touched_rows t));
  return null;
end $$;
revoke all on function outcomes.keep_ledgers() from public;

do $$
declare target text;
begin
  foreach target in array array['outcomes.entry', 'outcomes.confirmation', 'outcomes.follow_up', 'outcomes.follow_up_answer'] loop
    execute format('create trigger keeps_ledger_of_added after insert on %s referencing new table as touched_rows for each statement execute function outcomes.keep_ledgers()', target);
    execute format('create trigger keeps_ledger_of_changed after update on %s referencing new table as touched_rows for each statement execute function outcomes.keep_ledgers()', target);
    execute format('create trigger keeps_ledger_of_removed after delete on %s referencing old table as touched_rows for each statement execute function outcomes.keep_ledgers()', target);
  end loop;
end $$;

select outcomes.keep_anew(array(select id from outcomes.outcome));

-- Outcomes whose kept row is not what its ledger says; none, unless somebody wrote past the triggers.
create function outcomes.ledgers_astray() returns setof uuid language sql stable set search_path = pg_catalog as $$
  select a.outcome_id from outcomes.ledgers_anew(array(select id from outcomes.outcome)) a left join outcomes.ledger_now n on n.outcome_id = a.outcome_id
  where n.told is distinct from a.told or coalesce(n.has_words, false) <> a.has_words
$$;
revoke all on function outcomes.ledgers_astray() from public;
