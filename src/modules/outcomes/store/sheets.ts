// SQL of sheets of outcomes: what was brought in, and what an undo takes back.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { RecordScope } from '../domain/scope.ts';
import type { KeptOutcome, SheetId, SheetReading, SheetRecord } from '../domain/sheet/sheet.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'outcomes.sheet.reading': SheetReading;
    'outcomes.sheet.kept': readonly KeptOutcome[];
  }
}

const select = (tx: Tx) =>
  tx
    .selectFrom('outcomes.sheet')
    .select(columns('id, owner_office as office, version, name, text, rows, reading, kept, brought_in_at, undone_at'));

export async function findSheet(tx: Tx, id: SheetId): Promise<SheetRecord | null> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The last sheets of the office, the newest first. */
export const listSheets = (tx: Tx, office: OfficeId, limit: number): Promise<readonly SheetRecord[]> =>
  select(tx).where('owner_office', '=', office).orderBy('brought_in_at', 'desc').limit(limit).execute();

export async function insertSheet(tx: Tx, scope: RecordScope, sheet: Omit<SheetRecord, 'office' | 'version' | 'undoneAt'>): Promise<void> {
  const { id, name, text, rows, reading, kept, broughtInAt } = sheet;
  await tx
    .insertInto('outcomes.sheet')
    .values({
      ...{ id, owner_office: scope.office, name, text, rows, reading: JSON.stringify(reading), kept: JSON.stringify(kept) },
      brought_in_at: broughtInAt.toISOString(),
    })
    .execute();
}

/** False where somebody has undone it before. */
export async function markUndone(tx: Tx, scope: RecordScope, { id, now }: { readonly id: SheetId; readonly now: Date }): Promise<boolean> {
  const row = await tx
    .updateTable('outcomes.sheet')
    .set({ version: sql`version + 1`, undone_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
