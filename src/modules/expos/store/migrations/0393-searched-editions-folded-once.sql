-- What the search looks through of an edition is folded once: its name and, as people call it, the initials of that: CIIE.
create function platform.initials_in(p_name jsonb) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(string_agg(i.letters, ' '), '') from (
    select string_agg(left(w.word, 1), '' order by w.at) as letters
    from jsonb_each(p_name) as n(tag, said), regexp_split_to_table(n.said ->> 'text', '[^[:alpha:]]+') with ordinality as w(word, at)
    where w.word ~ '^[A-Z]' group by n.tag) as i where length(i.letters) > 2
$$;
grant execute on function platform.initials_in(jsonb) to hansa_app;
alter table expos.edition add column searched text generated always as (
  platform.folded(platform.words_in(name) || E'\n' || platform.initials_in(name))) stored;

drop view platform.searched_editions;
create view platform.searched_editions with (security_invoker = true) as
  select id, slug, name, visibility, searched from expos.edition;
grant select on platform.searched_editions to hansa_app;

create or replace view platform.searched_programme with (security_invoker = true) as
  select i.*, platform.folded(i.words) as searched from (
    select 'programme' as kind, (i.item ->> 'id')::uuid as id, 'edition' as place_kind, r.edition_id as place_id, i.item -> 'title' as label,
      i.item ->> 'kind' as code, jsonb_build_object('text', i.item ->> 'day', 'qualifier', 'exact') as day, null::uuid[] as heard_by,
      r.visibility = 'public' as is_public, platform.words_in(i.item) as words, '' as signs
    from expos.programme_release r cross join lateral jsonb_array_elements(r.content) as i(item)
    where r.number = (select max(n.number) from expos.programme_release n where n.edition_id = r.edition_id)
  union all
    select 'programme', p.id, 'edition', p.edition_id, p.title, p.kind, jsonb_build_object('text', p.day::text, 'qualifier', 'exact'), null, false,
      concat_ws(E'\n', platform.words_in(p.title), platform.words_in(p.hosts), platform.words_in(p.themes), platform.words_in(p.speakers)), ''
    from expos.programme_item p) i;
