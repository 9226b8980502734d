-- Letters that name suggestions. Who has an account is written to at its address, each of an office by a mail of their own, and needs no link.
alter table expos.letter drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in ('invitation', 'reminder', 'schedule', 'paper', 'suggestion')),
  alter column link_account drop not null,
  add constraint letter_opens check (link_account is not null or kind = 'suggestion'),
  add column more_mails uuid[] not null default '{}';

-- As before, of letters of one kind or of every: takes back what has not left yet.
drop function expos.stop_letters(uuid, text);
create function expos.stop_letters(p_edition uuid, p_whom text, p_kind text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_count int;
  v_ended int;
begin
  with waiting as (
    select l.id, l.link_account, u.mail, u.mail = l.mail_id as is_first
    from expos.letter l join expos.addressee a on a.edition_id = l.edition_id and a.id = l.addressee_id
    cross join lateral unnest(array_append(l.more_mails, l.mail_id)) as u(mail)
    where l.edition_id = p_edition and l.owner_office = any (platform.writes()) and l.stopped_at is null and a.whom = p_whom
      and (p_kind is null or l.kind = p_kind)
  ), gone as (
    delete from platform.mail m using waiting w where m.id = w.mail and m.sent_at is null and m.attempts = 0
    returning w.id, w.link_account, w.is_first
  ), stopped as (
    update expos.letter l set stopped_at = now(), quiet_until = l.written_at from gone g where g.is_first and l.edition_id = p_edition and l.id = g.id
    returning l.id
  )
  select count(*), accounts.end_links((select coalesce(array_agg(g.link_account) filter (where g.link_account is not null), '{}') from gone g))
  into v_count, v_ended from stopped;
  return v_count;
end $$;
revoke all on function expos.stop_letters(uuid, text, text) from public;
grant execute on function expos.stop_letters(uuid, text, text) to hansa_app;
