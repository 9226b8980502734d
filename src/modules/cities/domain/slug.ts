// The readable address of a city: its English or another Latin name and its country, e.g. `liverpool-gb`.
import { fold } from '#kernel/fold.ts';
import { nameOf, type CityName } from './city.ts';

const MAX_LENGTH = 60;

/** A text as words of an address, of any length. */
export const slugWords = (text: string): string =>
  fold(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const wordsOf = (text: string): string => slugWords(text).slice(0, MAX_LENGTH).replace(/-+$/, '');

/** The first choice of a slug; a city without a name in Latin letters is called `city-<country>`. */
export function slugOf(names: readonly CityName[], country: string): string {
  const name = nameOf(names);
  const texts = [name['en'], ...Object.values(name)];
  const words = texts.map((entry) => wordsOf(entry?.text ?? '')).find((candidate) => /[a-z]/.test(candidate)) ?? 'city';
  return `${words}-${country.toLowerCase()}`;
}

/** The n-th choice, where the ones before are taken: `liverpool-us`, `liverpool-us-2`. */
export const slugChoice = (slug: string, n: number): string => (n === 1 ? slug : `${slug}-${n}`);
