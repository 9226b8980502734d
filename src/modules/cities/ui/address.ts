// What the addresses of the pages say beside the path.
import { isCountry } from '#kernel/codes.ts';

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 120) : '');

type Search = Readonly<Record<string, unknown>>;

/** /search */
export function wordsSearch(search: Search): { readonly q?: string } {
  const q = asText(search['q']);
  return q === '' ? {} : { q };
}

export interface CitiesSearch {
  readonly q?: string;
  readonly country?: string;
}

/** /cities */
export function citiesSearch(search: Search): CitiesSearch {
  const country = asText(search['country']);
  return { ...wordsSearch(search), ...(isCountry(country) ? { country } : {}) };
}
