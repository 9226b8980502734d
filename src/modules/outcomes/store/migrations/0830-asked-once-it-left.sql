-- Asked is whom a letter left for: `sent_at` is the moment at which it did, told by the mail itself, and stays empty while the letter waits or after it was taken out of the outbox.
alter table outcomes.follow_up drop constraint follow_up_check;

update outcomes.follow_up f set sent_at = null where f.sent_at is not null and (
  exists (select from platform.mail m where m.id = f.mail_id and m.sent_at is null)
  or (f.state in ('held_back', 'stopped') and not exists (select from platform.mail m where m.id = f.mail_id)));

create function outcomes.letter_left() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update outcomes.follow_up f set sent_at = new.sent_at where f.mail_id = new.id;
  return null;
end $$;
revoke all on function outcomes.letter_left() from public;
create trigger tells_follow_ups after update of sent_at on platform.mail
  for each row when (old.sent_at is null and new.sent_at is not null) execute function outcomes.letter_left();

-- Letters that have not left, taken hold of so that none of them leaves any more: not tried yet, or waiting for another try. One that is on its way this moment is passed over.
create function outcomes.letters_held(p_mails uuid[]) returns uuid[] language sql set search_path = pg_catalog as $$
  select coalesce(array_agg(h.id), '{}') from (
    select m.id from platform.mail m where m.id = any (p_mails) and m.sent_at is null and (m.attempts = 0 or m.last_fault is not null)
    order by m.id for update skip locked) h
$$;
revoke all on function outcomes.letters_held(uuid[]) from public;

-- As before; a letter that asks for other things besides is not sent as it is, and those are due again.
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
  insert into outcomes.follow_up_stop (id, owner_office, outcome_id, scope, address_hash, company_names, stopped_at)
  values (p_stop, v_asked.owner_office, v_asked.outcome_id, p_scope, v_address, v_asked.company_names, p_now);
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

-- As before; what waits for another try has not left either.
create or replace function outcomes.take_back_follow_ups(p_ids uuid[], p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
begin
  delete from platform.mail m where m.id = any (outcomes.letters_held(array(
    select f.mail_id from outcomes.follow_up f where f.id = any (p_ids) and f.owner_office = any (platform.writes())
      and not exists (select from outcomes.follow_up o where o.mail_id = f.mail_id and o.id <> all (p_ids)))));
  update outcomes.follow_up f set revoked_at = p_now, version = f.version + 1,
    state = case when exists (select from platform.mail m where m.id = f.mail_id) then f.state else 'held_back' end,
    mail_id = (select m.id from platform.mail m where m.id = f.mail_id)
  where f.id = any (p_ids) and f.owner_office = any (platform.writes()) and f.state = 'sent' and f.revoked_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
