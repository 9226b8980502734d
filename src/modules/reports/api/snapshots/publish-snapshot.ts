// Publishing a snapshot of a tie's report after looking at exactly what everybody will read; withdrawing it; taking a name out of it.
import { askFirst, notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { canonicalJson } from '#modules/evidence/domain/canonical.ts';
import { convertedAsShown, convertOutcomes } from '#modules/outcomes/api/rates/convert.ts';
import { sidesOf } from '#modules/ties/api/hearing.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import { asPublic, type Transact, type Work } from '#platform/work.ts';
import type { Asked, TieReport } from '../../contract.ts';
import { printedSeal } from '../../domain/figures.ts';
import type { SnapshotScope } from '../../domain/snapshots/scope.ts';
import { withoutName } from '../../domain/snapshots/frozen.ts';
import { mayAsk, mayFreeze, mayWithdraw } from '../../policy.ts';
import {
  findSnapshotById,
  insertSnapshot,
  listSnapshots,
  loadFrozen,
  nextNumber,
  saveWords,
  withdrawSnapshot,
  type SnapshotId,
  type SnapshotRecord,
} from '../../store/snapshots.ts';
import { sealOf } from '../export-tie-report.ts';
import { getTieReport } from '../tie-report.ts';
import { freezeReport, goneOf } from './snapshots.ts';

/** In which order equal things are read is nobody's word. */
const settled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => canonicalJson(settled(one))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one)]));
};
const digestOf = (report: TieReport): string => hashOf(settled(report));

async function scopeFor(work: Work, { tie, office }: Pick<Asked<'publishTieSnapshot'>, 'tie' | 'office'>): Promise<Result<SnapshotScope>> {
  const asked = mayAsk(work.actor, office);
  if (!asked.ok) return asked;
  const found = await findTie(work, tie);
  if (!found.ok) return found;
  const { tieId, cities, pair } = found.value;
  return mayFreeze(work.actor, { office, tieId, sides: sidesOf(cities, pair) });
}

/** What everybody reads, with its sums in the currency of the office where it has published by which rates it converts. */
async function readPublic(work: Work, { tie, office }: Pick<Asked<'publishTieSnapshot'>, 'tie' | 'office'>): Promise<Result<TieReport>> {
  const everybody = await asPublic(work);
  const read = await getTieReport(everybody, { tie });
  if (!read.ok) return read;
  const report = read.value;
  const again = new Set(report.alike.map((one) => one.again));
  const outcomes = report.entries.flatMap((entry) => (entry.kind === 'outcome' && !again.has(entry.outcome.id) ? [entry.outcome] : []));
  const converted = outcomes.length === 0 ? null : await convertOutcomes(everybody, office, outcomes);
  if (converted === null || converted.totals.length === 0) return read;
  const names = await nameOffices(everybody, [office]);
  return ok({ ...report, converted: { ...convertedAsShown(converted), office: { ...names.get(office) } } });
}

/** What everybody would read, with the number it would have and a digest of exactly that. Refuses `ties.not_found`, `kernel.forbidden`, `reports.not_a_side`. */
export async function previewTieSnapshot(work: Work, input: Asked<'previewTieSnapshot'>) {
  const scope = await scopeFor(work, input);
  if (!scope.ok) return scope;
  const [last] = await listSnapshots(work.tx, scope.value.tieId);
  const number = (last?.number ?? 0) + 1;
  const report = await readPublic(work, input);
  if (!report.ok) return report;
  const { hash, printed } = sealOf(report.value);
  const sameAs = last !== undefined && last.withdrawnAt === null && last.seal === hash ? last.number : null;
  return ok({ number, report: report.value, seal: printed, digest: digestOf(report.value), sameAs });
}

interface Published {
  readonly id: SnapshotId;
  readonly number: number;
  readonly seal: string;
}

/** What everybody reads now: in a transaction of its own, since reading as everybody gives up the rights to write. Refuses as the preview. */
export const readForSnapshot = (transact: Transact, input: Asked<'publishTieSnapshot'>): Promise<Result<TieReport>> =>
  transact(async (work) => {
    const scope = await scopeFor(work, input);
    return scope.ok ? readPublic(work, input) : scope;
  });

/** Freezes it for good. Refuses besides `reports.preview_outdated` unless `digest` is of what everybody reads now. */
export async function publishTieSnapshot(work: Work, input: Asked<'publishTieSnapshot'>, report: TieReport): Promise<Result<Published>> {
  const scope = await scopeFor(work, input);
  if (!scope.ok) return scope;
  const { office, tieId } = scope.value;
  if (digestOf(report) !== input.digest) return refuse({ kind: 'conflict', code: 'reports.preview_outdated' });
  const [id, number] = [work.newId<'Snapshot'>(), await nextNumber(work.tx, tieId)];
  const { frozen, contentHash } = freezeReport(report);
  const seal = sealOf(report).hash;
  await insertSnapshot(work.tx, scope.value, { id, number, frozenAt: work.now, seal, contentHash, frozen });
  await audit(work, { useCase: 'publish-snapshot', office, subjects: [id, tieId], fields: ['visibility'], digest: contentHash });
  return ok({ id, number, seal: printedSeal(seal) });
}

interface OpenedOwn {
  readonly record: SnapshotRecord;
  readonly scope: SnapshotScope;
}

async function openOwn(work: Work, id: string): Promise<Result<OpenedOwn>> {
  const record = await findSnapshotById(work.tx, id);
  if (record === null) return notFound('reports.no_snapshot');
  const scope = mayWithdraw(work.actor, record);
  if (!scope.ok) return scope;
  return record.version === work.expectedVersion ? ok({ record, scope: scope.value }) : refuse(stale);
}

interface Changed {
  readonly id: SnapshotId;
  readonly version: number;
}

/** Its address says from then on when, by whom and why. Refuses `reports.no_snapshot`, `kernel.forbidden`, `reports.snapshot_withdrawn`; asks first. */
export async function withdrawTieSnapshot(work: Work, input: Asked<'withdrawTieSnapshot'>): Promise<Result<Changed>> {
  const opened = await openOwn(work, input.snapshotId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (record.withdrawnAt !== null) return refuse(await goneOf(work, record));
  if (input.reason === null) return refuseInput([{ path: ['reason'], code: 'kernel.required' }]);
  const asking = askFirst([{ code: 'reports.snapshot_is_read', like: [] }], input.confirmed);
  if (asking !== null) return asking;
  if (!(await withdrawSnapshot(work.tx, scope, { ...record, reason: input.reason, now: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'withdraw-snapshot', office: scope.office, subjects: [record.id, record.tieId], fields: ['reason'] });
  return ok({ id: record.id, version: record.version + 1 });
}

/** So many passages are shown before a name goes; the rest is counted. */
const passagesShown = 8;

/**
 * Takes a person's name out of all that it says, for good; that it was, and when, is said. Refuses besides `reports.name_not_there` and `reports.name_no_person`;
 * asks first, with the passages in which it stands.
 */
export async function removeSnapshotName(work: Work, input: Asked<'removeSnapshotName'>): Promise<Result<Changed>> {
  const opened = await openOwn(work, input.snapshotId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (input.name === null) return refuseInput([{ path: ['name'], code: 'kernel.required' }]);
  const frozen = await loadFrozen(work.tx, record.id);
  const left = withoutName(frozen?.words ?? [], input.name, work.now.toISOString().slice(0, 10));
  if (left.kind === 'nowhere') return refuseInput([{ path: ['name'], code: 'reports.name_not_there' }]);
  if (left.kind === 'no_person') return refuseInput([{ path: ['name'], code: 'reports.name_no_person', params: { called: left.called } }]);
  const where = [...left.passages.slice(0, passagesShown), ...(left.passages.length > passagesShown ? ['…'] : [])].join(' | ');
  const asking = askFirst([{ code: 'reports.name_goes', params: { count: left.passages.length, where }, like: [] }], input.confirmed);
  if (asking !== null) return asking;
  if (!(await saveWords(work.tx, scope, { ...record, words: left.words }))) return refuse(stale);
  await audit(work, { useCase: 'remove-snapshot-name', office: scope.office, subjects: [record.id, record.tieId], fields: ['name'] });
  return ok({ id: record.id, version: record.version + 1 });
}
