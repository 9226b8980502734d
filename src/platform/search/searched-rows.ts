// What is found by name without terms of its own, by views that modules publish here: editions, an office's sources, and people it may see. Row-level security decides which.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '../postgres/database.ts';

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
export async function listSearchedRows(tx: Tx, { q, offices, limit }: Searched): Promise<readonly SearchedRow[]> {
  const words = q.toLowerCase();
  const editions = sql`(select distinct on (e.id) 'edition' as kind, e.id, e.slug, e.name as label, n.value ->> 'text' as term, e.visibility = 'public' as is_public
    from platform.searched_editions e, jsonb_each(e.name) n where strpos(lower(n.value ->> 'text'), ${words}) > 0 order by e.id limit ${limit})`;
  const sources = sql`(select 'source', s.id, s.title, ${unnamed('s.title')}, s.title, false from platform.searched_sources s
    where s.owner_office = any (${[...offices]}::uuid[]) and strpos(lower(concat_ws(' ', s.title, s.publisher)), ${words}) > 0 order by s.title, s.id limit ${limit})`;
  const people = sql`(select 'person', p.id, p.organisation_id::text, ${unnamed('p.called')}, p.called, false from (
      select id, organisation_id, surname, given_name,
        case when name_order = 'surname_first' then surname || case when surname ~ '[^ -~]' then '' else ' ' end || given_name
          else trim(given_name || ' ' || surname) end as called from platform.searched_contacts) p
    where strpos(lower(concat_ws(' ', p.called, p.surname || p.given_name, p.surname, p.given_name)), ${words}) > 0 order by p.called, p.id limit ${limit})`;
  const all = offices.length === 0 ? [editions] : [editions, sources, people];
  const { rows } = await sql<SearchedRow>`
    select * from (${sql.join(all, sql` union all `)}) found
    order by (lower(term) = ${words}) desc, kind, term, id`.execute(tx);
  return rows;
}
