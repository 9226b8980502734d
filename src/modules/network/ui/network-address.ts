// What the addresses of the map, the network and the partner finder say beside the path.
import { isCountry } from '#kernel/codes.ts';
import type { CandidateSize } from '../domain/candidates.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';

type Search = Readonly<Record<string, unknown>>;
type Form = { readonly test: (word: string) => boolean };

/** Of an address, the words that have the form expected of them; the rest is left out. */
function words<Found>(search: Search, forms: Readonly<Record<keyof Found & string, Form>>): Found {
  const understood = Object.entries<Form>(forms).filter(([key, form]) => typeof search[key] === 'string' && form.test(search[key]));
  return Object.fromEntries(understood.map(([key]) => [key, search[key]])) as Found;
}

const city = /^.{1,120}$/;
const country = { test: isCountry };
const code = /^[\w-]{1,60}$/;

export interface MapSearch {
  /** The city whose ties are shown; all where none is named. */
  readonly city?: string;
  /** A country in which one of the two cities lies. */
  readonly country?: string;
  readonly class?: string;
  /** `register`, `lists`, or the id of a reference set. */
  readonly from?: string;
  readonly sided?: 'one';
  /** Only what everybody may see. */
  readonly seen?: 'public';
}

/** /map */
export const mapSearch = (search: Search): MapSearch =>
  words<MapSearch>(search, { city, country, class: code, from: code, sided: /^one$/, seen: /^public$/ });

export interface NetworkSearch {
  readonly city?: string;
  /** The second city, to which ways are looked for. */
  readonly withCity?: string;
}

/** /network */
export const networkSearch = (search: Search): NetworkSearch => words<NetworkSearch>(search, { city, withCity: city });

export interface PartnersSearch {
  readonly city?: string;
  readonly country?: string;
  readonly size?: CandidateSize;
  readonly strength?: Domain;
  readonly challenge?: Domain;
  /** Only cities that look for a partner like this one. */
  readonly seeks?: 'yes';
}

/** /partners; an unknown word is refused by the server in words. */
export const partnersSearch = (search: Search): PartnersSearch =>
  words<PartnersSearch>(search, { city, country, size: /^(small|middle|large|alike)$/, strength: code, challenge: code, seeks: /^yes$/ });
