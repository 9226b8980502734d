-- Since when and until when an open set says that a tie lasts, and of what class it is, is for everybody; its notes and sources stay with its office.
create function reference.said_openly(p_set uuid, p_ties uuid[]) returns table (tie_id uuid, said jsonb)
language sql stable security definer set search_path = pg_catalog as
$$ select s.tie_id, (
     select jsonb_agg(jsonb_build_object('since', e -> 'since', 'until', e -> 'until', 'classCode', e -> 'classCode', 'note', null, 'source', null))
     from jsonb_array_elements(s.said) as e)
   from reference.saying s join reference.set t on t.id = s.set_id
   where t.visibility = 'public' and s.set_id = p_set and s.tie_id = any (p_ties) $$;
revoke all on function reference.said_openly(uuid, uuid[]) from public;
grant execute on function reference.said_openly(uuid, uuid[]) to hansa_app;
