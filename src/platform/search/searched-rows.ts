// What is found by name without terms of its own, by views that modules publish here: editions, an office's sources, and people it may see. Row-level security decides which.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '../postgres/database.ts';
import { formsOf, joined } from './forms.ts';

export interface SearchedRow {
  readonly kind: 'edition' | 'source' | 'person';
  readonly id: string;
  /** What its address is made of: of an edition its slug, of a source its title, of a person the organisation. */
  readonly slug: string;
  readonly label: MultilingualText;
  readonly term: string;
  readonly is_public: boolean;
}

export interface Searched {
  readonly q: string;
  readonly offices: readonly OfficeId[];
  readonly limit: number;
}

const unnamed = (text: string) => sql`jsonb_build_object('und', jsonb_build_object('text', ${sql.raw(text)}, 'origin', 'human'))`;

/** Those whose name holds the words; of each kind at most `limit`, whole names first. Sources and people are an office's, so that nobody without one finds any. */
export async function listSearchedRows(tx: Tx, searched: Searched): Promise<readonly SearchedRow[]> {
  const written = await asWritten(tx, searched);
  const spoken = (await bySound(tx, searched)).filter(({ kind, id }) => !written.some((row) => row.kind === kind && row.id === id));
  return [...written, ...spoken];
}

/** The SQL of what an office's people are called, surname and given name in their order. */
const called =
  sql.raw(`case when name_order = 'surname_first' then surname || case when surname ~ '[^ -~]' then '' else ' ' end || given_name
  else trim(given_name || ' ' || surname) end`);

/** Names with Han characters that are looked through by their sound; more than an office has of sources and people. */
const MOST_SPOKEN = 3000;

/** Sources and people that are written in Chinese, by pinyin. */
async function bySound(tx: Tx, { q, offices, limit }: Searched): Promise<readonly SearchedRow[]> {
  const sound = joined(q.toLowerCase());
  if (offices.length === 0 || !/^[a-z']{2,}$/.test(sound)) return [];
  const { rows } = await sql<SearchedRow>`
    (select 'source' as kind, s.id, s.title as slug, ${unnamed('s.title')} as label, s.title as term, false as is_public
      from platform.searched_sources s where s.owner_office = any (${[...offices]}::uuid[]) and s.title ~ '[\u4e00-\u9fff]' order by s.id desc limit ${MOST_SPOKEN})
    union all
    (select 'person', p.id, p.organisation_id::text, ${unnamed('p.called')}, p.called, false
      from (select id, organisation_id, ${called} as called from platform.searched_contacts) p
      where p.called ~ '[\u4e00-\u9fff]' order by p.id desc limit ${MOST_SPOKEN})`.execute(tx);
  const found = rows.filter(({ term }) => formsOf(term).compact.includes(sound.replaceAll("'", '')));
  return ['source', 'person'].flatMap((kind) => found.filter((row) => row.kind === kind).slice(0, limit));
}

async function asWritten(tx: Tx, { q, offices, limit }: Searched): Promise<readonly SearchedRow[]> {
  const words = q.toLowerCase();
  const editions = sql`(select distinct on (e.id) 'edition' as kind, e.id, e.slug, e.name as label, n.value ->> 'text' as term, e.visibility = 'public' as is_public
    from platform.searched_editions e, jsonb_each(e.name) n where strpos(lower(n.value ->> 'text'), ${words}) > 0 order by e.id limit ${limit})`;
  const sources = sql`(select 'source', s.id, s.title, ${unnamed('s.title')}, s.title, false from platform.searched_sources s
    where s.owner_office = any (${[...offices]}::uuid[]) and strpos(lower(concat_ws(' ', s.title, s.publisher)), ${words}) > 0 order by s.title, s.id limit ${limit})`;
  const people = sql`(select 'person', p.id, p.organisation_id::text, ${unnamed('p.called')}, p.called, false from (
      select id, organisation_id, surname, given_name, ${called} as called from platform.searched_contacts) p
    where strpos(lower(concat_ws(' ', p.called, p.surname || p.given_name, p.surname, p.given_name)), ${words}) > 0 order by p.called, p.id limit ${limit})`;
  const all = offices.length === 0 ? [editions] : [editions, sources, people];
  const { rows } = await sql<SearchedRow>`
    select * from (${sql.join(all, sql` union all `)}) found
    order by (lower(term) = ${words}) desc, kind, term, id`.execute(tx);
  return rows;
}
