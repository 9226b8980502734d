// What a person decides on an import: what its columns are, that it is done, that it stops, that it is taken back.
import { ok, refuse, refuseInput, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { missingIn } from '../domain/mapping.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportRecord, Sample, SetRecord } from '../domain/set.ts';
import { askStop, findAtWork, findImport, moveImport, type StateChange } from '../store/imports.ts';
import { lockSet } from '../store/sets.ts';
import { openImportForChange } from './find-set.ts';
import { importJobName, type ImportJob } from './run-import.ts';
import { showImport, type ShownImport } from './show-set.ts';

const conflict = (code: string, params: Refusal['params'] = {}) => refuse<Refusal>({ kind: 'conflict', code, params });

interface Opened {
  readonly found: ImportRecord;
  readonly set: SetRecord;
  readonly scope: ImportScope;
}

async function changed(
  work: Work,
  { found, set }: Opened,
  useCase: Parameters<typeof audit>[1]['useCase'],
  { step, fields = [], digest }: { readonly step?: ImportJob['step']; readonly fields?: readonly string[]; readonly digest?: string } = {},
): Promise<Result<ShownImport>> {
  const { account } = work.actor;
  if (step !== undefined && account !== null) await work.enqueue(importJobName, { importId: found.id, account, step });
  await audit(work, { useCase, office: set.office, subjects: [set.id, found.id], fields, ...(digest === undefined ? {} : { digest }) });
  const now = await findImport(work.tx, found.id);
  if (now === null) throw new Error('an import vanished while it was changed');
  return ok(showImport(now, set));
}

/** Opens an import for what only one at a time may do on a set. */
async function openAlone(work: Work, importId: string): Promise<Result<Opened>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return opened;
  const set = await lockSet(work.tx, opened.value.scope, opened.value.set.id);
  if (set === null) return refuse({ kind: 'not_found', code: 'reference.set_not_found' });
  const busy = await findAtWork(work.tx, set.id);
  return busy === null || busy.id === importId ? ok({ ...opened.value, set }) : conflict('reference.import_at_work');
}

/** Says what the columns are; the file is read anew. Refuses `kernel.stale`, and what is missing or twice, all at once. */
export async function setReferenceMapping(work: Work, input: Asked<'setReferenceMapping'>): Promise<Result<ShownImport>> {
  const opened = await openAlone(work, input.importId);
  if (!opened.ok) return opened;
  const { found, scope } = opened.value;
  const { mapping } = input;
  if (work.expectedVersion !== null && work.expectedVersion !== found.version) return refuse(stale);
  if (found.format === 'entities') return conflict('reference.mapping_fixed');
  const problems = missingIn(mapping).map((code) => ({ path: ['mapping', 'columns'], code }));
  const own = mapping.ownCity === null ? null : (await citiesByIds(work, [mapping.ownCity])).get(mapping.ownCity);
  if (own === undefined) problems.push({ path: ['mapping', 'ownCity'], code: 'cities.not_found' });
  if (problems.length > 0) return refuseInput(problems);
  const moved = await moveImport(work.tx, scope, found.id, {
    from: ['mapping', 'previewed', 'failed'],
    to: 'reading',
    mapping,
    failure: null,
    endedAt: null,
  });
  return moved
    ? changed(work, opened.value, 'map-reference-import', { step: 'read', fields: ['mapping'] })
    : conflict('reference.import_moved_on');
}

/** Each tie of which the file says otherwise with what holds, and the counts as they come out then. Refuses `reference.ties_undecided`. */
function decide(
  { samples, counts }: ImportRecord,
  { keepTies, decidedTies }: Asked<'confirmReferenceImport'>,
): Result<NonNullable<StateChange['decided']>> {
  const [all, asked] = [samples ?? [], (samples ?? []).filter(({ cells = [] }) => cells.length > 0)];
  if (asked.length !== decidedTies) return conflict('reference.ties_undecided', { count: asked.length });
  const isKept = ({ a, b }: Sample): boolean => keepTies.some((one) => one.a === a.cityId && one.b === b.cityId);
  const decided = all.map((sample) => ((sample.cells ?? []).length > 0 ? { ...sample, taken: !isKept(sample) } : sample));
  const stay = decided.filter(({ taken }) => taken === false).length;
  if (counts === null || stay === 0) return ok({ samples: decided, counts });
  const { changed: would, unchanged, ...others } = counts.changes;
  return ok({ samples: decided, counts: { ...counts, changes: { ...others, changed: would - stay, unchanged: unchanged + stay } } });
}

/**
 * Does what the preview shows. Refuses `reference.preview_outdated` where that is no longer what would be done, and in mode `all`
 * `reference.rows_left_out` where a row would be; `reference.ties_undecided` unless of every tie of which the file says otherwise it was
 * decided what holds.
 */
export async function confirmReferenceImport(work: Work, input: Asked<'confirmReferenceImport'>): Promise<Result<ShownImport>> {
  const opened = await openAlone(work, input.importId);
  if (!opened.ok) return opened;
  const { found, set, scope } = opened.value;
  if (found.state !== 'previewed') return conflict('reference.import_moved_on');
  if (found.digest !== input.digest || found.plannedOn !== set.currentImport) return conflict('reference.preview_outdated');
  if (set.openness === 'opening' || set.openness === 'closing') return conflict('reference.set_is_opening');
  const count = found.counts?.rowsLeftOut ?? 0;
  if (input.mode === 'all' && count > 0) return conflict('reference.rows_left_out', { count });
  const decided = decide(found, input);
  if (!decided.ok) return decided;
  const moved = await moveImport(work.tx, scope, found.id, {
    from: ['previewed'],
    to: 'writing',
    mode: input.mode,
    decided: decided.value,
  });
  return moved
    ? changed(work, opened.value, 'confirm-reference-import', { step: 'write', fields: ['ties'], digest: input.digest })
    : conflict('reference.import_moved_on');
}

/** Stops an import; nothing of it stays. One that is at work stops at its next step. */
export async function cancelReferenceImport(work: Work, { importId }: Asked<'cancelReferenceImport'>): Promise<Result<ShownImport>> {
  const opened = await openImportForChange(work, importId);
  if (!opened.ok) return opened;
  const { found, scope } = opened.value;
  const waiting = await moveImport(work.tx, scope, found.id, { from: ['mapping', 'previewed'], to: 'cancelled', endedAt: work.now });
  if (!waiting && !(await askStop(work.tx, scope, found.id, work.now))) return conflict('reference.import_moved_on');
  return changed(work, opened.value, 'cancel-reference-import');
}

/** Takes back the import whose result the set holds. Refuses `reference.undo_latest_first` for any other. */
export async function undoReferenceImport(work: Work, { importId }: Asked<'undoReferenceImport'>): Promise<Result<ShownImport>> {
  const opened = await openAlone(work, importId);
  if (!opened.ok) return opened;
  const { found, set, scope } = opened.value;
  if (found.state !== 'done') return conflict('reference.import_moved_on');
  if (set.currentImport !== found.id) return conflict('reference.undo_latest_first');
  if (set.openness === 'opening' || set.openness === 'closing') return conflict('reference.set_is_opening');
  const moved = await moveImport(work.tx, scope, found.id, { from: ['done'], to: 'undoing', failure: null });
  return moved
    ? changed(work, opened.value, 'undo-reference-import', { step: 'undo', fields: ['ties'] })
    : conflict('reference.import_moved_on');
}
