// SQL of ledgers: entries, rates and what the sides say. Rows are added and read, never changed; the app role could not.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import { plainDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { read } from '#platform/postgres/read.ts';
import type { Verdict } from '../domain/assurance.ts';
import type { EntryId } from '../domain/ledger.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { ConfirmationId, ConfirmationRecord, EntryRecord, RateRecord } from '../domain/records.ts';
import type { OutcomeScope, VoiceScope } from '../domain/scope.ts';
import type { Stage } from '../domain/stages.ts';

const amountOf = ({ amount, currency }: { readonly amount: string | null; readonly currency: string | null }): Amount | null =>
  amount === null || currency === null ? null : { value: plainDecimal(amount), currency };

const countOf = (count: string | null): string | null => (count === null ? null : plainDecimal(count));

interface EnteredRow {
  readonly outcome_id: string;
  readonly number: number;
  readonly entered_by: string;
  readonly entered_at: Date | string;
}

/** What every row of a ledger says of itself: whose it is, which one, who entered it and when. */
const enteredOf = (row: EnteredRow) => ({
  outcomeId: row.outcome_id as OutcomeId,
  number: row.number,
  enteredBy: row.entered_by as AccountId,
  enteredAt: new Date(row.entered_at),
});

type Entered = ReturnType<typeof enteredOf>;

const enteredColumns = (
  { outcomeId, office }: OutcomeScope | VoiceScope,
  { number, enteredBy, enteredAt }: Omit<Entered, 'outcomeId'>,
) => ({
  outcome_id: outcomeId,
  owner_office: office,
  number,
  entered_by: enteredBy,
  entered_at: enteredAt.toISOString(),
});

interface FigureRow {
  readonly stage: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly count: string | null;
}

const enteredNames = ['outcome_id', 'number', 'entered_by', 'entered_at', 'id', 'source_id'] as const;
/** As text: a number of JSON would lose digits. */
const figureNames = [
  'stage',
  sql<string | null>`amount::text`.as('amount'),
  'currency',
  sql<string | null>`count::text`.as('count'),
] as const;

const figuresOf = (row: FigureRow) => ({ stage: row.stage as Stage, amount: amountOf(row), count: countOf(row.count) });

const figureColumns = ({ stage, amount, count }: ReturnType<typeof figuresOf>) => ({
  stage,
  amount: amount?.value ?? null,
  currency: amount?.currency ?? null,
  count,
});

/** The entries of the outcomes in the order of posting, reversals included. */
export async function entriesOf(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly EntryRecord[]> {
  const entries = tx
    .selectFrom('outcomes.entry')
    .select([...enteredNames, ...figureNames, 'qualifier', 'value_date', 'note', 'reverses', 'content_hash'])
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('outcome_id')
    .orderBy('number');
  return (await read(tx, entries)).map((row) => ({
    ...enteredOf(row),
    ...figuresOf(row),
    id: row.id as EntryId,
    qualifier: row.qualifier as Qualifier,
    valueDate: row.value_date as FlexDate | null,
    sourceId: row.source_id as Id<'Source'>,
    note: row.note,
    reverses: row.reverses as EntryId | null,
    contentHash: row.content_hash,
  }));
}

export async function insertEntry(tx: Tx, scope: OutcomeScope, entry: EntryRecord): Promise<void> {
  await tx
    .insertInto('outcomes.entry')
    .values({
      ...enteredColumns(scope, entry),
      ...figureColumns(entry),
      id: entry.id,
      qualifier: entry.qualifier,
      value_date: entry.valueDate === null ? null : JSON.stringify(entry.valueDate),
      source_id: entry.sourceId,
      note: entry.note,
      kind: entry.reverses === null ? 'entry' : 'reversal',
      reverses: entry.reverses,
      reversed_kind: entry.reverses === null ? null : 'entry',
      content_hash: entry.contentHash,
    })
    .execute();
}

/** What was said of the outcomes' figures, as far as the reader may know, in the order in which each office said it. */
export async function confirmationsOf(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly ConfirmationRecord[]> {
  const said = tx
    .selectFrom('outcomes.confirmation')
    .select([...enteredNames, ...figureNames, 'owner_office', 'visibility', 'shared_with', 'verdict', 'through', 'note'])
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('entered_at')
    .orderBy('id');
  return (await read(tx, said)).map((row) => ({
    ...enteredOf(row),
    ...figuresOf(row),
    id: row.id as ConfirmationId,
    office: row.owner_office as OfficeId,
    visibility: row.visibility as ConfirmationRecord['visibility'],
    sharedWith: row.shared_with as OfficeId[],
    verdict: row.verdict as Verdict,
    through: row.through,
    sourceId: row.source_id as Id<'Source'> | null,
    note: row.note,
  }));
}

export async function insertConfirmation(tx: Tx, scope: VoiceScope, said: ConfirmationRecord): Promise<void> {
  await tx
    .insertInto('outcomes.confirmation')
    .values({
      ...enteredColumns(scope, said),
      ...figureColumns(said),
      id: said.id,
      visibility: said.visibility,
      shared_with: [...said.sharedWith],
      verdict: said.verdict,
      through: said.through,
      source_id: said.sourceId,
      note: said.note,
    })
    .execute();
}

/** Of two of one office who speak at once, the second waits for the first. */
export async function lockVoice(tx: Tx, scope: VoiceScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.outcomeId} ${scope.office}`}, 70))`.execute(tx);
}

export async function ratesOf(tx: Tx, ids: readonly OutcomeId[]): Promise<readonly RateRecord[]> {
  const rates = tx
    .selectFrom('outcomes.rate')
    .select([...enteredNames, 'from_currency', 'to_currency', sql<string>`rate::text`.as('rate'), 'day'])
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('outcome_id')
    .orderBy('number');
  return (await read(tx, rates)).map((row) => ({
    ...enteredOf(row),
    id: row.id as Id<'OutcomeRate'>,
    from: row.from_currency,
    to: row.to_currency,
    rate: plainDecimal(row.rate),
    day: row.day,
    sourceId: row.source_id as Id<'Source'>,
  }));
}

export async function insertRate(tx: Tx, scope: OutcomeScope, rate: RateRecord): Promise<void> {
  await tx
    .insertInto('outcomes.rate')
    .values({
      ...enteredColumns(scope, rate),
      id: rate.id,
      from_currency: rate.from,
      to_currency: rate.to,
      rate: rate.rate,
      day: rate.day,
      source_id: rate.sourceId,
    })
    .execute();
}
