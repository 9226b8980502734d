// SQL of pasted ranges: what was copied, what became of it, and what an undo takes back.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { KeptRow, PasteReading, PasteRecord } from '../domain/paste/batch.ts';
import type { DeskScope } from '../domain/scope.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('desk.paste')
    .select(columns('id, owner_office as office, version, text, reading, kept, pasted_at'))
    .select([sql<boolean>`settled_at is not null`.as('isSettled'), sql<boolean>`undone_at is not null`.as('isUndone')]);

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'desk.paste.reading': PasteReading;
    'desk.paste.kept': readonly KeptRow[];
  }
}

export async function findPaste(tx: Tx, id: Id<'Paste'>): Promise<PasteRecord | null> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The last paste of the office that is neither settled nor undone. */
export async function findOpenPaste(tx: Tx, office: OfficeId): Promise<PasteRecord | null> {
  return (
    (await select(tx)
      .where('owner_office', '=', office)
      .where('settled_at', 'is', null)
      .where('undone_at', 'is', null)
      .orderBy('pasted_at', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? null
  );
}

/** The last pastes of the office that stand and in which a person has answered something, the newest first. */
export async function loadAnsweredPastes(tx: Tx, office: OfficeId, limit: number): Promise<readonly PasteRecord[]> {
  return select(tx)
    .where('owner_office', '=', office)
    .where('undone_at', 'is', null)
    .where(sql<boolean>`jsonb_array_length(coalesce(reading -> 'answers', '[]'::jsonb)) > 0`)
    .orderBy('pasted_at', 'desc')
    .limit(limit)
    .execute();
}

export async function insertPaste(
  tx: Tx,
  scope: DeskScope,
  paste: Pick<PasteRecord, 'id' | 'text' | 'reading' | 'kept' | 'pastedAt'>,
): Promise<void> {
  await tx
    .insertInto('desk.paste')
    .values({
      id: paste.id,
      owner_office: scope.office,
      text: paste.text,
      reading: JSON.stringify(paste.reading),
      kept: JSON.stringify(paste.kept),
      pasted_at: paste.pastedAt.toISOString(),
    })
    .execute();
}

type PasteChange = Partial<Pick<PasteRecord, 'reading' | 'kept'>> & { readonly settledAt?: Date; readonly undoneAt?: Date };

/** Changes what is given; false where the version is another one. */
export async function updatePaste(
  tx: Tx,
  scope: DeskScope,
  paste: Pick<PasteRecord, 'id' | 'version'>,
  change: PasteChange,
): Promise<boolean> {
  const row = await tx
    .updateTable('desk.paste')
    .set({
      version: sql`version + 1`,
      ...(change.reading === undefined ? {} : { reading: JSON.stringify(change.reading) }),
      ...(change.kept === undefined ? {} : { kept: JSON.stringify(change.kept) }),
      ...(change.settledAt === undefined ? {} : { settled_at: change.settledAt.toISOString() }),
      ...(change.undoneAt === undefined ? {} : { undone_at: change.undoneAt.toISOString() }),
    })
    .where('id', '=', paste.id)
    .where('owner_office', '=', scope.office)
    .where('version', '=', paste.version)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
