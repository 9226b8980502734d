// How records become what callers read.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { Pin, Statement } from '../domain/statement.ts';
import type { PinRecord } from '../store/pins.ts';
import type { StatementRecord } from '../store/statements.ts';

const named = (names: OfficeNames, id: OfficeId) => ({ id, name: names.get(id) ?? {} });

/** Whom it is shared with is the asserting office's business alone. */
const toldOf = (work: Work, { ownerOffice, sharedWith }: StatementRecord): readonly OfficeId[] =>
  holds(work.actor, ownerOffice, 'viewer') ? sharedWith : [];

const shown = (work: Work, names: OfficeNames, record: StatementRecord): Statement => ({
  id: record.id,
  version: record.version,
  subject: record.subject,
  attribute: record.attribute,
  value: record.value,
  kind: record.kind,
  source: record.source,
  saidBy: record.saidBy,
  office: named(names, record.ownerOffice),
  visibility: record.visibility,
  sharedWith: toldOf(work, record).flatMap((id) => (names.has(id) ? [named(names, id)] : [])),
  contentHash: record.contentHash,
  supersedes: record.supersedes,
  enteredAt: record.enteredAt.toISOString(),
  withdrawn: record.withdrawnAt === null ? null : { at: record.withdrawnAt.toISOString(), reason: record.withdrawReason ?? '' },
  mayEdit: holds(work.actor, record.ownerOffice, 'editor'),
});

/** Statements as this actor reads them; all offices are named by one query. */
export async function showStatements(work: Work, records: readonly StatementRecord[]): Promise<readonly Statement[]> {
  const names = await nameOffices(
    work,
    records.flatMap((record) => [record.ownerOffice, ...toldOf(work, record)]),
  );
  return records.map((record) => shown(work, names, record));
}

/** Pins as this actor reads them. */
export async function showPins(work: Work, records: readonly PinRecord[]): Promise<readonly Pin[]> {
  const names = await nameOffices(
    work,
    records.map(({ ownerOffice }) => ownerOffice),
  );
  return records.map(({ ownerOffice, pinnedAt, ...pin }) => ({
    ...pin,
    office: named(names, ownerOffice),
    pinnedAt: pinnedAt.toISOString(),
  }));
}
