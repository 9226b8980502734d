// How names are found and sorted in the lists of an edition: as organisations are.
import { fold } from '#kernel/fold.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { searchNameOf, sortNameOf } from '#modules/organisations/domain/search-name.ts';

/** What a name is found by (all its languages, folded, one a line) and what it is sorted by. */
export function indexName(name: MultilingualText): { readonly searchName: string; readonly sortName: string } {
  const searchName = searchNameOf(name);
  return { searchName, sortName: sortNameOf(searchName) };
}

/** What somebody typed, as it is looked for in search names. */
export const soughtName = (typed: string): string => fold(typed);
