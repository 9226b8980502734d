// Questions of many rows that are one question: the same word in the same kind of cell is answered once for all of them.
import { fold } from '#kernel/fold.ts';
import type { Params } from '#kernel/result.ts';
import { isRegisterPlace } from './changes.ts';

/** A question as callers see it: what it is about, and what can be answered. */
export interface Asking {
  readonly about: string;
  readonly code: string;
  readonly params: Params;
}

export interface AskingRow<Q extends Asking> {
  readonly number: number;
  readonly line: number;
  readonly questions: readonly Q[];
}

export interface QuestionGroup<Q extends Asking, Row extends AskingRow<Q>> {
  /** The same as long as the same is asked. */
  readonly key: string;
  readonly question: Q;
  readonly rows: readonly Row[];
}

/** The same for all rows that one answer settles; `country` as it is written beside a city. */
export const questionKey = ({ about, code, params }: Asking, { number }: { readonly number: number }, country: string): string => {
  // Each row is asked for itself what depends on more than the words of the cell.
  const isAlone = isRegisterPlace(about) || code === 'desk.paste_twice';
  return JSON.stringify([
    about,
    code,
    Object.entries(params)
      .map(([name, value]) => [name, fold(String(value))])
      .toSorted(),
    about === 'city' ? country : '',
    isAlone ? number : 0,
  ]);
};

/** In the order of the rows; `countryOf` tells Cambridge of one country from that of another. */
export function questionGroups<Q extends Asking, Row extends AskingRow<Q>>(
  rows: readonly Row[],
  countryOf: (row: Row) => string,
): readonly QuestionGroup<Q, Row>[] {
  const groups = new Map<string, { readonly question: Q; readonly rows: Row[] }>();
  for (const row of rows)
    for (const question of row.questions) {
      const key = questionKey(question, row, countryOf(row));
      const group = groups.get(key) ?? { question, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
