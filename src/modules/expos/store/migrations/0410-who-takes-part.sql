-- What belongs to an edition as a whole is read by whoever takes part in it. Who that is stands once, in the row of the edition, and is asked there: copied
-- into each of its rows, every company that came in wrote all of them anew, and each look compared thousands of offices a row.

/* The editions of others in which the one who acts takes part. Policies ask it once for a query (a sub-select), by the index of the editions' offices. */
create function expos.joined() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from expos.edition e where e.shared_with <> '{}' and e.shared_with && platform.reads()
$$;
revoke all on function expos.joined() from public;
grant execute on function expos.joined() to hansa_app;

do $$
declare target text;
begin
  foreach target in array array['slot', 'place', 'place_closed', 'stand', 'topic', 'hall', 'walk', 'rectangle', 'programme_release'] loop
    execute format('create policy takes_part on expos.%I for select to hansa_app using (edition_id = any ((select expos.joined())::uuid[]))', target);
    execute format('update expos.%I set shared_with = ''{}'' where shared_with <> ''{}''', target);
  end loop;
end $$;

-- Interpreters' names are for those who take part, and each is seen by the office that stands for them.
create policy takes_part on expos.interpreter for select to hansa_app using (edition_id = any ((select expos.joined())::uuid[]));
update expos.interpreter set shared_with = case when office_id is null then '{}' else array[office_id] end,
  visibility = case when office_id is null then 'private' else 'shared' end;

drop policy takes_part on expos.listing;
create policy takes_part on expos.listing for select to hansa_app using (edition_id = any ((select expos.joined())::uuid[]));
