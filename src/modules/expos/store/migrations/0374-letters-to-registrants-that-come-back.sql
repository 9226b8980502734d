-- What became of the newest letter to each registrant: refused by the mail server, with its words. For the organiser, whose list it is.
create function expos.registration_mails(p_edition uuid) returns table (registration_id uuid, refused_at timestamptz, fault text)
language sql stable security definer set search_path = pg_catalog as $$
  select r.id, m.refused_at, m.last_fault from expos.registration r join platform.mail m on m.id = r.mail_id
  where r.edition_id = p_edition and r.owner_office = any (platform.reads()) and m.refused_at is not null
$$;
revoke all on function expos.registration_mails(uuid) from public;
grant execute on function expos.registration_mails(uuid) to hansa_app;
