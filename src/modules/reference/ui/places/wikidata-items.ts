// Numbers of Wikidata as people write or paste them: Q8686, wd:Q8686, or the address of an entry.
import { itemOf } from '#reading/written-cells.ts';

const parts = (typed: string): readonly string[] => typed.split(/[\s,;，；、]+/).filter((part) => part !== '');

/** Each number once, in the order in which they are written. */
export const itemsIn = (typed: string): readonly string[] => [...new Set(parts(typed).flatMap((part) => itemOf(part) ?? []))];

/** What is no number of Wikidata. */
export const unreadIn = (typed: string): readonly string[] => parts(typed).filter((part) => itemOf(part) === null);
