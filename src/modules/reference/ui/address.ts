// What the addresses of the pages say beside the path.
import { textIn } from '#client/address-text.ts';
import { isCountry } from '#kernel/codes.ts';
import { isId } from '#kernel/ids.ts';
import { onlys, type Only } from '../domain/doubts.ts';

type Search = Readonly<Record<string, unknown>>;

const idIn = (value: unknown): string | null => (typeof value === 'string' && isId(value) ? value : null);

/** /reference/$set/import: the import that is looked at; without it a new one is begun. */
export interface ImportSearch {
  readonly import?: string;
}

export function importSearch(search: Search): ImportSearch {
  const id = idIn(search['import']);
  return id === null ? {} : { import: id };
}

/** /reference/$set */
export interface SetSearch {
  readonly only?: Only;
  readonly city?: string;
  readonly country?: string;
  /** What is looked for in the names of the cities; a word of digits alone comes as a number. */
  readonly q?: string | number;
}

export function setSearch(search: Search): SetSearch {
  const only = onlys.find((one) => one === search['only']);
  const city = idIn(search['city']);
  const [q, country] = [textIn(search['q']), textIn(search['country'])];
  return {
    ...(only === undefined ? {} : { only }),
    ...(city === null ? {} : { city }),
    ...(isCountry(country) ? { country } : {}),
    ...(q.trim() === '' ? {} : { q }),
  };
}
