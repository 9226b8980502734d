// What the addresses of the pages say beside the path.
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
  const { q, country } = search;
  return {
    ...(only === undefined ? {} : { only }),
    ...(city === null ? {} : { city }),
    ...(typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...((typeof q === 'string' || typeof q === 'number') && String(q).trim() !== '' ? { q: String(q).slice(0, 120) } : {}),
  };
}
