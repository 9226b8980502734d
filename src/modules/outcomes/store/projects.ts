// SQL of what projects are to achieve and of what they are measured by.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { goalsIn } from '#modules/cities/domain/profile/goals.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { Aim, Mark, MarkId } from '../domain/project/mark.ts';
import type { OutcomeScope } from '../domain/scope.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'outcomes.project.aim': MultilingualText;
  }
}

const marks = (tx: Tx) =>
  tx
    .selectFrom('outcomes.mark')
    .select(columns('id, outcome_id, owner_office as office, kind, title, unit, version'))
    .where('withdrawn_at', 'is', null);

const aims = (tx: Tx) => tx.selectFrom('outcomes.project').select(columns('outcome_id, aim, goals'));

/** In the order in which they were entered. */
export const marksOf = (tx: Tx, ids: readonly OutcomeId[]): Promise<readonly Mark[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : marks(tx)
        .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
        .orderBy('outcome_id')
        .orderBy('id')
        .execute();

interface Page<I> {
  readonly after: I | null;
  readonly limit: number;
}

export const pageOfMarks = (tx: Tx, { after, limit }: Page<MarkId>): Promise<readonly Mark[]> =>
  marks(tx)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();

export async function pageOfAims(tx: Tx, { after, limit }: Page<OutcomeId>): Promise<readonly (Aim & { readonly outcomeId: OutcomeId })[]> {
  const rows = await aims(tx)
    .$if(after !== null, (query) => query.where('outcome_id', '>', after))
    .orderBy('outcome_id')
    .limit(limit)
    .execute();
  return rows.map(({ goals, ...row }) => ({ ...row, goals: goalsIn(goals) }));
}

export const marksByIds = (tx: Tx, ids: readonly string[]): Promise<readonly Mark[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : marks(tx)
        .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
        .orderBy('id')
        .execute();

export async function findMark(tx: Tx, id: MarkId): Promise<Mark | null> {
  return (await marks(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function aimsOf(tx: Tx, ids: readonly OutcomeId[]): Promise<ReadonlyMap<OutcomeId, Aim>> {
  if (ids.length === 0) return new Map();
  const rows = await aims(tx)
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ outcomeId, aim, goals }) => [outcomeId, { aim, goals: goalsIn(goals) }]));
}

export async function saveAim(tx: Tx, scope: OutcomeScope, { aim, goals }: Aim): Promise<void> {
  const said = { aim, goals };
  await tx
    .insertInto('outcomes.project')
    .values({ outcome_id: scope.outcomeId, owner_office: scope.office, ...said })
    .onConflict((conflict) => conflict.column('outcome_id').doUpdateSet(said))
    .execute();
}

export async function insertMark(
  tx: Tx,
  scope: OutcomeScope,
  mark: Omit<Mark, 'office' | 'outcomeId' | 'version'>,
  now: Date,
): Promise<void> {
  const { id, kind, title, unit } = mark;
  await tx
    .insertInto('outcomes.mark')
    .values({ ...{ id, outcome_id: scope.outcomeId, owner_office: scope.office, kind, title, unit }, entered_at: now.toISOString() })
    .execute();
}

/** False where somebody else has changed it meanwhile. */
export async function updateMarkRow(
  tx: Tx,
  scope: OutcomeScope,
  { id, title, unit, expectedVersion }: Pick<Mark, 'id' | 'title' | 'unit'> & { readonly expectedVersion: number | null },
): Promise<boolean> {
  const updated = await tx
    .updateTable('outcomes.mark')
    .set({ title, unit, version: sql`version + 1` })
    .where('id', '=', id)
    .where('outcome_id', '=', scope.outcomeId)
    .where('owner_office', '=', scope.office)
    .where('version', '=', expectedVersion)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Takes it out of sight; the row stays with all that was said of it. */
export async function markWithdrawn(tx: Tx, scope: OutcomeScope, id: MarkId, now: Date): Promise<void> {
  await tx
    .updateTable('outcomes.mark')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('outcome_id', '=', scope.outcomeId)
    .where('owner_office', '=', scope.office)
    .execute();
}
