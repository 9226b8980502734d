// SQL of what sides say of exchanges that other offices entered.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { ExchangeWord } from '../domain/exchange-words.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';

const heldColumns = columns('verdict, happened, starts, note');

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'ties.exchange_word.starts': FlexDate;
    'ties.exchange_word.verdict': ExchangeWord['verdict'];
  }
}

/** What sides say of the exchanges, as far as the actor may know. */
export async function wordsOf(tx: Tx, exchanges: readonly ExchangeId[]): Promise<readonly ExchangeWord[]> {
  if (exchanges.length === 0) return [];
  return (await read(tx, words(exchanges))).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** The same of all exchanges of the ties, asked together with them. */
export const wordsOfTies = async (tx: Tx, ties: readonly TieId[]): Promise<readonly ExchangeWord[]> =>
  (await read(tx, ofTies(ties))).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));

const selectWords = (from: From) =>
  from
    .selectFrom('ties.exchange_word')
    .select([...columns('exchange_id, owner_office as office, said_at as at'), ...heldColumns])
    .orderBy('said_at');

const ofTies = queryOfIds((from, ties: readonly TieId[]) =>
  selectWords(from).where(sql<boolean>`exchange_id in (select id from ties.exchange where tie_id = any (${ties}::uuid[]))`),
);

const words = queryOfIds((from, exchanges: readonly ExchangeId[]) =>
  selectWords(from).where(sql<boolean>`exchange_id = any (${exchanges}::uuid[])`),
);

interface Spoken {
  readonly exchangeId: ExchangeId;
  /** The office that entered the exchange. */
  readonly to: OfficeId;
  readonly now: Date;
}

/** In place of what the office said of it before. */
export async function saveWord(
  tx: Tx,
  scope: RegisterScope,
  { exchangeId, to, now }: Spoken,
  held: Omit<ExchangeWord, 'exchangeId' | 'office' | 'at'>,
) {
  const values = { ...valuesOf(heldColumns, held), shared_with: [to], said_at: now.toISOString() };
  await tx
    .insertInto('ties.exchange_word')
    .values({ exchange_id: exchangeId, owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.columns(['exchange_id', 'owner_office']).doUpdateSet(values))
    .execute();
}

export async function deleteWord(tx: Tx, scope: RegisterScope, exchangeId: ExchangeId): Promise<void> {
  await tx.deleteFrom('ties.exchange_word').where('exchange_id', '=', exchangeId).where('owner_office', '=', scope.office).execute();
}
