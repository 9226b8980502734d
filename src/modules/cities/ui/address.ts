// What the addresses of the pages say beside the path.
import { textIn } from '#client/address-text.ts';
import type { Domain } from '../domain/profile/domains.ts';
import type { SoughtTie } from '../domain/profile/partner-call.ts';
import { isCountry } from '#kernel/codes.ts';

type Search = Readonly<Record<string, unknown>>;

/** /search */
export function wordsSearch(search: Search): { readonly q?: string } {
  const q = textIn(search['q']);
  return q === '' ? {} : { q };
}

export interface CitiesSearch {
  readonly q?: string;
  readonly country?: string;
}

/** /cities */
export function citiesSearch(search: Search): CitiesSearch {
  const country = textIn(search['country']);
  return { ...wordsSearch(search), ...(isCountry(country) ? { country } : {}) };
}

export interface CallsSearch {
  /** Where the city lies that calls. */
  readonly country?: string;
  /** A country that the call is open to. */
  readonly from?: string;
  readonly domain?: Domain;
  readonly tie?: SoughtTie;
  readonly language?: string;
}

/** /partner-calls; an unknown word is refused by the server in words. */
export function callsSearch(search: Search): CallsSearch {
  const forms = { country: /^[A-Z]{2}$/, from: /^[A-Z]{2}$/, domain: /^\w{1,30}$/, tie: /^\w{1,30}$/, language: /^[\w-]{2,35}$/ };
  const understood = Object.entries(forms).flatMap(([key, form]) => {
    const word = textIn(search[key]);
    return form.test(word) ? [[key, word] as const] : [];
  });
  return Object.fromEntries(understood);
}

/** /cities/…/preview */
export const previewSearch = ({ entry, as }: Readonly<Record<string, unknown>>): { readonly entry?: string; readonly as?: string } => ({
  ...(typeof entry === 'string' ? { entry } : {}),
  ...(typeof as === 'string' ? { as } : {}),
});
