// SQL of statements. Which are seen is the database's decision; a statement's content is written once and never changed.
import { sql } from 'kysely';
import pg from 'pg';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { CitedSource, Passage, SourceId } from '../domain/source.ts';
import type { Audience, StatementId, StatementKind, Subject, SubjectKind, Visibility } from '../domain/statement.ts';
import { turnedAttribute } from '../domain/turned.ts';
import type { StatedValue } from '../domain/value.ts';
import { sourceColumns, sourceOf, type Entering, type SourceRow } from './sources.ts';
import { asStanding, formerIds, standingSubjects, withFormer } from './subjects.ts';

export interface StatementRecord {
  readonly id: StatementId;
  readonly version: number;
  readonly ownerOffice: OfficeId;
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
  readonly subject: Subject;
  /** What it was entered for, before its subject came under another. */
  readonly enteredFor: { readonly subjectId: string; readonly attribute: string };
  readonly attribute: string;
  readonly value: StatedValue;
  readonly kind: StatementKind;
  readonly source: CitedSource;
  /** The source it was entered with, which may have been merged into the one it is read with. */
  readonly enteredFrom: SourceId;
  readonly saidBy: string | null;
  readonly contentHash: string;
  readonly supersedes: StatementId | null;
  readonly enteredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'evidence.statement.value': StatedValue;
  }
}

type Row = SourceRow &
  Passage &
  Omit<StatementRecord, 'subject' | 'enteredFor' | 'source' | 'enteredAt' | 'withdrawnAt'> & {
    readonly subjectKind: SubjectKind;
    readonly subjectId: string;
    readonly enteredAt: Date | string;
    readonly withdrawnAt: Date | string | null;
  };

const recordOf = (row: Row): StatementRecord => ({
  id: row.id,
  version: row.version,
  ownerOffice: row.ownerOffice,
  visibility: row.visibility,
  sharedWith: row.sharedWith,
  subject: { kind: row.subjectKind, id: row.subjectId },
  enteredFor: { subjectId: row.subjectId, attribute: row.attribute },
  attribute: row.attribute,
  value: row.value,
  kind: row.kind,
  source: { ...sourceOf(row), passage: row.passage, place: row.place },
  enteredFrom: row.enteredFrom,
  saidBy: row.saidBy,
  contentHash: row.contentHash,
  supersedes: row.supersedes,
  enteredAt: new Date(row.enteredAt),
  withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt),
  withdrawReason: row.withdrawReason,
});

const selectStatements = (from: From) =>
  from
    .selectFrom('evidence.statement as t')
    // Looked up for each statement, which `offset 0` has the planner do: joined, every source would be read twice for a handful.
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('evidence.source as o')
          .select(sql<SourceId>`coalesce(o.merged_into, o.id)`.as('id'))
          .whereRef('o.id', '=', 't.source_id')
          .offset(sql<number>`0`)
          .as('e'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('evidence.source as o')
          .selectAll('o')
          .whereRef('o.id', '=', 'e.id')
          .offset(sql<number>`0`)
          .as('s'),
      (join) => join.onTrue(),
    )
    .leftJoin('evidence.document as d', 'd.id', 's.document_id')
    .select(
      columns(`t.id, t.version, t.owner_office, t.visibility, t.shared_with, t.subject_kind, t.subject_id, t.attribute, t.value, t.kind,
        t.source_id as enteredFrom, t.passage, t.place, t.said_by, t.content_hash, t.supersedes, t.entered_at, t.withdrawn_at, t.withdraw_reason`),
    )
    .select(sourceColumns);

/** Everything said of the subjects that has not been withdrawn, superseded or not, in order of entry. */
export async function statementsAbout(tx: Tx, kind: SubjectKind, subjectIds: readonly string[]): Promise<readonly StatementRecord[]> {
  return asStanding(tx, (await read(tx, saidOf(subjectIds, kind))).map(recordOf), subjectIds);
}

const saidOf = queryOfIds((from, subjectIds: readonly string[], kind: SubjectKind) =>
  selectStatements(from)
    .where('t.subject_kind', '=', kind)
    .where(sql<boolean>`t.subject_id = any(${withFormer(kind, subjectIds)})`)
    .where('t.withdrawn_at', 'is', null)
    .orderBy('t.id'),
);

/** What stands of all subjects of these kinds and has not been withdrawn, in order of entry, after one of them; up to `limit`. */
export async function statementsAfter(
  tx: Tx,
  { kinds, after, limit }: { readonly kinds: readonly SubjectKind[]; readonly after: StatementId | null; readonly limit: number },
): Promise<readonly StatementRecord[]> {
  const rows = await selectStatements(tx)
    .where(sql<boolean>`t.subject_kind = any(${[...kinds]}::text[])`)
    .where('t.withdrawn_at', 'is', null)
    .$if(after !== null, (query) => query.where('t.id', '>', after))
    .orderBy('t.id')
    .limit(limit)
    .execute();
  return asStanding(tx, rows.map(recordOf));
}

/** Of what, of these kinds, an office reads that others state something. */
export async function subjectsOfOthers(
  tx: Tx,
  { office, kinds }: { readonly office: OfficeId; readonly kinds: readonly SubjectKind[] },
): Promise<readonly Subject[]> {
  const { rows } = await sql<Subject>`
    select distinct subject_kind as kind, subject_id as id from evidence.statement
    where subject_kind = any (${[...kinds]}::text[]) and owner_office <> ${office} and withdrawn_at is null order by 1, 2`.execute(tx);
  return rows;
}

/** All that was ever said of one attribute, the last entered first; up to `limit` + 1. */
export async function historyOf(
  tx: Tx,
  {
    subject,
    attribute,
    after,
    limit,
  }: { readonly subject: Subject; readonly attribute: string; readonly after: StatementId | null; readonly limit: number },
): Promise<readonly StatementRecord[]> {
  const former = await formerIds(tx, subject.kind, [subject.id]);
  const [straight, turned] = [former.filter((other) => !other.turned), former.filter((other) => other.turned)];
  const rows = await selectStatements(tx)
    .where('t.subject_kind', '=', subject.kind)
    .where(
      sql<boolean>`(t.subject_id = any(${[subject.id, ...straight.map(({ id }) => id)]}::uuid[]) and t.attribute = ${attribute}
        or t.subject_id = any(${turned.map(({ id }) => id)}::uuid[]) and t.attribute = ${turnedAttribute(attribute)})`,
    )
    .$if(after !== null, (query) => query.where('t.id', '<', after))
    .orderBy('t.id', 'desc')
    .limit(limit + 1)
    .execute();
  return asStanding(tx, rows.map(recordOf));
}

export async function findStatements(tx: Tx, ids: readonly StatementId[]): Promise<readonly StatementRecord[]> {
  if (ids.length === 0) return [];
  const rows = await selectStatements(tx)
    .where(sql<boolean>`t.id = any(${[...ids]}::uuid[])`)
    .execute();
  return asStanding(tx, rows.map(recordOf));
}

/** Which of the statements another one that stands supersedes already. */
export async function supersededAmong(tx: Tx, ids: readonly StatementId[]): Promise<ReadonlySet<StatementId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('evidence.statement')
    .select('supersedes')
    .where(sql<boolean>`supersedes = any(${[...ids]}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ supersedes }) => supersedes ?? []));
}

export interface NewStatement {
  readonly id: StatementId;
  readonly subject: Subject;
  readonly attribute: string;
  readonly value: StatedValue;
  readonly kind: StatementKind;
  readonly sourceId: SourceId;
  readonly passage: string | null;
  readonly place: string | null;
  readonly saidBy: string | null;
  readonly audience: Audience;
  readonly contentHash: string;
  readonly supersedes: StatementId | null;
  readonly batchId: string | null;
}

/** Inserts any number in one statement; false when another superseded one of the same statements in this moment. */
export async function insertStatements(
  tx: Tx,
  scope: EvidenceScope,
  statements: readonly NewStatement[],
  { account, now }: Entering,
): Promise<boolean> {
  const rows = statements.map(({ subject, audience, ...statement }) => ({
    id: statement.id,
    owner_office: scope.office,
    visibility: audience.visibility,
    shared_with: audience.sharedWith,
    subject_kind: subject.kind,
    subject_id: subject.id,
    attribute: statement.attribute,
    value: statement.value,
    kind: statement.kind,
    source_id: statement.sourceId,
    passage: statement.passage,
    place: statement.place,
    said_by: statement.saidBy,
    content_hash: statement.contentHash,
    supersedes: statement.supersedes,
    batch_id: statement.batchId,
    entered_by: account,
    entered_at: now.toISOString(),
  }));
  try {
    await insertRows(tx, 'evidence.statement', rows);
    return true;
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === '23505' && fault.constraint === 'statement_superseded_once') return false;
    throw fault;
  }
}

export interface Guarded {
  readonly id: StatementId;
  readonly expectedVersion: number | null;
}

/** Withdraws; false when the version is no longer the one expected. */
export async function markWithdrawn(
  tx: Tx,
  scope: EvidenceScope,
  { id, expectedVersion, reason, now }: Guarded & { readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence.statement')
    .set((eb) => ({ withdrawn_at: now.toISOString(), withdraw_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets what was withdrawn stand as before; false when the version is no longer the one expected. */
export async function markRestored(tx: Tx, scope: EvidenceScope, { id, expectedVersion }: Guarded): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence.statement')
    .set((eb) => ({ withdrawn_at: null, withdraw_reason: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is not', null)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Withdraws what the office entered in one batch and still stands; answers the ids and what they were about. */
export async function markBatchWithdrawn(
  tx: Tx,
  scope: EvidenceScope,
  { batchId, reason, now }: { readonly batchId: string; readonly reason: string; readonly now: Date },
): Promise<readonly { readonly id: StatementId; readonly subject: Subject }[]> {
  const rows = await tx
    .updateTable('evidence.statement')
    .set((eb) => ({ withdrawn_at: now.toISOString(), withdraw_reason: reason, version: eb('version', '+', 1) }))
    .where('batch_id', '=', batchId)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .returning(['id', 'subject_kind', 'subject_id'])
    .execute();
  const withdrawn = rows.map((row) => ({
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
  }));
  const standing = await standingSubjects(
    tx,
    withdrawn.map(({ subject }) => subject),
  );
  return withdrawn.map(({ id, subject }) => ({ id, subject: { ...subject, id: standing.get(subject.id)?.id ?? subject.id } }));
}

/** Sets who may see it; false when the version is no longer the one expected. */
export async function saveAudience(
  tx: Tx,
  scope: EvidenceScope,
  { id, expectedVersion, audience }: Guarded & { readonly audience: Audience },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence.statement')
    .set((eb) => ({ visibility: audience.visibility, shared_with: audience.sharedWith, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
