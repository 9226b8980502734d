// SQL of ledgers: entries, rates and what the sides say. Rows are added and read, never changed; the app role could not.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { plainDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import { takeTurns, type Tx } from '#platform/postgres/tx.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { EntryId } from '../domain/ledger.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { ConfirmationRecord, EntryRecord, RateRecord } from '../domain/records.ts';
import type { OutcomeScope, VoiceScope } from '../domain/scope.ts';
import type { Stage } from '../domain/stages.ts';

/** What every row of a ledger says of itself: which one it is, who entered it and when, and where it is said. */
const enteredColumns = columns('id, number, entered_by, entered_at, source_id');
const wordColumns = columns('said_by, about, passage, place');
const entryColumns = [...columns('stage, count, qualifier, count_qualifier, note, reverses, content_hash, value_date'), ...wordColumns];
const saidColumns = columns(
  'stage, count, qualifier, count_qualifier, held_stage, held_party, visibility, shared_with, verdict, through, note',
);
const rateColumns = columns('from_currency as from, to_currency as to, rate, day');

/** As text: a number of JSON would lose digits. */
const figures = ['currency', sql<string | null>`amount::text`.as('amount'), sql<string | null>`count::text`.as('count')] as const;

interface Row {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly count: string | null;
  readonly enteredAt: Date | string;
}

const recordOf = <R extends Row>({ amount, currency, count, enteredAt, ...row }: R) => ({
  ...row,
  amount: amount === null || currency === null ? null : { value: plainDecimal(amount), currency },
  count: count === null ? null : plainDecimal(count),
  enteredAt: new Date(enteredAt),
});

const amountColumns = (amount: Amount | null) => ({ amount: amount?.value ?? null, currency: amount?.currency ?? null });

const ofScope = ({ outcomeId, office }: OutcomeScope | VoiceScope) => ({ outcome_id: outcomeId, owner_office: office });

/** As outcomes.entries_of writes it. */
export type EntryCells = readonly [
  ...[id: EntryId, number: number, enteredBy: AccountId, enteredAt: string, sourceId: SourceId, stage: Stage],
  ...[amount: string | null, currency: string | null, count: string | null, qualifier: Qualifier, countQualifier: Qualifier],
  ...[note: string | null, reverses: EntryId | null, contentHash: string, valueDate: FlexDate | null],
  ...[saidBy: string | null, about: string | null, passage: string | null, place: string | null],
];

export function entryOf(outcomeId: OutcomeId, cells: EntryCells): EntryRecord {
  const [id, number, enteredBy, enteredAt, sourceId, stage, amount, currency, count, qualifier, countQualifier, ...said] = cells;
  const [note, reverses, contentHash, valueDate, saidBy, about, passage, place] = said;
  return {
    outcomeId,
    id,
    number,
    enteredBy,
    enteredAt: new Date(enteredAt),
    sourceId,
    stage,
    amount: amount === null || currency === null ? null : { value: plainDecimal(amount), currency },
    count: count === null ? null : plainDecimal(count),
    qualifier,
    countQualifier,
    note,
    reverses,
    contentHash,
    valueDate,
    saidBy,
    about,
    passage,
    place,
  };
}

/** The entries of the outcomes in the order of posting, reversals included. */
export const entriesOf = async (tx: Tx, ids: readonly OutcomeId[]): Promise<readonly EntryRecord[]> =>
  (await read(tx, entries(ids))).flatMap(({ outcomeId, entries: of }) => of.map((cells) => entryOf(outcomeId, cells)));

const entries = queryOfIds(
  (_, ids: readonly OutcomeId[]) => sql<{ readonly outcomeId: OutcomeId; readonly entries: readonly EntryCells[] }>`
    select outcome_id as "outcomeId", entries from outcomes.entries_of(${ids}::uuid[]) order by outcome_id`,
);

export async function insertEntry(tx: Tx, scope: OutcomeScope, entry: EntryRecord): Promise<void> {
  await tx
    .insertInto('outcomes.entry')
    .values({
      ...ofScope(scope),
      ...valuesOf(enteredColumns, entry),
      ...valuesOf(entryColumns, entry),
      ...amountColumns(entry.amount),
      kind: entry.reverses === null ? 'entry' : 'reversal',
      reversed_kind: entry.reverses === null ? null : 'entry',
    })
    .execute();
}

/** The amounts that stand of outcomes, entry by entry, each with its day or that of its outcome, as far as the actor may see them: what sums in another currency are made of. */
export async function amountsSaid(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly AmountSaid[]> {
  const { rows } = await sql<AmountSaid>`
    select e.outcome_id as "outcomeId", e.stage, json_build_object('value', e.amount::text, 'currency', e.currency) as amount,
      coalesce(e.value_date, o.occurred) as "valueDate"
    from outcomes.entry e join outcomes.outcome o on o.id = e.outcome_id
    where e.outcome_id = any (${ids}::uuid[]) and e.amount is not null and e.reverses is null
      and not exists (select from outcomes.entry r where r.outcome_id = e.outcome_id and r.reverses = e.id)
    order by e.outcome_id, e.number`.execute(tx);
  return rows;
}

interface AmountSaid {
  readonly outcomeId: OutcomeId;
  readonly stage: Stage;
  readonly amount: Amount;
  readonly valueDate: FlexDate | null;
}

/** What was said of the outcomes' figures, as far as the reader may know, in the order in which each office said it. */
export async function confirmationsOf(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly ConfirmationRecord[]> {
  return (await read(tx, confirmations(ids))).map(recordOf);
}

const selectConfirmations = (from: From) =>
  from
    .selectFrom('outcomes.confirmation')
    .select(columns('outcome_id, owner_office as office, stage, qualifier, count_qualifier, held_stage, held_party'))
    .select(columns('visibility, shared_with, verdict, through, note'))
    .select([...enteredColumns, ...figures]);

const confirmations = queryOfIds((from, ids: readonly OutcomeId[]) =>
  selectConfirmations(from)
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('entered_at')
    .orderBy('id'),
);

/** What an office has said since an instant, the last of each outcome's stage; in the order in which it was said. */
export async function saidSince(tx: Tx, office: OfficeId, since: Date): Promise<readonly ConfirmationRecord[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (outcome_id, stage) id from outcomes.confirmation where owner_office = ${office} and entered_at >= ${since}
    order by outcome_id, stage, number desc`.execute(tx);
  if (rows.length === 0) return [];
  const found = await selectConfirmations(tx)
    .where(sql<boolean>`id = any (${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('entered_at')
    .execute();
  return found.map(recordOf);
}

export async function insertConfirmation(tx: Tx, scope: VoiceScope, said: ConfirmationRecord): Promise<void> {
  const values = { ...valuesOf(enteredColumns, said), ...valuesOf(saidColumns, said), ...amountColumns(said.amount) };
  await tx
    .insertInto('outcomes.confirmation')
    .values({ ...ofScope(scope), ...values })
    .execute();
}

/** Of two of one office who speak at once, the second waits for the first. */
export const lockVoice = (tx: Tx, scope: VoiceScope): Promise<void> => takeTurns(tx, scope.outcomeId, scope.office);

export async function ratesOf(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly RateRecord[]> {
  return (await read(tx, rates(ids))).map((row) => ({ ...row, rate: plainDecimal(row.rate), enteredAt: new Date(row.enteredAt) }));
}

const rates = queryOfIds((from, ids: readonly OutcomeId[]) =>
  from
    .selectFrom('outcomes.rate')
    .select(columns('outcome_id, from_currency as from, to_currency as to, day'))
    .select([...enteredColumns, sql<string>`rate::text`.as('rate')])
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('outcome_id')
    .orderBy('number'),
);

export async function insertRate(tx: Tx, scope: OutcomeScope, rate: RateRecord): Promise<void> {
  await tx
    .insertInto('outcomes.rate')
    .values({ ...ofScope(scope), ...valuesOf(enteredColumns, rate), ...valuesOf(rateColumns, rate) })
    .execute();
}
