-- What the search of the platform reads of programmes, under the reader's own rights: the newest release, and to its organiser the draft.
create view platform.searched_programme with (security_invoker = true) as
  select 'programme' as kind, (i.item ->> 'id')::uuid as id, 'edition' as place_kind, r.edition_id as place_id, i.item -> 'title' as label,
    i.item ->> 'kind' as code, jsonb_build_object('text', i.item ->> 'day', 'qualifier', 'exact') as day, null::uuid[] as heard_by,
    r.visibility = 'public' as is_public, platform.words_in(i.item) as words, '' as signs
  from expos.programme_release r cross join lateral jsonb_array_elements(r.content) as i(item)
  where r.number = (select max(n.number) from expos.programme_release n where n.edition_id = r.edition_id)
union all
  select 'programme', p.id, 'edition', p.edition_id, p.title, p.kind, jsonb_build_object('text', p.day::text, 'qualifier', 'exact'), null, false,
    concat_ws(E'\n', platform.words_in(p.title), platform.words_in(p.hosts), platform.words_in(p.themes), platform.words_in(p.speakers)), ''
  from expos.programme_item p;
grant select on platform.searched_programme to hansa_app;
