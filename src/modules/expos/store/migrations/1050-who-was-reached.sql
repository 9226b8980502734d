-- When somebody was last reached: the newest letter with a link that its mail server has not refused, or the last time that one of their links was opened.
create function expos.reached(p_edition uuid) returns table (addressee_id uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, greatest(l.at, k.at)
  from expos.addressee a
  left join (
    select l.addressee_id, max(l.written_at) as at from expos.letter l left join platform.mail m on m.id = l.mail_id
    where l.edition_id = p_edition and l.kind <> 'paper' and l.stopped_at is null and m.refused_at is null group by l.addressee_id
  ) l on l.addressee_id = a.id
  left join lateral (select max(k.last_used_at) as at from accounts.links k where k.office = a.office_id) k on true
  where a.edition_id = p_edition and a.owner_office = any (platform.reads()) and num_nonnulls(l.at, k.at) > 0
$$;
revoke all on function expos.reached(uuid) from public;
grant execute on function expos.reached(uuid) to hansa_app;
