// SQL of what an office keeps of an exchange for itself.
import type { OfficeId } from '#kernel/ids.ts';
import type { Amount } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { RegisterScope } from '../domain/scope.ts';

export interface NotesOfExchange {
  readonly cost: Amount | null;
  readonly paidBy: string | null;
  readonly gifts: string | null;
  readonly talkingPoints: string | null;
}

/** null where the office has written none. */
export async function findNotes(tx: Tx, office: OfficeId, exchange: ExchangeId): Promise<NotesOfExchange | null> {
  const row = await tx
    .selectFrom('ties.exchange_note')
    .select(['cost', 'paid_by', 'gifts', 'talking_points'])
    .where('exchange_id', '=', exchange)
    .where('owner_office', '=', office)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { cost: row.cost as unknown as Amount | null, paidBy: row.paid_by, gifts: row.gifts, talkingPoints: row.talking_points };
}

export async function saveNotes(tx: Tx, scope: RegisterScope, exchange: ExchangeId, notes: NotesOfExchange): Promise<void> {
  const values = {
    cost: notes.cost === null ? null : JSON.stringify(notes.cost),
    paid_by: notes.paidBy,
    gifts: notes.gifts,
    talking_points: notes.talkingPoints,
  };
  await tx
    .insertInto('ties.exchange_note')
    .values({ exchange_id: exchange, owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.columns(['exchange_id', 'owner_office']).doUpdateSet(values))
    .execute();
}
