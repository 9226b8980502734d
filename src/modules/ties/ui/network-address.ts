// What the addresses of the map, the network and the partner finder say beside the path.
import { candidateSizes, type CandidateSize } from '../domain/candidates.ts';
import { domains, type Domain } from '../domain/happenings.ts';

/** What the address of the map says beside its path. */
export interface MapSearch {
  /** The city whose ties are shown; all where none is named. */
  readonly city?: string;
  /** A country in which one of the two cities lies. */
  readonly country?: string;
  readonly class?: string;
  /** `register`, `lists`, or the id of a reference set. */
  readonly from?: string;
  readonly sided?: 'one';
}

const word = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** What of an address the map understands; the rest is left out. */
export function mapSearch(search: Readonly<Record<string, unknown>>): MapSearch {
  const city = word(search['city'], /^.{1,120}$/);
  const country = word(search['country'], /^[A-Z]{2}$/);
  const classCode = word(search['class'], /^[\w-]{1,60}$/);
  const from = word(search['from'], /^(register|lists|[0-9a-f-]{36})$/);
  return {
    ...(city === undefined ? {} : { city }),
    ...(country === undefined ? {} : { country }),
    ...(classCode === undefined ? {} : { class: classCode }),
    ...(from === undefined ? {} : { from }),
    ...(search['sided'] === 'one' ? { sided: 'one' } : {}),
  };
}

export interface NetworkSearch {
  readonly city?: string;
  readonly withCity?: string;
}

const slugIn = (value: unknown): string | undefined => (typeof value === 'string' && /^.{1,120}$/.test(value) ? value : undefined);

export function networkSearch(search: Readonly<Record<string, unknown>>): NetworkSearch {
  const [city, withCity] = [slugIn(search['city']), slugIn(search['withCity'])];
  return { ...(city === undefined ? {} : { city }), ...(withCity === undefined || withCity === city ? {} : { withCity }) };
}

export interface PartnersSearch {
  readonly city?: string;
  readonly country?: string;
  readonly size?: CandidateSize;
  readonly strength?: Domain;
  readonly challenge?: Domain;
}

export function partnersSearch(search: Readonly<Record<string, unknown>>): PartnersSearch {
  const word = (key: string, pattern: RegExp): string | undefined => {
    const value = search[key];
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
  };
  const [city, country] = [word('city', /^.{1,120}$/), word('country', /^[A-Z]{2}$/)];
  const size = candidateSizes.find((one) => one === search['size']);
  const [strength, challenge] = [domains.find((one) => one === search['strength']), domains.find((one) => one === search['challenge'])];
  return {
    ...(city === undefined ? {} : { city }),
    ...(country === undefined ? {} : { country }),
    ...(size === undefined ? {} : { size }),
    ...(strength === undefined ? {} : { strength }),
    ...(challenge === undefined ? {} : { challenge }),
  };
}
