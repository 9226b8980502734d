-- An edition is found by the initials of its name, too, as people call it: CIIE.
create or replace view platform.searched_editions with (security_invoker = true) as
  select e.id, e.slug, e.name, e.visibility,
    (select string_agg(i.letters, ' ') from (
      select string_agg(left(w.word, 1), '' order by w.at) as letters
      from jsonb_each(e.name) as n(tag, said), regexp_split_to_table(n.said ->> 'text', '[^[:alpha:]]+') with ordinality as w(word, at)
      where w.word ~ '^[A-Z]' group by n.tag) as i where length(i.letters) > 2) as initials
  from expos.edition e;
