-- An agreed item is withdrawn like everything else of a tie: it stays on record and is seen by nobody but its office.
alter table ties.agreed_item
  add column withdrawn_at timestamptz,
  add check (withdrawn_at is null or visibility = 'private');

create or replace view platform.citing_ties with (security_invoker = true) as
  select id, 'agreement' as kind, 'tie' as place_kind, tie_id as place_id from ties.agreement where withdrawn_at is null
  union all select i.id, 'agreement', 'tie', a.tie_id from ties.agreed_item i join ties.agreement a on a.id = i.agreement_id
    where a.withdrawn_at is null and i.withdrawn_at is null
  union all select id, 'exchange', 'tie', tie_id from ties.exchange where withdrawn_at is null
  union all select id, 'carrier', 'tie', tie_id from ties.carrier where withdrawn_at is null;

create or replace view platform.searched_happenings with (security_invoker = true) as
  select 'agreement' as kind, a.id, 'tie' as place_kind, a.tie_id as place_id, a.title as label, a.kind as code, a.signed_on as day,
    array[a.owner_office] || array(select k.owner_office from ties.taken_up k where k.thing_id = a.id) as heard_by,
    a.visibility = 'public' as is_public,
    concat_ws(E'\n', platform.words_in(a.title), platform.words_in(a.parties), platform.words_in(a.signatories),
      (select string_agg(platform.words_in(i.text), E'\n') from ties.agreed_item i where i.agreement_id = a.id and i.withdrawn_at is null)) as words,
    '' as signs,
    concat_ws(E'\n', a.searched, (select string_agg(i.searched, E'\n') from ties.agreed_item i where i.agreement_id = a.id and i.withdrawn_at is null)) as searched
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
