// SQL of exchanges and visits.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';

import type { Tx } from '#platform/postgres/database.ts';
import { read, type RowOf } from '#platform/postgres/read.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { ExchangeId, ExchangeKind, Level } from '../domain/happenings.ts';
import type { Exchange, ExchangeFacts, Owned } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Side, TieId } from '../domain/tie.ts';
import { ownedOf } from './owned-row.ts';

const columnsOf = (facts: ExchangeFacts) => ({
  kind: facts.kind,
  domains: [...facts.domains],
  title: JSON.stringify(facts.title),
  starts: JSON.stringify(facts.starts),
  ends: facts.ends === null ? null : JSON.stringify(facts.ends),
  from_side: facts.fromSide,
  level: facts.level,
  led_by: facts.ledBy,
  people: facts.people,
  note: facts.note,
  source_id: facts.sourceId,
});

const selectExchanges = (tx: Tx) => tx.selectFrom('ties.exchange').selectAll().where('withdrawn_at', 'is', null).orderBy('id');

type Row = RowOf<ReturnType<typeof selectExchanges>>;

const exchangeOf = (row: Row): Exchange => ({
  id: row.id as ExchangeId,
  ...ownedOf(row),
  kind: row.kind as ExchangeKind,
  domains: row.domains as Domain[],
  title: row.title as unknown as MultilingualText,
  starts: row.starts as unknown as FlexDate,
  ends: row.ends as unknown as FlexDate | null,
  fromSide: row.from_side as Side | null,
  level: row.level as Level | null,
  ledBy: row.led_by,
  people: row.people,
  note: row.note,
  sourceId: row.source_id as Id<'Source'> | null,
});

/** Exchanges of the ties that may be seen, in order of entry. */
export async function loadExchanges(tx: Tx, ties: readonly TieId[]): Promise<readonly Exchange[]> {
  return (await read(tx, selectExchanges(tx).where(sql<boolean>`tie_id = any(${ties}::uuid[])`))).map(exchangeOf);
}

export async function findExchange(tx: Tx, id: ExchangeId): Promise<Exchange | null> {
  const [row] = await read(tx, selectExchanges(tx).where('id', '=', id));
  return row === undefined ? null : exchangeOf(row);
}

export async function insertExchange(
  tx: Tx,
  scope: RegisterScope,
  { id, tieId, facts }: { readonly id: ExchangeId; readonly tieId: TieId; readonly facts: ExchangeFacts },
): Promise<void> {
  await tx
    .insertInto('ties.exchange')
    .values({ id, tie_id: tieId, owner_office: scope.office, ...columnsOf(facts) })
    .execute();
}

interface Written {
  readonly id: ExchangeId;
  readonly version: number | null;
}

const change = (tx: Tx, scope: RegisterScope, { id, version }: Written) =>
  tx
    .updateTable('ties.exchange')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id');

/** Writes the facts; false where the version is another one. */
export async function updateExchange(tx: Tx, scope: RegisterScope, written: Written & { readonly facts: ExchangeFacts }): Promise<boolean> {
  return (await change(tx, scope, written).set(columnsOf(written.facts)).executeTakeFirst()) !== undefined;
}

/** Withdraws the exchange: it stays on record and is seen by nobody but its office. */
export async function withdrawExchange(tx: Tx, scope: RegisterScope, written: Written & { readonly now: Date }): Promise<boolean> {
  const gone = { withdrawn_at: written.now.toISOString(), visibility: 'private', shared_with: [] };
  return (await change(tx, scope, written).set(gone).executeTakeFirst()) !== undefined;
}

export async function updateExchangeAudience(
  tx: Tx,
  scope: RegisterScope,
  ids: readonly ExchangeId[],
  { visibility, sharedWith }: Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('ties.exchange')
    .set({ visibility, shared_with: [...sharedWith], version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .execute();
}
