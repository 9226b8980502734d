-- Leads count by the same cities as the other numbers of an edition (meetings 1160). The rest of the function stays word for word.
do $do$
declare
  body text := pg_get_functiondef('outcomes.edition_leads(uuid)'::regprocedure);
  written constant text := $w$coalesce(w.country, '') || '/' || w.city$w$;
begin
  if position(written in body) = 0 or position('p_edition uuid)' in body) = 0 then
    raise exception 'the function outcomes.edition_leads is not the one that this step was written for';
  end if;
  drop function outcomes.edition_leads(uuid);
  body := replace(body, 'p_edition uuid)', 'p_edition uuid, p_cities jsonb)');
  execute replace(body, written, 'coalesce(p_cities ->> (' || written || '), ' || written || ')');
end $do$;
revoke all on function outcomes.edition_leads(uuid, jsonb) from public;
grant execute on function outcomes.edition_leads(uuid, jsonb) to hansa_app;
