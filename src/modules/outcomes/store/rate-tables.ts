// SQL of tables of rates and of what offices chose of them. A table's rates are never changed.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { QuotesByCurrency, RateChoice, RatesAsRead, RateTableRecord } from '../domain/rates/record.ts';
import type { Quote, RateTableId } from '../domain/rates/table.ts';
import type { RecordScope } from '../domain/scope.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'outcomes.rate_table.quotes': QuotesByCurrency;
    'outcomes.rate_table.reading': RatesAsRead;
  }
}

const kept = columns(
  'id, name, number, replaces, base, period, measure, direction, rates, file_name, content_hash, source_id, entered_by, entered_at',
);

/** Without the rates themselves; which currencies and periods it has. */
export interface ListedRateTable extends RateTableRecord {
  readonly currencies: readonly string[];
  readonly from: string;
  readonly to: string;
}

const select = (tx: Tx) =>
  tx
    .selectFrom('outcomes.rate_table')
    .select([...kept, ...columns('owner_office as office, version, visibility, reading, withdrawn_at')])
    .select([
      sql<readonly string[]>`array(select jsonb_object_keys(quotes) order by 1)`.as('currencies'),
      sql<string>`(select min(p) from jsonb_each(quotes) c, jsonb_object_keys(c.value) p)`.as('from'),
      sql<string>`(select max(p) from jsonb_each(quotes) c, jsonb_object_keys(c.value) p)`.as('to'),
    ]);

export async function findRateTable(tx: Tx, id: RateTableId): Promise<ListedRateTable | null> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Tables of the office, the newest first, those that were withdrawn among them. */
export const listRateTableRows = (tx: Tx, office: OfficeId, limit: number): Promise<readonly ListedRateTable[]> =>
  select(tx).where('owner_office', '=', office).orderBy('entered_at', 'desc').limit(limit).execute();

export async function insertRateTable(
  tx: Tx,
  scope: RecordScope,
  table: Omit<RateTableRecord, 'office' | 'version' | 'visibility' | 'withdrawnAt'>,
  quotes: QuotesByCurrency,
): Promise<boolean> {
  const rest = { reading: JSON.stringify(table.reading), quotes: JSON.stringify(quotes) };
  const row = await tx
    .insertInto('outcomes.rate_table')
    .values({ ...valuesOf(kept, table), ...rest, owner_office: scope.office })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The rates of these currencies in these periods, or in all of them. */
export async function quotesOf(
  tx: Tx,
  id: RateTableId,
  wanted: { readonly currencies: readonly string[]; readonly periods: readonly string[] | null },
): Promise<readonly Quote[]> {
  const { rows } = await sql<Quote>`
    select c.currency, p.key as period, p.value as rate
    from outcomes.rate_table t, unnest(${wanted.currencies}::text[]) c (currency), jsonb_each_text(coalesce(t.quotes -> c.currency, '{}')) p
    where t.id = ${id} and (${wanted.periods}::text[] is null or p.key = any (${wanted.periods}::text[]))
    order by 1, 2`.execute(tx);
  return rows;
}

/** False where it has been withdrawn before. */
export async function withdrawRateTable(
  tx: Tx,
  scope: RecordScope,
  { id, now }: { readonly id: RateTableId; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('outcomes.rate_table')
    .set({ version: sql`version + 1`, visibility: 'private', withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRateChoice(tx: Tx, office: OfficeId): Promise<RateChoice | null> {
  const row = await tx
    .selectFrom('outcomes.rate_choice')
    .select(columns('currency, table_id, visibility'))
    .where('owner_office', '=', office)
    .executeTakeFirst();
  return row ?? null;
}

/** Null takes the choice away. Of the office's tables that one alone is public which a public choice is made of. */
export async function writeRateChoice(tx: Tx, { office }: RecordScope, choice: RateChoice | null): Promise<void> {
  if (choice === null) await sql`delete from outcomes.rate_choice where owner_office = ${office}`.execute(tx);
  else
    await sql`insert into outcomes.rate_choice (owner_office, currency, table_id, visibility)
      values (${office}, ${choice.currency}, ${choice.tableId}, ${choice.visibility})
      on conflict (owner_office) do update set currency = excluded.currency, table_id = excluded.table_id, visibility = excluded.visibility,
        version = outcomes.rate_choice.version + 1`.execute(tx);
  const shown = choice?.visibility === 'public' ? choice.tableId : null;
  await sql`update outcomes.rate_table set version = version + 1, visibility = case when id = ${shown} then 'public' else 'private' end
    where owner_office = ${office} and withdrawn_at is null and (visibility = 'public') <> coalesce(id = ${shown}, false)`.execute(tx);
}
