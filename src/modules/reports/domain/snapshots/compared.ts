// What has changed between two readings of a report: every row of both, by what it is about.
import { nameGone } from './frozen.ts';

/** A row in words, as one of the two readings has it. `at`: when its last word was entered, where that is known (UTC, ISO). */
export interface WordedRow {
  readonly key: string;
  readonly part: 'said' | 'outcome' | 'agreement' | 'exchange' | 'gap' | 'total';
  readonly label: string;
  readonly words: readonly string[];
  readonly at: string | null;
}

export const changes = ['same', 'changed', 'gone', 'new', 'earlier'] as const;
/** `new`: said since the snapshot; `earlier`: entered before it and shown to everybody since, or without a day. */
export type Change = (typeof changes)[number];

export interface ComparedRow {
  readonly key: string;
  readonly part: WordedRow['part'];
  readonly label: string;
  readonly change: Change;
  readonly was: readonly string[] | null;
  readonly is: readonly string[] | null;
  readonly at: string | null;
}

/** A line is alike if it says the same but for what was taken out of it: anything may have stood there. */
function isAlike(frozen: string, line: string): boolean {
  const [first = '', ...rest] = frozen.split(nameGone);
  const last = rest.pop();
  if (last === undefined) return frozen === line;
  let at = first.length;
  if (!line.startsWith(first)) return false;
  for (const part of rest) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return line.length - last.length >= at && line.endsWith(last);
}

const alike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => isAlike(line, other[at] ?? ''));

/** In the order of the snapshot, what has come since below. `frozenAt`: UTC, ISO. */
export function compareRows(frozen: readonly WordedRow[], now: readonly WordedRow[], frozenAt: string): readonly ComparedRow[] {
  const standing = new Map(now.map((row) => [row.key, row]));
  const known = new Set(frozen.map(({ key }) => key));
  return [
    ...frozen.map(({ key, part, label, words }): ComparedRow => {
      const is = standing.get(key);
      if (is === undefined) return { key, part, label, change: 'gone', was: words, is: null, at: null };
      // Of a row that is alike the words of the snapshot stand on both sides, so that a name taken out is not told beside them.
      if (alike(words, is.words)) return { key, part, label, change: 'same', was: words, is: words, at: is.at };
      return { key, part, label, change: 'changed', was: words, is: is.words, at: is.at };
    }),
    ...now
      .filter(({ key }) => !known.has(key))
      .map(({ key, part, label, words, at }): ComparedRow => {
        const change = part === 'gap' || part === 'total' || (at !== null && at > frozenAt) ? 'new' : 'earlier';
        return { key, part, label, change, was: null, is: words, at };
      }),
  ];
}
