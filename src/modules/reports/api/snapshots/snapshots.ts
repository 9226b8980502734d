// Snapshots as they are read: the list of a tie, one with what it says, and what has changed since. Everything as everybody may read it.
import { createHash, randomBytes } from 'node:crypto';
import { figuresOf } from '#kernel/figures.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { findTie, type OpenTie } from '#modules/ties/api/open-tie.ts';
import { sidesOf } from '#modules/ties/api/hearing.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Asked, TieReport } from '../../contract.ts';
import { tieReport } from '../../contract/tie-report.ts';
import type { SnapshotChanges, SnapshotOf, SnapshotTold } from '../../contract/snapshots.ts';
import { compareRows } from '../../domain/snapshots/compared.ts';
import { freeze, hashedOf, removedOn, thaw, type Frozen } from '../../domain/snapshots/frozen.ts';
import { printedSeal } from '../../domain/figures.ts';
import { mayWithdraw, sidesOfActor } from '../../policy.ts';
import { findSnapshot, listSnapshots, loadFrozen, type SnapshotRecord } from '../../store/snapshots.ts';
import { sealOf } from '../export-tie-report.ts';
import { getTieReport } from '../tie-report.ts';
import { readFrozen } from './read-frozen.ts';
import { wordedRows } from '../tie-paper/worded-rows.ts';

const digestOf = (salt: string, text: string): string => createHash('sha256').update(`${salt}\n${text}`).digest('hex');

/** What is kept of a report, and the hash of it. */
export function freezeReport(report: TieReport): { readonly frozen: Frozen; readonly contentHash: string } {
  const frozen = freeze(report, (text) => {
    const salt = randomBytes(12).toString('hex');
    return { salt, digest: digestOf(salt, text) };
  });
  return { frozen, contentHash: hashOf(hashedOf(frozen)) };
}

/** Whether it still says what was frozen: every word that stands by its digest, and all of them by the hash. */
const isIntact = ({ contentHash }: SnapshotRecord, frozen: Frozen): boolean =>
  frozen.words.every(({ digest, salt, text }) => salt === undefined || digestOf(salt, text) === digest) &&
  hashOf(hashedOf(frozen)) === contentHash;

type Officed = Pick<SnapshotRecord, 'office'>;
type Names = Awaited<ReturnType<typeof nameOffices>>;
const officeOf = ({ office }: Officed, names: Names) => ({ id: office, name: { ...names.get(office) } });

const told = (work: Work, record: SnapshotRecord, names: Names): SnapshotTold => ({
  ...{ id: record.id, number: record.number, version: record.version, frozenAt: record.frozenAt.toISOString() },
  ...{ office: officeOf(record, names), seal: printedSeal(record.seal), hash: record.contentHash },
  withdrawn: record.withdrawnAt === null ? null : { at: record.withdrawnAt.toISOString(), reason: record.withdrawnReason ?? '' },
  mayWithdraw: record.withdrawnAt === null && mayWithdraw(work.actor, record).ok,
});

/** The tie as everybody may know it: what nobody shows has no snapshots either. */
async function openTie(work: Work, address: string): Promise<Result<OpenTie>> {
  return findTie(work, address);
}

/** All of a tie, the newest first, the withdrawn among them. Refuses `ties.not_found`. */
export async function listTieSnapshots(work: Work, { tie }: Asked<'listTieSnapshots'>) {
  const found = await openTie(work, tie);
  if (!found.ok) return found;
  const records = await listSnapshots(work.tx, found.value.tieId);
  const names = await nameOffices(
    work,
    records.map(({ office }) => office),
  );
  const offices = sidesOfActor(work.actor, [...new Set(sidesOf(found.value.cities, found.value.pair))]);
  const named = await nameOffices(work, offices);
  return ok({
    slug: found.value.slug,
    entries: records.map((record) => told(work, record, names)),
    mayPublishAs: offices.map((office: OfficeId) => ({ id: office, name: { ...named.get(office) } })),
  });
}

/** When, by which office and why, in the reader's words. */
export async function goneOf(work: Work, record: SnapshotRecord): Promise<Refusal> {
  const { language } = work.actor;
  const { flexDate, spelt } = figuresOf(language);
  const names = await nameOffices(work, [record.office]);
  const day = (record.withdrawnAt ?? record.frozenAt).toISOString().slice(0, 10);
  return {
    kind: 'gone',
    code: 'reports.snapshot_withdrawn',
    params: {
      number: record.number,
      date: spelt(flexDate({ text: day, qualifier: 'exact' })),
      office: chooseText(names.get(record.office) ?? {}, language).text,
      reason: inLanguage(record.withdrawnReason ?? '', language),
    },
  };
}

interface Opened {
  readonly tie: OpenTie;
  readonly record: SnapshotRecord;
}

/** One that stands or stood. Refuses `ties.not_found`, `reports.no_snapshot`. */
export async function openSnapshot(
  work: Work,
  { tie, number }: { readonly tie: string; readonly number: number },
): Promise<Result<Opened>> {
  const found = await openTie(work, tie);
  if (!found.ok) return found;
  const record = await findSnapshot(work.tx, { tieId: found.value.tieId, number });
  return record === null ? notFound('reports.no_snapshot') : ok({ tie: found.value, record });
}

/** What it says. Refuses besides `reports.snapshot_withdrawn`, to its own office as to everybody. */
export async function readSnapshot(work: Work, at: { readonly tie: string; readonly number: number }): Promise<Result<SnapshotOf>> {
  const opened = await openSnapshot(work, at);
  if (!opened.ok) return opened;
  const { tie, record } = opened.value;
  if (record.withdrawnAt !== null) return refuse(await goneOf(work, record));
  const frozen = await loadFrozen(work.tx, record.id);
  if (frozen === null) return notFound('reports.no_snapshot');
  const names = await nameOffices(work, [record.office]);
  return ok({
    snapshot: told(work, record, names),
    slug: tie.slug,
    report: readFrozen(tieReport, thaw(frozen)),
    removedOn: [...removedOn(frozen.words)],
    isIntact: isIntact(record, frozen),
  });
}

export const getTieSnapshot = (work: Work, input: Asked<'getTieSnapshot'>): Promise<Result<SnapshotOf>> => readSnapshot(work, input);

/** Every row of the snapshot and of the report of today, with what has changed between them. Refuses as `getTieSnapshot`. */
export async function compareTieSnapshot(work: Work, input: Asked<'compareTieSnapshot'>): Promise<Result<SnapshotChanges>> {
  const { language } = work.actor;
  const read = await readSnapshot(work, input);
  if (!read.ok) return read;
  const { snapshot, report } = read.value;
  const today = await getTieReport(await asPublic(work), { tie: input.tie });
  if (!today.ok) return today;
  const rows = compareRows(wordedRows(report, language), wordedRows(today.value, language), snapshot.frozenAt);
  return ok({
    slug: read.value.slug,
    number: snapshot.number,
    seal: snapshot.seal,
    sealToday: sealOf(today.value).printed,
    rows: rows.map(({ was, is, ...row }) => ({ ...row, was: was === null ? null : [...was], is: is === null ? null : [...is] })),
  });
}
