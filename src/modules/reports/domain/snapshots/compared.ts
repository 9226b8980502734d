// What has changed between two readings of a report: every row of both, by what it is about.

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

const alike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/** In the order of the snapshot, what has come since below. `frozenAt`: UTC, ISO. */
export function compareRows(frozen: readonly WordedRow[], now: readonly WordedRow[], frozenAt: string): readonly ComparedRow[] {
  const standing = new Map(now.map((row) => [row.key, row]));
  const known = new Set(frozen.map(({ key }) => key));
  return [
    ...frozen.map(({ key, part, label, words }): ComparedRow => {
      const is = standing.get(key);
      if (is === undefined) return { key, part, label, change: 'gone', was: words, is: null, at: null };
      return { key, part, label, change: alike(words, is.words) ? 'same' : 'changed', was: words, is: is.words, at: is.at };
    }),
    ...now
      .filter(({ key }) => !known.has(key))
      .map(({ key, part, label, words, at }): ComparedRow => {
        const change = part === 'gap' || part === 'total' || (at !== null && at > frozenAt) ? 'new' : 'earlier';
        return { key, part, label, change, was: null, is: words, at };
      }),
  ];
}
