// SQL of hand-overs of a desk: the hand-over itself, and each press that took a line or gave it back.
import { sql } from 'kysely';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Tick, TypedLine } from '../domain/handover/lines.ts';
import type { DeskScope } from '../domain/scope.ts';

export type HandoverId = Id<'Handover'>;

export interface HandoverFacts {
  readonly toAccount: AccountId | null;
  readonly restAccount: AccountId | null;
  readonly startsOn: string;
  readonly words: string | null;
}

export interface HandoverRow extends HandoverFacts {
  readonly id: HandoverId;
  readonly version: number;
  readonly fromAccount: AccountId;
  readonly lines: readonly TypedLine[];
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'desk.handover.lines': readonly TypedLine[];
  }
}

const factColumns = columns('taken_by as toAccount, rest_by as restAccount, starts_on, words');
const rowColumns = [...columns('id, version, left_by as fromAccount, lines, begun_at, finished_at'), ...factColumns];

/** The last one that was begun; null where there was none. */
export async function lastHandover(tx: Tx, office: OfficeId): Promise<HandoverRow | null> {
  const row = await tx
    .selectFrom('desk.handover')
    .select(rowColumns)
    .where('owner_office', '=', office)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (row as HandoverRow);
}

/** False where another one still runs. */
export async function insertHandover(
  tx: Tx,
  scope: DeskScope,
  {
    id,
    fromAccount,
    now,
    facts,
  }: { readonly id: HandoverId; readonly fromAccount: AccountId; readonly now: Date; readonly facts: HandoverFacts },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('desk.handover')
    .values({ id, owner_office: scope.office, left_by: fromAccount, begun_at: now.toISOString(), ...valuesOf(factColumns, facts) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

interface Guarded {
  readonly id: HandoverId;
  readonly version: number;
}

/** False where the version is another one. */
export async function updateHandover(
  tx: Tx,
  scope: DeskScope,
  { id, version }: Guarded,
  facts: HandoverFacts,
  lines: readonly TypedLine[],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk.handover')
    .set({ ...valuesOf(factColumns, facts), lines: JSON.stringify(lines), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function endHandover(tx: Tx, scope: DeskScope, { id, version }: Guarded, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk.handover')
    .set({ finished_at: now.toISOString(), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('version', '=', version)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False where the version is another one, it is finished, or somebody has ticked a line of it, be it taken off again since. */
export async function deleteHandover(tx: Tx, scope: DeskScope, { id, version }: Guarded): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('desk.handover')
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('version', '=', version)
    .where('finished_at', 'is', null)
    .where((is) => is.not(is.exists(is.selectFrom('desk.handover_tick').select('id').where('handover_id', '=', id))))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function insertTick(
  tx: Tx,
  scope: DeskScope,
  { id, handoverId, ...tick }: Tick & { readonly id: Id<'HandoverTick'>; readonly handoverId: HandoverId },
): Promise<void> {
  await tx
    .insertInto('desk.handover_tick')
    .values({ id, handover_id: handoverId, owner_office: scope.office, ...tick })
    .execute();
}

/** In order of time. */
export async function loadTicks(tx: Tx, handoverId: HandoverId): Promise<readonly Tick[]> {
  const rows = await tx
    .selectFrom('desk.handover_tick')
    .select(['subject', 'taken', 'account', 'at'])
    .where('handover_id', '=', handoverId)
    .orderBy('id')
    .execute();
  return rows.map(({ account, at, ...tick }) => ({ ...tick, account: account as AccountId, at: at.toISOString() }));
}
