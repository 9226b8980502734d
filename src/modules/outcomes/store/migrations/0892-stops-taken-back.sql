-- Whoever said stop by a letter's link can take it back by the same link, and a letter whose tries are used up says so.
alter table outcomes.follow_up_stop add column follow_up_id uuid references outcomes.follow_up (id), add column taken_back_at timestamptz;
create index follow_up_stop_by_letter on outcomes.follow_up_stop (follow_up_id) where follow_up_id is not null;

-- As before, without stops that were taken back.
create or replace function outcomes.stopped_among(p_outcomes uuid[], p_addresses text[], p_names text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct g.outcome_id from unnest(p_outcomes, p_addresses, p_names) as g(outcome_id, address_hash, company_names)
  join outcomes.follow_up_stop s on s.taken_back_at is null and (s.outcome_id = g.outcome_id
    or (s.scope = 'company' and (s.address_hash = g.address_hash or outcomes.shares_name(s.company_names, g.company_names))))
$$;

-- As before, with the letter by which it was said.
create or replace function outcomes.stop_follow_ups(p_stop uuid, p_hash text, p_scope text, p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_asked outcomes.follow_up;
  v_address text;
  v_count int;
  v_mails uuid[];
begin
  select * into v_asked from outcomes.follow_up f where f.token_hash = p_hash;
  if v_asked.id is null then raise exception 'no such link' using errcode = 'insufficient_privilege'; end if;
  -- A letter that went through an office stops nothing for that office itself.
  v_address := case v_asked.route when 'company' then v_asked.address_hash end;
  insert into outcomes.follow_up_stop (id, owner_office, outcome_id, scope, address_hash, company_names, stopped_at, follow_up_id)
  values (p_stop, v_asked.owner_office, v_asked.outcome_id, p_scope, v_address, v_asked.company_names, p_now, v_asked.id);
  with stopped as (
    update outcomes.follow_up f set state = 'stopped', version = f.version + 1
    where f.state <> 'stopped' and not exists (select from outcomes.follow_up_answer a where a.follow_up_id = f.id)
      and (f.outcome_id = v_asked.outcome_id or (p_scope = 'company' and ((f.route = 'company' and f.address_hash = v_address)
        or outcomes.shares_name(v_asked.company_names, f.company_names))))
    returning f.mail_id)
  -- Whoever holds a link has its letter.
  select count(*)::int, outcomes.letters_held(array_agg(s.mail_id) filter (where s.mail_id <> v_asked.mail_id)) into v_count, v_mails from stopped s;
  update outcomes.follow_up f set state = 'planned', mail_id = null, token_hash = null, expires_at = null, version = f.version + 1
  where f.mail_id = any (v_mails) and f.state = 'sent' and not exists (select from outcomes.follow_up_answer a where a.follow_up_id = f.id);
  delete from platform.mail m where m.id = any (v_mails);
  return v_count;
end $$;

-- Takes back what was said by this link alone: what no other stop holds waits again, and a letter that was written counts as sent. How many stops.
create function outcomes.resume_follow_ups(p_hash text, p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_asked outcomes.follow_up;
  v_count int;
begin
  select * into v_asked from outcomes.follow_up f where f.token_hash = p_hash;
  if v_asked.id is null then raise exception 'no such link' using errcode = 'insufficient_privilege'; end if;
  update outcomes.follow_up_stop s set taken_back_at = p_now where s.follow_up_id = v_asked.id and s.taken_back_at is null;
  get diagnostics v_count = row_count;
  update outcomes.follow_up f set version = f.version + 1,
    state = case when exists (select from platform.mail m where m.id = f.mail_id) then 'sent' else 'planned' end
  where v_count > 0 and f.state = 'stopped'
    and exists (select from outcomes.follow_up_stop s where s.follow_up_id = v_asked.id and (s.outcome_id = f.outcome_id
      or (s.scope = 'company' and (s.address_hash = f.address_hash or outcomes.shares_name(s.company_names, f.company_names)))))
    and not exists (select from outcomes.follow_up_stop s where s.taken_back_at is null and (s.outcome_id = f.outcome_id
      or (s.scope = 'company' and (s.address_hash = f.address_hash or outcomes.shares_name(s.company_names, f.company_names)))));
  return v_count;
end $$;
revoke all on function outcomes.resume_follow_ups(text, timestamptz) from public;
grant execute on function outcomes.resume_follow_ups(text, timestamptz) to hansa_app;

-- As before, and whether so many tries are used up without the letter having left.
drop function outcomes.follow_up_mails(uuid[]);
create function outcomes.follow_up_mails(p_ids uuid[], p_tries int) returns table (id uuid, has_left boolean, refused_at timestamptz, fault text, is_given_up boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.id, m.sent_at is not null, m.refused_at, case when m.refused_at is not null or m.attempts >= p_tries then m.last_fault end,
    m.sent_at is null and m.refused_at is null and m.last_fault is not null and m.attempts >= p_tries
  from outcomes.follow_up f join platform.mail m on m.id = f.mail_id
  where f.id = any (p_ids) and f.owner_office = any (platform.reads())
$$;
revoke all on function outcomes.follow_up_mails(uuid[], int) from public;
grant execute on function outcomes.follow_up_mails(uuid[], int) to hansa_app;
