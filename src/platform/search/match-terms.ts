// Which things are meant by a list of names: for what is pasted or imported.
import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../work.ts';
import { formsOf, joined } from './forms.ts';
import { beginLikeness, LEAST_LIKE, likeness, mayBeLike } from './likeness.ts';
import { ofActor, type SubjectKind } from './search-terms.ts';

/** Ids of things that are called so, and of those that are only called alike, best first. */
export interface Matched {
  readonly exact: readonly string[];
  readonly near: readonly string[];
}

/** Public terms of a kind, and those that the actor's offices keep or are shown. */
const termsOf = (work: Work, kind: SubjectKind): RawBuilder<unknown> =>
  sql`(select subject_id, compact from platform.search_term where kind = ${kind}
    union all select subject_id, compact from platform.office_search_term where ${ofActor(work)} and kind = ${kind})`;

/** For each text the things of a kind with exactly that name that the actor may find, else up to five alike; one query for all texts. */
export async function matchTerms(
  work: Work,
  { kind, texts }: { readonly kind: SubjectKind; readonly texts: readonly string[] },
): Promise<readonly Matched[]> {
  const forms = texts.map(formsOf);
  const asked = forms.flatMap(({ written, compact }, at) =>
    [...new Set([joined(written), compact])]
      .filter((form) => form !== '')
      .map((form) => ({ at, form, isWritten: form === joined(written) })),
  );
  if (asked.length === 0) return texts.map(() => ({ exact: [], near: [] }));
  const { rows } = await sql<{ at: number; subject_id: string; is_written: boolean }>`
    select distinct u.at, t.subject_id, u.is_written
    from unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ form }) => form)}::text[], ${asked.map(({ isWritten }) => isWritten)}::boolean[])
      as u(at, form, is_written) join ${termsOf(work, kind)} t on t.compact = u.form`.execute(work.tx);
  const exact = forms.map((_, at) => {
    const hits = rows.filter((row) => row.at === at);
    const written = hits.filter((row) => row.is_written);
    return [...new Set((written.length > 0 ? written : hits).map((row) => row.subject_id))];
  });
  const missing = forms.flatMap(({ compact }, at) => (exact[at]?.length === 0 && compact.length > 2 ? [{ at, compact }] : []));
  const near = await nearTerms(work, kind, missing);
  return forms.map((_, at) => ({ exact: exact[at] ?? [], near: near.get(at) ?? [] }));
}

/** For each of the texts up to five things that are called alike. */
async function nearTerms(
  work: Work,
  kind: SubjectKind,
  missing: readonly { readonly at: number; readonly compact: string }[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const near = new Map<number, readonly string[]>();
  if (missing.length === 0) return near;
  await beginLikeness(work, LEAST_LIKE);
  const form = sql<string>`u.compact`;
  const alike = (table: RawBuilder<unknown>, condition: RawBuilder<boolean>) => sql`
    (select subject_id, max(${likeness(form)}) as likeness from ${table}
    where kind = ${kind} and ${condition} and ${mayBeLike(form)} group by subject_id order by 2 desc, 1 limit 5)`;
  const { rows } = await sql<{ at: number; subject_id: string }>`
    select u.at, n.subject_id from unnest(${missing.map(({ at }) => at)}::int[], ${missing.map(({ compact }) => compact)}::text[]) as u(at, compact)
    cross join lateral (select a.subject_id, max(a.likeness) as likeness from (
      ${alike(sql`platform.search_term`, sql<boolean>`true`)} union all ${alike(sql`platform.office_search_term`, ofActor(work))}) as a
      where a.likeness >= ${LEAST_LIKE} group by a.subject_id order by 2 desc, 1 limit 5) as n
    order by u.at, n.likeness desc, n.subject_id`.execute(work.tx);
  for (const { at, subject_id } of rows) near.set(at, [...(near.get(at) ?? []), subject_id]);
  return near;
}
