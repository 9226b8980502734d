// SQL of evidence: marks of papers at stages, what offices ask for besides, and samples that were drawn.
import { sql } from 'kysely';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { OwnItem } from '../domain/evidence/checklist.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { OutcomeScope, RecordScope } from '../domain/scope.ts';
import type { Stage } from '../domain/stages.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'outcomes.evidence_list.items': readonly OwnItem[];
  }
}

export interface MarkRecord {
  readonly id: Id<'EvidenceMark'>;
  readonly stage: Stage;
  readonly item: string;
  readonly sourceId: Id<'Source'>;
  readonly validUntil: string | null;
  readonly enteredBy: AccountId;
  readonly enteredAt: Date;
  readonly checkedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const entered = columns('id, stage, item, source_id, entered_by, entered_at');

/** In the order of entering, those that were withdrawn too. */
export const marksOf = (tx: Tx, outcome: OutcomeId): Promise<readonly MarkRecord[]> =>
  tx
    .selectFrom('outcomes.evidence_mark')
    .select([...entered, ...columns('checked_at, withdrawn_at'), sql<string | null>`valid_until::text`.as('validUntil')])
    .where('outcome_id', '=', outcome)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();

export async function insertMark(
  tx: Tx,
  { outcomeId, office }: OutcomeScope,
  mark: Omit<MarkRecord, 'checkedAt' | 'withdrawnAt'>,
): Promise<void> {
  await tx
    .insertInto('outcomes.evidence_mark')
    .values({ ...valuesOf(entered, mark), valid_until: mark.validUntil, outcome_id: outcomeId, owner_office: office })
    .execute();
}

const ofMark = (tx: Tx, { outcomeId, office }: OutcomeScope, id: Id<'EvidenceMark'>, isWithdrawn = false) =>
  tx
    .updateTable('outcomes.evidence_mark')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('outcome_id', '=', outcomeId)
    .where('owner_office', '=', office)
    .where('withdrawn_at', isWithdrawn ? 'is not' : 'is', null)
    .returning('id');

/** False where it is not there, was checked before, or was entered by the same person. */
export async function checkMark(
  tx: Tx,
  scope: OutcomeScope,
  { id, by, now }: { readonly id: Id<'EvidenceMark'>; readonly by: AccountId; readonly now: Date },
): Promise<boolean> {
  const checked = ofMark(tx, scope, id).set({ checked_by: by, checked_at: now.toISOString() });
  return (await checked.where('checked_by', 'is', null).where('entered_by', '<>', by).executeTakeFirst()) !== undefined;
}

export async function withdrawMark(
  tx: Tx,
  scope: OutcomeScope,
  { id, now }: { readonly id: Id<'EvidenceMark'>; readonly now: Date },
): Promise<boolean> {
  return (await ofMark(tx, scope, id).set({ withdrawn_at: now.toISOString() }).executeTakeFirst()) !== undefined;
}

/** As it was, with who checked it. */
export const restoreMark = async (tx: Tx, scope: OutcomeScope, id: Id<'EvidenceMark'>): Promise<boolean> =>
  (await ofMark(tx, scope, id, true).set({ withdrawn_at: null }).executeTakeFirst()) !== undefined;

export interface OwnList {
  readonly items: readonly OwnItem[];
  /** 0 where none was set. */
  readonly version: number;
}

export async function ownItemsOf(tx: Tx, office: OfficeId): Promise<OwnList> {
  const row = await tx
    .selectFrom('outcomes.evidence_list')
    .select(['items', 'version'])
    .where('owner_office', '=', office)
    .executeTakeFirst();
  return row ?? { items: [], version: 0 };
}

/** The version it has then; null where another stands than the expected one (null: whatever stands). */
export async function writeOwnItems(
  tx: Tx,
  { office }: RecordScope,
  { items, expectedVersion: seen }: { readonly items: readonly OwnItem[]; readonly expectedVersion: number | null },
): Promise<number | null> {
  const { rows } = await sql<{ readonly version: number }>`
    insert into outcomes.evidence_list as l (owner_office, items) values (${office}, ${JSON.stringify(items)}::jsonb)
    on conflict (owner_office) do update set items = excluded.items, version = l.version + 1
      where ${seen}::int is null or l.version = ${seen}::int returning version`.execute(tx);
  const version = rows[0]?.version ?? null;
  return seen === null || version === seen + 1 ? version : null;
}

/** The last papers of things on checklists that have an end on or after a day (ISO), with what the office asks for itself. */
export async function expiringMarks(tx: Tx, office: OfficeId, from: string) {
  const { rows } = await sql<{
    readonly outcomeId: OutcomeId;
    readonly title: MultilingualText;
    readonly item: string;
    readonly until: string;
    readonly own: readonly OwnItem[] | null;
  }>`
    select m.outcome_id as "outcomeId", o.title, m.item, m.valid_until::text as until, l.items as own
    from (select distinct on (outcome_id, stage, item) outcome_id, item, valid_until from outcomes.evidence_mark
      where owner_office = ${office} and withdrawn_at is null order by outcome_id, stage, item, entered_at desc, id desc) m
    join outcomes.outcome o on o.id = m.outcome_id and o.withdrawn_at is null
    left join outcomes.evidence_list l on l.owner_office = ${office}
    where m.valid_until >= ${from}::date order by m.valid_until, m.outcome_id, m.item`.execute(tx);
  return rows;
}

/** The last day on which a paper was valid that is evidence of a stage (ISO), where that is over; null where it holds. */
export type ExpiredOn = (outcome: string, stage: Stage, source: string | null) => string | null;

interface ExpiredPaper {
  readonly outcome: string;
  readonly stage: Stage;
  readonly source: string;
  readonly day: string;
}

/** The papers of outcomes that have expired before a day (ISO), as far as the actor may see the outcomes. */
export const papersExpired = (tx: Tx, outcomes: readonly OutcomeId[], day: string): Promise<readonly ExpiredPaper[]> =>
  read(tx, expiredAmong(outcomes, day));

const expiredAmong = queryOfIds(
  (_, outcomes: readonly OutcomeId[], day: string) => sql<ExpiredPaper>`
    select outcome_id as outcome, stage, source_id as source, valid_until as day
    from outcomes.expired_papers(${outcomes}::uuid[], ${day}::date)`,
);

/** The same of what was announced at an edition, without naming each outcome. */
export async function papersExpiredAt(tx: Tx, editionId: string, day: string): Promise<readonly ExpiredPaper[]> {
  const { rows } = await sql<ExpiredPaper>`
    select outcome_id as outcome, stage, source_id as source, valid_until as day
    from outcomes.expired_papers_at(${editionId}::uuid, ${day}::date)`.execute(tx);
  return rows;
}

export function expiredOnOf(papers: readonly ExpiredPaper[]): ExpiredOn {
  const known = new Map(papers.map(({ outcome, stage, source, day }) => [`${outcome} ${stage} ${source}`, day]));
  if (known.size === 0) return () => null;
  return (outcome, stage, source) => known.get(`${outcome} ${stage} ${source ?? ''}`) ?? null;
}

/** At which stage of which outcome one of these offices holds a paper of its checklist that is valid on a day (ISO); of one thing the last paper stands. */
export async function papersHeld(tx: Tx, offices: readonly OfficeId[], day: string): Promise<(outcome: string, stage: Stage) => boolean> {
  if (offices.length === 0) return () => false;
  const { rows } = await sql<{ readonly outcome: string; readonly stage: Stage }>`
    select outcome_id as outcome, stage
    from (select distinct on (outcome_id, stage, item) outcome_id, stage, valid_until from outcomes.evidence_mark
      where owner_office = any(${`{${offices.join(',')}}`}::uuid[]) and withdrawn_at is null
      order by outcome_id, stage, item, entered_at desc, id desc) m
    where valid_until is null or valid_until >= ${day}::date`.execute(tx);
  const held = new Set(rows.map(({ outcome, stage }) => `${outcome} ${stage}`));
  return (outcome, stage) => held.has(`${outcome} ${stage}`);
}

export interface SampleRecord {
  readonly id: Id<'Sample'>;
  readonly seed: string;
  readonly population: number;
  readonly populationHash: string;
  readonly outcomeIds: readonly OutcomeId[];
  readonly enteredBy: AccountId;
  readonly drawnAt: Date;
}

const ofSample = columns('id, seed, population, population_hash, entered_by, drawn_at');

export async function listSampleRows(tx: Tx, office: OfficeId, limit: number): Promise<readonly SampleRecord[]> {
  return tx
    .selectFrom('outcomes.sample')
    .select([...ofSample, sql<readonly OutcomeId[]>`outcome_ids`.as('outcomeIds')])
    .where('owner_office', '=', office)
    .orderBy('drawn_at', 'desc')
    .limit(limit)
    .execute();
}

export async function insertSample(tx: Tx, { office }: RecordScope, sample: SampleRecord): Promise<void> {
  await tx
    .insertInto('outcomes.sample')
    .values({ ...valuesOf(ofSample, sample), owner_office: office, outcome_ids: sql`${[...sample.outcomeIds]}::uuid[]` })
    .execute();
}

/** All that an office keeps and of which another office, or a paper, may have said something; the rules tell of which that holds. */
export async function outcomesToSample(tx: Tx, office: OfficeId): Promise<readonly OutcomeId[]> {
  const { rows } = await sql<{ readonly id: OutcomeId }>`
    select o.id from outcomes.outcome o where o.owner_office = ${office} and o.withdrawn_at is null
      and exists (select from outcomes.entry e where e.outcome_id = o.id)
    order by o.id limit 5000`.execute(tx);
  return rows.map(({ id }) => id);
}
