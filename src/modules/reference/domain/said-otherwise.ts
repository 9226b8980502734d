// Where an import says otherwise of a tie than its set holds: old beside new, kept or taken by a person; what it merely adds asks nobody.
import type { FlexDate } from '#kernel/flex-date.ts';
import { pairKey, type Listed, type PlannedTie } from './plan-import.ts';
import type { Said } from './written.ts';

export const saidFields = ['since', 'until', 'class', 'note', 'source', 'listed'] as const;

/** One thing in words as the set writes them; '' where nothing is said. */
export interface SaidOtherwise {
  readonly field: (typeof saidFields)[number];
  readonly before: string;
  readonly after: string;
}

const dated = (date: FlexDate | null): string =>
  date === null ? '' : date.qualifier === 'exact' ? date.text : `${date.qualifier} ${date.text}`;

const wordsOf: Readonly<Record<Exclude<SaidOtherwise['field'], 'listed'>, (said: Said) => string>> = {
  since: ({ since }) => dated(since),
  until: ({ until }) => dated(until),
  class: ({ classCode }) => classCode ?? '',
  note: ({ note }) => note ?? '',
  source: ({ source }) => source?.title ?? '',
};

const allOf = ({ said }: Listed, words: (one: Said) => string): readonly string[] =>
  [...new Set(said.map(words).filter((word) => word !== ''))].sort();

/** Every field in which something that stands would go; none of a tie that is new, goes or only gains. */
export function saidOtherwise({ kind, before, after }: PlannedTie): readonly SaidOtherwise[] {
  if (kind !== 'changed' || before === null || after === null) return [];
  const fields = saidFields.flatMap((field): SaidOtherwise[] => {
    if (field === 'listed')
      return before.listedBy === after.listedBy || after.listedBy === 'both' || before.listedBy === 'unstated'
        ? []
        : [{ field, before: before.listedBy, after: after.listedBy }];
    const [was, is] = [allOf(before, wordsOf[field]), allOf(after, wordsOf[field])];
    return was.every((word) => is.includes(word)) ? [] : [{ field, before: was.join('; '), after: is.join('; ') }];
  });
  return fields;
}

/** A tie of which a person has decided; by the cities, in the order of their ids. */
export interface Decided {
  readonly a: { readonly cityId: string };
  readonly b: { readonly cityId: string };
  readonly taken?: boolean | undefined;
}

/**
 * The ties that an import changes once it was decided: those that say otherwise only where a person has seen them and takes them. Imports
 * of earlier versions, of which nobody was asked, change all.
 */
export function takenTies(ties: readonly PlannedTie[], decided: readonly Decided[]): readonly PlannedTie[] {
  if (decided.every(({ taken }) => taken === undefined)) return ties;
  const taken = new Set(decided.flatMap((one) => (one.taken === true ? [pairKey({ a: one.a.cityId, b: one.b.cityId })] : [])));
  return ties.filter((tie) => saidOtherwise(tie).length === 0 || (tie.after !== null && taken.has(pairKey(tie.after))));
}
