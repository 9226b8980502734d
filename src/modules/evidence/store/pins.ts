// SQL of pins: a person's decision which statement is shown first.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { asStanding, withFormer } from './subjects.ts';
import type { PinId, StatementId, Subject, SubjectKind, Visibility } from '../domain/statement.ts';

export interface PinRecord {
  readonly id: PinId;
  readonly version: number;
  readonly ownerOffice: OfficeId;
  readonly visibility: Visibility;
  readonly subject: Subject;
  readonly attribute: string;
  readonly statementId: StatementId;
  readonly reason: string;
  readonly pinnedAt: Date;
}

const record = columns('id, version, owner_office, visibility, subject_kind, subject_id, attribute, statement_id, reason, pinned_at');

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'evidence.pin.subject_kind': SubjectKind;
  }
}

type Row = Omit<PinRecord, 'subject' | 'pinnedAt'> & {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly pinnedAt: Date | string;
};

const pinOf = ({ subjectKind, subjectId, pinnedAt, ...row }: Row): PinRecord => ({
  ...row,
  subject: { kind: subjectKind, id: subjectId },
  pinnedAt: new Date(pinnedAt),
});

/** Pins about the subjects, of one attribute or of all. */
export async function pinsAbout(
  tx: Tx,
  kind: SubjectKind,
  subjectIds: readonly string[],
  attribute: string | null,
): Promise<readonly PinRecord[]> {
  const standing = newestOf(await asStanding(tx, (await read(tx, pinsOn(subjectIds, kind))).map(pinOf), subjectIds));
  return attribute === null ? standing : standing.filter((pin) => pin.attribute === attribute);
}

const pinsOn = queryOfIds((from, subjectIds: readonly string[], kind: SubjectKind) =>
  from
    .selectFrom('evidence.pin')
    .select(record)
    .where('subject_kind', '=', kind)
    .where(sql<boolean>`subject_id = any(${withFormer(kind, subjectIds)})`)
    .orderBy('id'),
);

/** Of subjects that have proved to be one an office may have pinned for each; what it decided last holds. */
function newestOf(pins: readonly PinRecord[]): readonly PinRecord[] {
  const newest = new Map<string, PinRecord>();
  for (const pin of pins) {
    const key = `${pin.subject.id} ${pin.attribute} ${pin.ownerOffice}`;
    const other = newest.get(key);
    if (other === undefined || other.pinnedAt <= pin.pinnedAt) newest.set(key, pin);
  }
  return [...newest.values()];
}

export async function findPin(tx: Tx, id: PinId): Promise<PinRecord | null> {
  const row = await tx.selectFrom('evidence.pin').select(record).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : ((await asStanding(tx, [pinOf(row)]))[0] ?? null);
}

export interface NewPin {
  readonly id: PinId;
  readonly subject: Subject;
  readonly attribute: string;
  readonly statementId: StatementId;
  readonly visibility: Visibility;
  readonly reason: string;
  readonly account: AccountId;
  readonly now: Date;
}

/** Sets the office's one pin of the attribute; one that stood before gives way. */
export async function savePin(tx: Tx, scope: EvidenceScope, pin: NewPin): Promise<PinRecord> {
  const decided = {
    statement_id: pin.statementId,
    visibility: pin.visibility,
    reason: pin.reason,
    pinned_by: pin.account,
    pinned_at: pin.now.toISOString(),
  };
  const row = await tx
    .insertInto('evidence.pin')
    .values({
      id: pin.id,
      owner_office: scope.office,
      subject_kind: pin.subject.kind,
      subject_id: pin.subject.id,
      attribute: pin.attribute,
      ...decided,
    })
    .onConflict((conflict) =>
      conflict.constraint('pin_once').doUpdateSet((eb) => ({ ...decided, version: eb('evidence.pin.version', '+', 1) })),
    )
    .returning(record)
    .executeTakeFirstOrThrow();
  return pinOf(row);
}

/** Takes the pin away, and with it what the office had pinned for a subject that has come under this one; false when the version is no longer the one expected. */
export async function deletePin(
  tx: Tx,
  scope: EvidenceScope,
  {
    id,
    expectedVersion,
    subject,
    attribute,
  }: { readonly id: PinId; readonly expectedVersion: number | null; readonly subject: Subject; readonly attribute: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('evidence.pin')
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await tx
    .deleteFrom('evidence.pin')
    .where('owner_office', '=', scope.office)
    .where('subject_kind', '=', subject.kind)
    .where(sql<boolean>`subject_id = any(${withFormer(subject.kind, [subject.id])})`)
    .where('attribute', '=', attribute)
    .execute();
  return true;
}

/** A pin for everybody of what not everybody may see any more becomes the office's own. */
export async function hidePins(tx: Tx, scope: EvidenceScope, statementId: StatementId): Promise<void> {
  await tx
    .updateTable('evidence.pin')
    .set((eb) => ({ visibility: 'private', version: eb('version', '+', 1) }))
    .where('statement_id', '=', statementId)
    .where('owner_office', '=', scope.office)
    .where('visibility', '=', 'public')
    .execute();
}
