// One cell that says more than the city: "Cologne, Germany (1952)", "Germany Cologne, Germany", "Havana (Cuba) – since 2000".
import { parseDateSpan } from './date-spans.ts';
import { parseFlexDate } from './dates.ts';

/** What a cell of a city says; '' where it says nothing of it. */
export interface CityCell {
  readonly city: string;
  /** As it is written, with its code; null where none is written or what is written may be a state as well. */
  readonly country: { readonly written: string; readonly code: string } | null;
  readonly since: string;
}

const SINCE = '(?:since|from|signed(?: in)?|twinned(?: in)?|seit|depuis|desde|dal|自|结好于)';
const sinceFirst = new RegExp(`^${SINCE}\\s*(?=[\\d〇一二三四五六七八九\\p{L}])`, 'iu');
/** Where a date may begin behind a name. */
const between = new RegExp(
  `\\s*[,，;]\\s*|\\s+[–—-]\\s*|\\s*[–—]\\s+|\\s+(?=${SINCE}\\s)|\\s+(?=(?:1[89]|20)\\d\\d(?:年|\\s?[–—-].*)?$)|\\s+(?=[[(（][^\\p{L}]*\\d{4})`,
  'giu',
);
const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+?)\s*[)）]$/u;

/** `'since 2000'` as `'2000'`, `'1952年起'` as `'1952年'`; null for what is no date with a whole year. */
function dateIn(text: string): string | null {
  const date = text
    .replace(sinceFirst, '')
    .replace(/\s*起$/, '')
    .trim();
  if (!/\d{4}|[〇零一二三四五六七八九]{4}年/.test(date)) return null;
  const read = parseFlexDate(date);
  // Of 3/4/1980 it is asked which day is meant; it is a date all the same.
  return read.ok || read.refusal.code === 'kernel.date_ambiguous' || parseDateSpan(date) !== null ? date : null;
}

interface Dated {
  readonly place: string;
  readonly since: string;
}

/** The longest date at the end, behind a comma, a dash or the like. */
function datedBehind(cell: string): Dated | null {
  for (const { index, 0: mark } of cell.matchAll(between)) {
    const place = cell
      .slice(0, index)
      .replace(/[\s,，:：]+$/u, '')
      .trim();
    const since = dateIn(cell.slice(index + mark.length));
    if (since !== null && /\p{L}/u.test(place)) return { place, since };
  }
  return null;
}

/** "Cologne (1952)", "Cologne (Germany, 1952–2010)", "Cologne – since 1952". */
function datedCity(cell: string): Dated {
  const [, name = '', inside = ''] = bracketed.exec(cell) ?? [];
  const alone = inside === '' ? null : dateIn(inside);
  if (alone !== null) return { place: name, since: alone };
  const beside = inside === '' ? null : datedBehind(inside);
  if (beside !== null) return { place: `${name} (${beside.place})`, since: beside.since };
  return (dateIn(cell) === null ? datedBehind(cell) : null) ?? { place: cell, since: '' };
}

const besides: readonly RegExp[] = [bracketed, /^(.+)\s*[,，:：]\s*([^,，:：()（）]+)$/u, /^(.+?)\s+[–—-]\s+([^()（）–—]+)$/u];
/** Mexico City, Mexico is no Mexico beside a city called City. */
const kindAlone = /^(?:city|town|ciudad|stadt|ville|市)$/iu;

/** The name of the country in front, where the picture of its flag stood on a page. */
function withoutFlag(
  city: string,
  { written, code }: NonNullable<CityCell['country']>,
  countryOf: (word: string) => string | null,
): string {
  const words = city.split(' ');
  for (let most = Math.min(words.length - 1, 5); most > 0; most--) {
    const [front, rest] = [words.slice(0, most).join(' '), words.slice(most).join(' ')];
    if ((front.toLowerCase() === written.toLowerCase() || countryOf(front) === code) && !kindAlone.test(rest)) return rest;
  }
  return city;
}

/** Several cities in a cell are told apart first, see paste-twins. */
const several = /[;；、/／+\n]/u;

/** Reads a cell; `countryOf` names the country that words beside a city mean, null where they may mean anything else. */
export function readCityCell(cell: string, countryOf: (word: string) => string | null): CityCell {
  if (several.test(cell)) return { city: cell, country: null, since: '' };
  const { place, since } = datedCity(cell);
  for (const pattern of besides) {
    const [, city = '', written = ''] = pattern.exec(place) ?? [];
    const code = written === '' ? null : countryOf(written);
    if (code !== null) return { city: withoutFlag(city.trim(), { written, code }, countryOf), country: { written, code }, since };
    // Georgia, or a state: left beside the city for the matching to tell; only its flag goes.
    const front = `${written.toLowerCase()} `;
    const rest = city.slice(front.length).trim();
    if (written !== '' && city.toLowerCase().startsWith(front) && !kindAlone.test(rest))
      return { city: `${rest}, ${written}`, country: null, since };
  }
  return { city: place, country: null, since };
}
