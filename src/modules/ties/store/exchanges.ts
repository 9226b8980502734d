// SQL of exchanges and visits.
import { sql } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { BegunFrom } from '../domain/match.ts';
import type { Exchange, ExchangeFacts } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { TieId } from '../domain/tie.ts';
import { begunColumns } from './begun.ts';
import { changeOwned, ownedColumns, type Guarded } from './owned-rows.ts';

const factColumns = columns('kind, domains, title, starts, ends, from_side, level, led_by, people, note, source_id');

const selectExchanges = (from: From) =>
  from
    .selectFrom('ties.exchange')
    .select([...ownedColumns, ...columns('entered_at'), ...factColumns])
    .where('withdrawn_at', 'is', null)
    .orderBy('id');

const exchangeOf = <R extends { readonly enteredAt: Date | string }>(row: R) => ({
  ...row,
  enteredAt: new Date(row.enteredAt).toISOString(),
});

/** Exchanges of the ties that may be seen, in order of entry. */
export async function loadExchanges(tx: Tx, ties: readonly TieId[]): Promise<readonly Exchange[]> {
  return (await read(tx, exchangesOfTies(ties))).map(exchangeOf);
}

const exchangesOfTies = queryOfIds((from, ties: readonly TieId[]) =>
  selectExchanges(from).where(sql<boolean>`tie_id = any(${ties}::uuid[])`),
);

/** Those of the ids that may be seen; of other things than exchanges there is nothing. */
export async function exchangesAmong(tx: Tx, ids: readonly string[]): Promise<readonly Exchange[]> {
  return (await read(tx, exchangesOfIds(ids))).map(exchangeOf);
}

const exchangesOfIds = queryOfIds((from, ids: readonly string[]) => selectExchanges(from).where(sql<boolean>`id = any(${ids}::uuid[])`));

export const findExchange = async (tx: Tx, id: ExchangeId): Promise<Exchange | null> => (await exchangesAmong(tx, [id]))[0] ?? null;

export async function insertExchange(
  tx: Tx,
  scope: RegisterScope,
  {
    id,
    tieId,
    facts,
    begunFrom,
  }: { readonly id: ExchangeId; readonly tieId: TieId; readonly facts: ExchangeFacts; readonly begunFrom: BegunFrom | undefined },
): Promise<void> {
  await tx
    .insertInto('ties.exchange')
    .values({ id, tie_id: tieId, owner_office: scope.office, ...valuesOf(factColumns, facts), ...begunColumns(begunFrom) })
    .execute();
}

/** Writes the facts; false where the version is another one. */
export const updateExchange = (tx: Tx, scope: RegisterScope, { facts, ...row }: Guarded<ExchangeId> & { readonly facts: ExchangeFacts }) =>
  changeOwned(tx, 'ties.exchange', scope, { ...row, set: valuesOf(factColumns, facts) });
