// SQL of what an import found: places with what they are taken for, problems, a person's answers, and what a set says of ties.
import { sql } from 'kysely';
import type { Params } from '#kernel/result.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { inBatches, insertRows } from '#platform/postgres/insert-rows.ts';
import type { Answer, MatchedBy } from '../domain/resolution.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportId, SetId } from '../domain/set.ts';
import type { Outcome, RowProblem, Said } from '../domain/written.ts';

/** Another place that was weighed. */
export interface Alternative {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly score: number;
}

/** Why a place is taken for what it is. */
export interface Reason {
  readonly code: string;
  readonly params?: Params;
}

export interface FoundPlace {
  readonly key: string;
  readonly name: string;
  readonly countryWritten: string | null;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly wikidataId: string | null;
  readonly geonamesId: number | null;
  readonly cityId: string | null;
  readonly matchedBy: MatchedBy;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly alternatives: readonly Alternative[];
  readonly rows: readonly number[];
}

const placeColumns =
  columns(`key, name, country_written, country, latitude, longitude, wikidata_id, geonames_id, city_id, matched_by, score,
  reasons, alternatives, rows`);

const problemColumns = columns('number, row, rows, column, code, params, outcome, key');

/** Puts these in place of what an earlier reading of the import found. */
export async function replacePlaces(tx: Tx, { office }: ImportScope, importId: ImportId, places: readonly FoundPlace[]): Promise<void> {
  await tx.deleteFrom('reference.place').where('import_id', '=', importId).execute();
  await insertRows(
    tx,
    'reference.place',
    places.map((place) => ({ ...valuesOf(placeColumns, place), import_id: importId, owner_office: office })),
  );
}

export interface PlaceFilter {
  readonly importId: ImportId;
  readonly matchedBy: MatchedBy | null;
  readonly key: string | null;
  readonly after: string | null;
  readonly limit: number;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'reference.answer.answer': Answer;
    'reference.place.alternatives': readonly Alternative[];
    'reference.place.reasons': readonly Reason[];
    'reference.problem.outcome': Outcome;
    'reference.problem.params': Params;
    'reference.saying.said': readonly Said[];
  }
}

/** By key; up to `limit` + 1. */
export async function pageOfPlaces(tx: Tx, { importId, matchedBy, key, after, limit }: PlaceFilter): Promise<readonly FoundPlace[]> {
  return tx
    .selectFrom('reference.place')
    .select(placeColumns)
    .where('import_id', '=', importId)
    .$if(matchedBy !== null, (q) => q.where('matched_by', '=', matchedBy))
    .$if(key !== null, (q) => q.where('key', '=', key))
    .$if(after !== null, (q) => q.where('key', '>', after))
    .orderBy('key')
    .limit(limit + 1)
    .execute();
}

/** What an item of Wikidata was called, and taken for, when it was imported with a name. */
export type KnownItem = Pick<FoundPlace, 'name' | 'country' | 'latitude' | 'longitude' | 'geonamesId'>;

/** Items that imports of the actor's offices have named, by number; the latest import says it. */
export async function loadKnownItems(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, KnownItem>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<KnownItem & { wikidataId: string }>`
    select distinct on (p.wikidata_id) p.wikidata_id as "wikidataId", p.name, p.country, p.latitude, p.longitude, p.geonames_id as "geonamesId"
    from reference.place p join unnest(${[...items]}::text[]) as u(item) on u.item = p.wikidata_id
    where p.name <> '' order by p.wikidata_id, p.import_id desc`.execute(tx);
  return new Map(rows.map(({ wikidataId, ...known }) => [wikidataId, known]));
}

export interface NumberedProblem extends RowProblem {
  readonly number: number;
}

/** Puts these in place of what an earlier reading of the import found; they are numbered in their order. */
export async function replaceProblems(tx: Tx, { office }: ImportScope, importId: ImportId, problems: readonly RowProblem[]): Promise<void> {
  await tx.deleteFrom('reference.problem').where('import_id', '=', importId).execute();
  await insertRows(
    tx,
    'reference.problem',
    problems.map((problem, at) => ({
      ...valuesOf(problemColumns, { ...problem, number: at + 1 }),
      import_id: importId,
      owner_office: office,
    })),
  );
}

export interface ProblemFilter {
  readonly importId: ImportId;
  readonly code: string | null;
  readonly outcome: Outcome | null;
  readonly after: number;
  readonly limit: number;
}

/** In their order; up to `limit` + 1. */
export async function pageOfProblems(
  tx: Tx,
  { importId, code, outcome, after, limit }: ProblemFilter,
): Promise<readonly NumberedProblem[]> {
  return tx
    .selectFrom('reference.problem')
    .select(problemColumns)
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .$if(code !== null, (q) => q.where('code', '=', code))
    .$if(outcome !== null, (q) => q.where('outcome', '=', outcome))
    .orderBy('number')
    .limit(limit + 1)
    .execute();
}

/** What persons have said that written places of the set are, by key. */
export async function loadAnswers(tx: Tx, setId: SetId): Promise<ReadonlyMap<string, Answer>> {
  const rows = await tx.selectFrom('reference.answer').select(['key', 'answer']).where('set_id', '=', setId).execute();
  return new Map(rows.map(({ key, answer }) => [key, answer]));
}

/** Keeps an answer, or forgets it (null). */
export async function saveAnswer(
  tx: Tx,
  { office }: ImportScope,
  { setId, key, answer, now }: { readonly setId: SetId; readonly key: string; readonly answer: Answer | null; readonly now: Date },
): Promise<void> {
  if (answer === null) {
    await tx.deleteFrom('reference.answer').where('set_id', '=', setId).where('key', '=', key).execute();
    return;
  }
  const [text, at] = [JSON.stringify(answer), now.toISOString()];
  await tx
    .insertInto('reference.answer')
    .values({ set_id: setId, key, owner_office: office, answer: text, answered_at: at })
    .onConflict((conflict) => conflict.columns(['set_id', 'key']).doUpdateSet({ answer: text, answered_at: at }))
    .execute();
}

export interface Saying {
  readonly tieId: string;
  readonly said: readonly Said[];
  readonly statements: readonly string[];
}

/** What the set says of ties, by tie; of these alone where they are given. */
export async function loadSayings(tx: Tx, setId: SetId, ties: readonly string[] | null = null): Promise<ReadonlyMap<string, Saying>> {
  const rows = await tx
    .selectFrom('reference.saying')
    .select(['tie_id', 'said', 'statements'])
    .where('set_id', '=', setId)
    .$if(ties !== null, (q) => q.where(sql<boolean>`tie_id = any (${[...(ties ?? [])]}::uuid[])`))
    .execute();
  return new Map(rows.map((row) => [row.tie_id, { tieId: row.tie_id, said: row.said, statements: row.statements }]));
}

/** What an open set says of these ties as everybody may know it: dates and classes, without notes and sources. */
export async function loadOpenSayings(tx: Tx, setId: SetId, ties: readonly string[]): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { rows } = await sql<{ tie_id: string; said: readonly Said[] }>`
    select tie_id, said from reference.said_openly(${setId}::uuid, ${[...ties]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ tie_id: tieId, said }) => [tieId, said]));
}

/** The set says this of these ties from now on; nothing where `said` is empty. */
export async function putSayings(tx: Tx, { office }: ImportScope, setId: SetId, sayings: readonly Saying[]): Promise<void> {
  for (const chunk of inBatches(sayings)) {
    const rows = chunk.map(({ tieId, said, statements }) => ({ tie_id: tieId, said, statements }));
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(tie_id uuid, said jsonb, statements uuid[])`;
    await sql`delete from reference.saying s using ${given} where s.set_id = ${setId} and s.tie_id = r.tie_id`.execute(tx);
    await sql`
      insert into reference.saying (set_id, tie_id, owner_office, said, statements)
      select ${setId}::uuid, tie_id, ${office}::uuid, said, statements from ${given} where jsonb_array_length(said) > 0`.execute(tx);
  }
}
