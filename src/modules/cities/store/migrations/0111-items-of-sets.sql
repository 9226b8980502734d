-- Numbers in Wikidata that a set states of cities, thousands at once: for cities whose entries its office keeps and that have none, as long
-- as no other city has them. Row by row, so that the plan does not hang on statistics that know nothing of rows entered a moment ago.
create function cities.set_items(p_cities uuid[], p_items text[], p_office uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
begin
  if not p_office = any (platform.writes()) then raise exception 'not an editor' using errcode = '42501'; end if;
  for v_at in 1 .. cardinality(p_cities) loop
    if exists (select 1 from cities.city o where o.wikidata_id = p_items[v_at]) then continue; end if;
    update cities.city c set wikidata_id = p_items[v_at], version = c.version + 1, updated_at = p_now
      where c.id = p_cities[v_at] and c.owner_office = p_office and c.wikidata_id is null;
  end loop;
end $$;
revoke all on function cities.set_items(uuid[], text[], uuid, timestamptz) from public;
grant execute on function cities.set_items(uuid[], text[], uuid, timestamptz) to hansa_app;

-- Takes them back; one that a person has given a reason for stays.
create function cities.clear_items(p_cities uuid[], p_items text[], p_office uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
begin
  if not p_office = any (platform.writes()) then raise exception 'not an editor' using errcode = '42501'; end if;
  for v_at in 1 .. cardinality(p_cities) loop
    update cities.city c set wikidata_id = null, version = c.version + 1, updated_at = p_now
      where c.id = p_cities[v_at] and c.owner_office = p_office and c.wikidata_id = p_items[v_at] and c.wikidata_reason is null;
  end loop;
end $$;
revoke all on function cities.clear_items(uuid[], text[], uuid, timestamptz) from public;
grant execute on function cities.clear_items(uuid[], text[], uuid, timestamptz) to hansa_app;
