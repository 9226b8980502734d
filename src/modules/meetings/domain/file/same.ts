// Whether two edition files say the same: in whatever order their rows and the languages of a name stand.
import { keysOf } from '#kernel/codes.ts';
import type { EditionFile } from './edition-file.ts';

/** A value as text with its keys in one order; lists stay as they are, since languages stand in order of preference. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${written(entry)}`).join(',')}}`;
}

const rowsOf = (rows: unknown): string =>
  Array.isArray(rows)
    ? rows
        .map((row) => written(row))
        .sort()
        .join('\n')
    : written(rows);

/** Whether two rows say the same. */
export const saysAlike = (one: object, other: object): boolean => written(one) === written(other);

/** Whether every table holds the same rows. */
export const saysTheSame = (one: EditionFile, other: EditionFile): boolean =>
  keysOf(one).every((table) => rowsOf(one[table]) === rowsOf(other[table]));
