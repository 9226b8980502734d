// SQL of what an office keeps of an exchange for itself.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Amount } from '#kernel/money.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { RegisterScope } from '../domain/scope.ts';

export interface NotesOfExchange {
  readonly cost: Amount | null;
  readonly paidBy: string | null;
  readonly gifts: string | null;
  readonly talkingPoints: string | null;
}

const noteColumns = columns('cost, paid_by, gifts, talking_points');
const keptColumns = columns('cost, paid_by, gifts, talking_points, version');

interface KeptNotes extends NotesOfExchange {
  readonly version: number;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'ties.exchange_note.cost': Amount;
  }
}

/** null where the office has written none. */
export async function findNotes(tx: Tx, office: OfficeId, exchange: ExchangeId): Promise<KeptNotes | null> {
  const row = await tx
    .selectFrom('ties.exchange_note')
    .select(keptColumns)
    .where('exchange_id', '=', exchange)
    .where('owner_office', '=', office)
    .executeTakeFirst();
  return row ?? null;
}

/** What the office noted that they cost; of those alone of which it did. */
export async function costsOf(tx: Tx, office: OfficeId, exchanges: readonly ExchangeId[]): Promise<ReadonlyMap<ExchangeId, Amount>> {
  if (exchanges.length === 0) return new Map();
  const rows = await tx
    .selectFrom('ties.exchange_note')
    .select(['exchange_id as exchangeId', 'cost'])
    .where('owner_office', '=', office)
    .where('exchange_id', 'in', exchanges)
    .execute();
  return new Map(rows.flatMap(({ exchangeId, cost }) => (cost === null ? [] : [[exchangeId, cost] as const])));
}

interface WrittenNotes {
  readonly exchange: ExchangeId;
  readonly notes: NotesOfExchange;
  /** 0: none stood there; null: whatever stands. */
  readonly expectedVersion: number | null;
}

/** Null where others stand than those of the expected version. */
export async function saveNotes(
  tx: Tx,
  scope: RegisterScope,
  { exchange, notes, expectedVersion }: WrittenNotes,
): Promise<KeptNotes | null> {
  const values = valuesOf(noteColumns, notes);
  const seen = expectedVersion;
  const row = await tx
    .insertInto('ties.exchange_note')
    .values({ exchange_id: exchange, owner_office: scope.office, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['exchange_id', 'owner_office'])
        .doUpdateSet({ ...values, version: sql`exchange_note.version + 1` })
        .$call((update) => (seen === null ? update : update.where(sql`exchange_note.version`, '=', seen))),
    )
    .returning(keptColumns)
    .executeTakeFirst();
  return row === undefined || (seen !== null && row.version !== seen + 1) ? null : row;
}
