// The follow-through page of an edition as a file to keep: the answer of the API itself, or its figures as a table.
import { ok, type Result } from '#kernel/result.ts';
import { labelsOf } from '#modules/cities/api/naming.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { followThroughSheet } from './follow-through-sheet.ts';
import { mediaTypes, writeReport } from '../../formats/report-files.ts';
import { getFollowThrough } from './follow-through.ts';

/** Written outside the transaction that reads. Refuses as the page does. */
export async function exportFollowThrough(
  transact: Transact,
  { format, language, ...named }: Asked<'exportFollowThrough'>,
): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const page = await getFollowThrough(work, named);
    return page.ok ? ok({ page: page.value, labels: await labelsOf(work), language: language ?? work.actor.language }) : page;
  });
  if (!read.ok) return read;
  const { page, labels, language: written } = read.value;
  const sheet = followThroughSheet(page, { language: written, labels });
  const bytes =
    format === 'xlsx'
      ? await writeReport([sheet])
      : ok(format === 'csv' ? writeCsv([sheet.header, ...sheet.rows]) : new TextEncoder().encode(JSON.stringify(page, null, 2)));
  if (!bytes.ok) return bytes;
  return ok(new File([new Uint8Array(bytes.value)], `${page.edition.slug}-follow-through.${format}`, { type: mediaTypes[format] }));
}
