-- How the name of the one who acts is found in somebody's words; null where they have none. One word alone may mean anything: it is a name where it is all that is said.
create function reports.own_name_pattern() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when length(n.name) < 2 then null
    -- Letters that are not written apart stand wherever they stand.
    when n.name ~ '[\u2E80-\uFFDC]' then n.written
    when n.name ~ '\s' then '(?<![[:alpha:]])' || n.written || '(?![[:alpha:]])'
    else '^' || n.written || '$' end
  from (select trim(accounts.own_name()) as name, regexp_replace(trim(accounts.own_name()), '([^[:alnum:][:space:]])', '\\\1', 'g') as written) n
$$;

-- Which snapshots say the name of the one who acts.
create function reports.own_snapshots() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', s.owner_office, 'snapshot', s.id, 'number', s.number) order by s.frozen_at), '[]')
  from reports.snapshot s join reports.snapshot_content c on c.snapshot_id = s.id
  where exists (select from jsonb_array_elements(c.words) as w where (w ->> 'tells')::boolean and w ->> 'text' ~* reports.own_name_pattern())
$$;

-- Takes it out of whatever they say in somebody's words, whosever they are; the digest of each word stays.
create function reports.forget_own_names() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_pattern text := reports.own_name_pattern();
begin
  update reports.snapshot_content c set words = (
    select jsonb_agg(case when (w ->> 'tells')::boolean and w ->> 'text' ~* v_pattern
      then jsonb_build_object('digest', w -> 'digest', 'text', regexp_replace(w ->> 'text', v_pattern, '[…]', 'gi'), 'tells', true, 'removed', to_char(now() at time zone 'utc', 'YYYY-MM-DD'))
      else w end order by n)
    from jsonb_array_elements(c.words) with ordinality as e (w, n))
  where exists (select from jsonb_array_elements(c.words) as w where (w ->> 'tells')::boolean and w ->> 'text' ~* v_pattern);
end $$;
revoke all on function reports.own_name_pattern(), reports.own_snapshots(), reports.forget_own_names() from public;
grant execute on function reports.own_snapshots(), reports.forget_own_names() to hansa_app;
