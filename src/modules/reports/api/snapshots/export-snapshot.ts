// A snapshot as a file to keep: the same papers and data as the report, as they were.
import { ok, type Result } from '#kernel/result.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { fileOfReport } from '../export-tie-report.ts';
import { readSnapshot } from './snapshots.ts';

/** Refuses as `getTieSnapshot`. JSON has the snapshot with its number, seal and hash beside what it says. */
export async function exportTieSnapshot(transact: Transact, input: Asked<'exportTieSnapshot'>): Promise<Result<File>> {
  const { format, copy = 'neutral', language } = input;
  const read = await transact(async (work) => {
    const found = await readSnapshot(work, input);
    return found.ok ? ok({ ...found.value, labels: await labelsOf(work), language: language ?? work.actor.language }) : found;
  });
  if (!read.ok) return read;
  const { snapshot, report, labels, language: written, slug, removedOn } = read.value;
  const name = `${slug}-snapshot-${snapshot.number}`;
  if (format === 'json') {
    const { id, number, frozenAt, office, seal, hash } = snapshot;
    const said = JSON.stringify({ snapshot: { id, number, frozenAt, office, seal, hash, removedOn }, report }, null, 2);
    return ok(new File([said], `${name}.json`, { type: 'application/json' }));
  }
  return fileOfReport(report, { format, copy, language: written, name, labels, snapshot: { number: snapshot.number, withdrawn: null } });
}
