// What the addresses of the pages say beside the path.
import { isId } from '#kernel/ids.ts';

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

export const onlys = ['one_way', 'not_kept'] as const;
export type Only = (typeof onlys)[number];

/** /reference/$set */
export interface SetSearch {
  readonly only?: Only;
  readonly city?: string;
}

export function setSearch(search: Search): SetSearch {
  const only = onlys.find((one) => one === search['only']);
  const city = idIn(search['city']);
  return { ...(only === undefined ? {} : { only }), ...(city === null ? {} : { city }) };
}
