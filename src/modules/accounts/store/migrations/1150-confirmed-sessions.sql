-- Whoever reads with a session is known from its last reading; the database says whether that is still so, in the message of the first query.

-- Begins as platform.begin_session does, and fails where that gives another answer than it gave before: nothing is then read as somebody else.
create function platform.confirm_session(p_session text, p_account uuid, p_told text) returns void
language plpgsql as $$
begin
  if (select b::text from platform.begin_session(p_session, p_account) b) is distinct from p_told then
    raise exception 'the session acts as somebody else now' using errcode = 'HA001';
  end if;
end $$;
revoke all on function platform.confirm_session(text, uuid, text) from public;
grant execute on function platform.confirm_session(text, uuid, text) to hansa_app;
