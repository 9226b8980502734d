// A second file that says what the numbers of the first are called: one number and one name in a row, perhaps with the language.
import { isLanguage } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { isLanguageTag } from '#kernel/codes.ts';
import { refuseFile } from '#platform/files/sheets.ts';
import { share } from '#reading/columns.ts';
import { itemOf, plainText } from '#reading/written-cells.ts';
import { sampleRows } from '../domain/guess-mapping.ts';
import type { Labels, TableRow } from '../domain/read-table.ts';

/** The name of each number; the first in a row that is no number and no language. Refuses a file without numbers. */
export function readLabels(rows: readonly TableRow[]): Result<Labels> {
  const sample = rows.slice(0, sampleRows);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const cellsAt = (at: number) => sample.map(({ cells }) => plainText(cells[at] ?? ''));
  const columns = Array.from({ length: width }, (_, at) => at);
  const ids = columns.find((at) => share(cellsAt(at), (cell) => itemOf(cell) !== null) > 0.5);
  if (ids === undefined) return refuseFile('reference.names_without_numbers');
  const languages = columns.find(
    (at) => at !== ids && share(cellsAt(at), (cell) => /^[a-z]{2,3}(-|$)/.test(cell) && isLanguageTag(cell)) > 0.8,
  );
  const names = columns.find((at) => at !== ids && at !== languages);
  if (names === undefined) return refuseFile('reference.names_without_numbers');
  const labels = new Map<string, { name: string; readonly names: Record<string, string> }>();
  for (const { cells } of rows) {
    const [id, name] = [itemOf(plainText(cells[ids] ?? '')), plainText(cells[names] ?? '')];
    if (id === null || name === '') continue;
    const label = labels.get(id) ?? { name, names: {} };
    const tag = languages === undefined ? '' : plainText(cells[languages] ?? '');
    if (tag === 'en') label.name = name;
    if (isLanguage(tag)) label.names[tag] ??= name;
    labels.set(id, label);
  }
  return ok(labels);
}
