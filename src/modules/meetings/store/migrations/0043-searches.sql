-- One search an edition at a time; a search that waits in the queue is not a dead one; and one that cannot begin ends with a sentence.

update meetings.plan p set status = 'failed', version = p.version + 1, ended_at = clock_timestamp(),
  failure = jsonb_build_object('code', 'meetings.plan_died', 'params', jsonb_build_object())
where p.status = 'running'
  and exists (select from meetings.plan n where n.edition_id = p.edition_id and n.status = 'running' and n.number > p.number);
create unique index plan_running_once on meetings.plan (edition_id) where status = 'running';

-- Searches that died: one that spoke and fell silent, or one that nobody has taken up although the queue does not hold it any more.
-- A job that a node took a moment ago may still read the facts, before its first word. Each search is handed out once more, with the account
-- that started it; one that dies again has failed. Runs outside any actor, since a dead search has none.
create or replace function meetings.sweep_silent_plans(p_silent_seconds int) returns table (edition_id uuid, plan_id uuid, account uuid, attempt int)
language plpgsql security definer set search_path = pg_catalog as $$
declare v_dead uuid[];
begin
  select array_agg(p.id) into v_dead from meetings.plan p
  where p.status = 'running' and case
    when p.heard_at is not null then p.heard_at < clock_timestamp() - make_interval(secs => p_silent_seconds)
    else not exists (
      select from jobs.job j
      where j.name = 'plan-meetings' and j.data ->> 'planId' = p.id::text and j.data ->> 'attempt' = p.attempts::text
        and (j.state in ('created', 'retry') or j.state = 'active' and j.started_on > clock_timestamp() - interval '1 minute'))
    end;
  update meetings.plan p set status = 'failed', version = p.version + 1, ended_at = clock_timestamp(),
    failure = jsonb_build_object('code', 'meetings.plan_died', 'params', jsonb_build_object())
  where p.id = any (v_dead) and p.status = 'running' and p.attempts >= 2;
  return query
    update meetings.plan p set attempts = p.attempts + 1, heard_at = null
    where p.id = any (v_dead) and p.status = 'running'
    returning p.edition_id, p.id, p.started_by, p.attempts;
end $$;

-- Ends a search that could not begin. Whoever started it may not be allowed to touch it any more, so it runs past the policies.
create function meetings.fail_search(p_edition uuid, p_plan uuid, p_attempt int, p_code text) returns void
language sql security definer set search_path = pg_catalog as $$
  update meetings.plan p set status = 'failed', version = p.version + 1, ended_at = clock_timestamp(),
    failure = jsonb_build_object('code', p_code, 'params', jsonb_build_object())
  where p.edition_id = p_edition and p.id = p_plan and p.status = 'running' and p.attempts = p_attempt
$$;
revoke all on function meetings.fail_search(uuid, uuid, int, text) from public;
grant execute on function meetings.fail_search(uuid, uuid, int, text) to hansa_app;
