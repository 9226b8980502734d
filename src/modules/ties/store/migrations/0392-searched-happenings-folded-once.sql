-- What the search looks through of agreements, exchanges and key partners is folded once, where it is entered.
alter table ties.agreement add column searched text generated always as (
  platform.folded(platform.words_in(title) || E'\n' || platform.words_in(parties) || E'\n' || platform.words_in(signatories)) || E'\n'
    -- The word of its kind in both languages.
    || case kind when 'memorandum' then 'memorandum of understanding mou 谅解备忘录' when 'charter' then 'charter 缔结书' else 'programme 计划' end) stored;
alter table ties.agreed_item add column searched text generated always as (platform.folded(platform.words_in(text))) stored;
alter table ties.exchange add column searched text generated always as (
  platform.folded(platform.words_in(title) || E'\n' || coalesce(led_by, '') || E'\n' || coalesce(note, ''))) stored;
alter table ties.exchange_note add column searched text generated always as (
  platform.folded(coalesce(talking_points, '') || E'\n' || coalesce(gifts, '') || E'\n' || coalesce(paid_by, ''))) stored;
alter table ties.carrier add column searched text generated always as (
  platform.folded(coalesce(name, '') || E'\n' || coalesce(body, '') || E'\n' || coalesce(role, ''))) stored;
alter table ties.holder add column searched text generated always as (
  platform.folded(case name_order when 'surname_first' then surname || given_name else given_name || ' ' || surname end)) stored;

create or replace view platform.searched_happenings with (security_invoker = true) as
  select 'agreement' as kind, a.id, 'tie' as place_kind, a.tie_id as place_id, a.title as label, a.kind as code, a.signed_on as day,
    array[a.owner_office] || array(select k.owner_office from ties.taken_up k where k.thing_id = a.id) as heard_by,
    a.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(a.title), platform.words_in(a.parties), platform.words_in(a.signatories),
      (select string_agg(platform.words_in(i.text), E'\n') from ties.agreed_item i where i.agreement_id = a.id)) as words,
    '' as signs,
    concat_ws(E'\n', a.searched, (select string_agg(i.searched, E'\n') from ties.agreed_item i where i.agreement_id = a.id)) as searched
  from ties.agreement a where a.withdrawn_at is null
union all
  select 'exchange', e.id, 'tie', e.tie_id, e.title, e.kind, e.starts,
    array[e.owner_office] || array(select k.owner_office from ties.taken_up k where k.thing_id = e.id), e.visibility = 'public',
    concat_ws(E'\n', platform.words_in(e.title), e.led_by, e.note,
      (select string_agg(concat_ws(E'\n', n.talking_points, n.gifts, n.paid_by), E'\n') from ties.exchange_note n where n.exchange_id = e.id)), '',
    concat_ws(E'\n', e.searched, (select string_agg(n.searched, E'\n') from ties.exchange_note n where n.exchange_id = e.id))
  from ties.exchange e where e.withdrawn_at is null
union all
  select 'carrier', c.id, 'tie', c.tie_id, jsonb_build_object('und', jsonb_build_object('text', coalesce(c.name, c.role), 'origin', 'human')), c.kind,
    c.starts, array[c.owner_office] || array(select k.owner_office from ties.taken_up k where k.thing_id = c.id), c.visibility = 'public',
    concat_ws(E'\n', c.name, c.body, c.role,
      (select string_agg(case h.name_order when 'surname_first' then h.surname || h.given_name else h.given_name || ' ' || h.surname end, E'\n')
        from ties.holder h where h.carrier_id = c.id)), '',
    concat_ws(E'\n', c.searched, (select string_agg(h.searched, E'\n') from ties.holder h where h.carrier_id = c.id))
  from ties.carrier c where c.withdrawn_at is null and coalesce(c.name, c.role) is not null;
