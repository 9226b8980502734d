// SQL of offices, whose names everybody may read.
import { sql, type RawBuilder } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Work } from '#platform/work.ts';

export interface OfficeRow {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: 'city' | 'organiser' | 'chamber' | 'company' | 'register';
}

const columns = ['id', 'slug', 'name', 'kind'] as const;

export async function loadOffices(work: Work, ids: readonly OfficeId[]): Promise<readonly OfficeRow[]> {
  return read(work.tx, byIds(ids));
}

const byIds = queryOfIds((from, ids: readonly OfficeId[]) =>
  from
    .selectFrom('accounts.office')
    .select(columns)
    .where(sql<boolean>`id = any (${ids}::uuid[])`),
);

/** Lower case without accents, full-width forms narrowed; the same is done to what is sought, so both meet. */
const folded = (text: RawBuilder<unknown>) => sql`regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g')`;

export interface OfficeFilter {
  /** Part of the name in any language, or of the slug; '' for all. */
  readonly q: string;
  readonly kind: OfficeRow['kind'] | null;
  /** Id of the last one seen. */
  readonly after: OfficeId | null;
  readonly limit: number;
}

/** Of those that are somebody's, by slug; up to `limit` + 1, so that the caller knows whether a page follows. */
export async function listOfficeRows(work: Work, { q, kind, after, limit }: OfficeFilter): Promise<readonly OfficeRow[]> {
  const sought = folded(sql`${q}::text`);
  return work.tx
    .selectFrom('accounts.office')
    .select(columns)
    .where('claimed', '=', true)
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(strpos(slug, ${sought}) > 0 or exists (
        select 1 from jsonb_each(name) as n where strpos(${folded(sql`n.value ->> 'text'`)}, ${sought}) > 0))`),
    )
    .$if(kind !== null, (query) => query.where('kind', '=', kind))
    .$if(after !== null, (query) => query.where(sql<boolean>`slug > (select o.slug from accounts.office o where o.id = ${after})`))
    .orderBy('slug')
    .limit(limit + 1)
    .execute();
}
