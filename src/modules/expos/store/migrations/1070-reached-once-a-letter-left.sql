-- A letter that waits in the outbox, or for which there is no mail server, has reached nobody: it counts from when it left.
create or replace function expos.reached(p_edition uuid) returns table (addressee_id uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, greatest(l.at, k.at)
  from expos.addressee a
  left join (
    select l.addressee_id, max(l.written_at) as at from expos.letter l join platform.mail m on m.id = l.mail_id
    where l.edition_id = p_edition and l.kind <> 'paper' and l.stopped_at is null and m.sent_at is not null and m.refused_at is null
    group by l.addressee_id
  ) l on l.addressee_id = a.id
  left join lateral (select max(k.last_used_at) as at from accounts.links k where k.office = a.office_id) k on true
  where a.edition_id = p_edition and a.owner_office = any (platform.reads()) and num_nonnulls(l.at, k.at) > 0
$$;
