// SQL of what an office keeps of an exchange for itself.
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

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'ties.exchange_note.cost': Amount;
  }
}

/** null where the office has written none. */
export async function findNotes(tx: Tx, office: OfficeId, exchange: ExchangeId): Promise<NotesOfExchange | null> {
  const row = await tx
    .selectFrom('ties.exchange_note')
    .select(noteColumns)
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

export async function saveNotes(tx: Tx, scope: RegisterScope, exchange: ExchangeId, notes: NotesOfExchange): Promise<void> {
  const values = valuesOf(noteColumns, notes);
  await tx
    .insertInto('ties.exchange_note')
    .values({ exchange_id: exchange, owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.columns(['exchange_id', 'owner_office']).doUpdateSet(values))
    .execute();
}
