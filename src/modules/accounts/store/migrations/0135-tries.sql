-- Tries to sign in, in the database: as many for all nodes together, after a restart too, and nobody's are forgotten under a flood of others'.
-- The key is a keyed hash (HMAC) of what was tried and from where; nothing of an address is kept.
create table sign_in.tries (key text primary key, at timestamptz[] not null);
alter table sign_in.tries enable row level security;
alter table sign_in.tries force row level security;
create policy reads on sign_in.tries for select to hansa_auth using (true);
create policy enters on sign_in.tries for insert to hansa_auth with check (true);
create policy changes on sign_in.tries for update to hansa_auth using (true) with check (true);
create policy withdraws on sign_in.tries for delete to hansa_auth using (true);
grant select, insert, update, delete on sign_in.tries to hansa_auth;
select platform.back_up('sign_in.tries'::regclass);

-- Counts a try where fewer than so many were counted in the quarter of an hour before it (sliding window): the seconds to wait, 0 where it was counted.
create function sign_in.count_try(p_key text, p_at timestamptz, p_most int) returns double precision
language plpgsql set search_path = pg_catalog as $$
declare
  v_recent timestamptz[];
begin
  insert into sign_in.tries (key, at) values (p_key, '{}') on conflict do nothing;
  select array(select a from unnest(t.at) as a where a > p_at - interval '15 minutes' order by a) into v_recent
    from sign_in.tries t where t.key = p_key for update;
  if cardinality(v_recent) >= p_most then
    return extract(epoch from v_recent[cardinality(v_recent) - p_most + 1] + interval '15 minutes' - p_at);
  end if;
  update sign_in.tries t set at = v_recent || p_at where t.key = p_key;
  return 0;
end $$;
revoke all on function sign_in.count_try(text, timestamptz, int) from public;
grant execute on function sign_in.count_try(text, timestamptz, int) to hansa_auth;
