// SQL of what offices note for briefings.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { sql } from 'kysely';
import type { ExchangeId } from '#modules/ties/domain/happenings.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { BriefingPoints } from '../domain/briefing/points.ts';
import type { DeskScope } from '../domain/scope.ts';

export type BriefingId = Id<'Briefing'>;

/** What it is on: a tie, or one visit or event of it. */
export interface BriefedOn {
  readonly tieId: TieId;
  readonly exchangeId: ExchangeId | null;
}

export interface BriefingNotes {
  readonly addressee: string | null;
  readonly points: BriefingPoints;
}

interface BriefingRow extends BriefingNotes {
  readonly id: BriefingId;
  readonly version: number;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'desk.briefing.points': BriefingPoints;
  }
}

const noteColumns = columns('addressee, points');

/** Null where the office has noted nothing. */
export async function findBriefing(tx: Tx, office: OfficeId, { tieId, exchangeId }: BriefedOn): Promise<BriefingRow | null> {
  const row = await tx
    .selectFrom('desk.briefing')
    .select(['id', 'version', ...noteColumns])
    .where('owner_office', '=', office)
    .where('tie_id', '=', tieId)
    .where('exchange_id', 'is not distinct from', exchangeId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes the first notes; false where somebody was faster. */
export async function insertBriefing(tx: Tx, scope: DeskScope, id: BriefingId, on: BriefedOn, notes: BriefingNotes): Promise<boolean> {
  const inserted = await tx
    .insertInto('desk.briefing')
    .values({ id, owner_office: scope.office, tie_id: on.tieId, exchange_id: on.exchangeId, ...valuesOf(noteColumns, notes) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** False where the version is another one. */
export async function updateBriefing(
  tx: Tx,
  scope: DeskScope,
  { id, version }: Pick<BriefingRow, 'id' | 'version'>,
  notes: BriefingNotes,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk.briefing')
    .set({ ...valuesOf(noteColumns, notes), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
