// Words in names that say what kind of body is meant, in the languages of the usual lists.
import { fold } from '#kernel/fold.ts';
import type { WrittenKind } from './end.ts';

const kinds = {
  // A municipality goes by the town of its name.
  municipality:
    'municipality|municipality of|municipal council|city council|kommune|kommun|municipio|municipio de|municipi|municipiul|concelho|concelho de|commune|comune|comune di|gemeinde|gmina|miasto|opstina|opcina|obcina|stadt|township|kunta|landgemeinde|city|city of|town|town of|ciudad de|ville de|shi',
  // Parts of cities, and what lies between a town and a region.
  district:
    "district|district of|urban district|city district|rural district|borough|borough of|london borough of|metropolitan borough of|royal borough of|bezirk|stadtbezirk|stadtteil|distrito|distrito de|rural gmina|urban-rural gmina|gmina wiejska|samtgemeinde|verbandsgemeinde|verwaltungsgemeinschaft|amt|powiat|landkreis|kreis|rhein-kreis|district council|okres|rajon|raion|rayon|jaras|kistérség|ilce|arrondissement|arrondissement de|arrondissement of|communaute|communaute de communes|communaute d'agglomeration|canton|canton of|kanton|parish|rural municipality|civil parish|council|shire|shire of|regional council|regional district|regional municipality|regional municipality of|hundred|ward|banner|comarca|circoscrizione|tehsil|taluk|upazila|subdistrict|county borough|quarter|neighborhood|microdistrict|okrug",
  // Bodies of a whole region.
  region:
    'region|region of|region de|prefecture|prafektur|provinz|province|province of|provincia|provincia de|provincia di|departement|department|department of|departamento|departamento de|county|county of|komitat|judet|megye|zupanija|oblast|krai|kraj|voivodeship|woiwodschaft|wojewodztwo|gouvernement|governorate|state|state of|bundesland|bundesstaat|estado|estado de|republic|republic of|republik|autonomous region|autonomous community|autonomous republic|territory|kreisfreie region|metropolregion|metropolitan area|regency|kabupaten|division|aimag|emirate|emirate of|peninsula|archipelago|islands|greater|vilayet',
} as const;

export interface KindWords {
  readonly kind: WrittenKind;
  /** The name without the words; empty where there is nothing else. */
  readonly rest: string;
}

const setOf = (text: string): ReadonlySet<string> => new Set(text.split('|'));

/** Words that end names of towns as well (`North Canton`), so that they count only before a name. */
const ONLY_BEFORE = setOf(
  'canton|kanton|amt|kreis|greater|provinz|gmina|municipio|comune|concelho|commune|gemeinde|stadt|miasto|hundred|quarter',
);
/** Words that begin names of towns as well (`County Line`, `Ward Hill`), so that they count only behind a name. */
const ONLY_BEHIND = setOf(
  'city|town|township|state|shire|ward|council|islands|peninsula|republic|division|territory|parish|shi|banner|borough|archipelago|regency',
);

/** The longest words first, so that `rural municipality` is not read as a municipality. */
const words = (['municipality', 'district', 'region'] as const)
  .flatMap((kind) => kinds[kind].split('|').map((word) => [fold(word), kind] as const))
  .toSorted(([a], [b]) => b.length - a.length);

const single: ReadonlySet<string> = new Set(words.map(([word]) => word));

/** Towns call themselves so without saying more: `Quezon City`, `City of London`. */
const PLAIN = setOf('city|city of|town|town of|ciudad de|ville de|stadt|miasto|shi');

/** Chinese and Japanese write the kind behind the name. */
const HAN_KIND = /^(\p{Script=Han}[\p{Script=Han}·・-]+?)(广域市|廣域市|広域市|特别市|特別市|[市町村区區县縣県郡省府道])$/u;
const hanKinds: Readonly<Record<string, WrittenKind>> = {
  ...{ 区: 'district', 區: 'district', 县: 'district', 縣: 'district', 郡: 'district' },
  ...{ 省: 'region', 府: 'region', 道: 'region', 県: 'region' },
};

const LETTER_LAST = /[\p{L}\p{N}]$/u;
const takesMore = (word: string): boolean => / (of|de|di)$/.test(word);

/** The words of kind before or behind a name; the name itself is kept as it is written. A text of nothing else has an empty rest. */
export function kindOfWords(text: string): KindWords {
  const folded = fold(text);
  if (folded.endsWith('-kreis')) return { kind: 'district', rest: text.slice(0, -6) };
  const han = HAN_KIND.exec(text);
  if (han !== null) return { kind: hanKinds[han[2] ?? ''] ?? 'place', rest: han[1] ?? '' };
  if (!/[ -]/.test(folded) && !single.has(folded)) return { kind: 'place', rest: text };
  for (const [word, found] of words) {
    const kind = PLAIN.has(word) ? 'place' : found;
    if (folded === word) return { kind, rest: '' };
    if (!ONLY_BEHIND.has(word) && folded.startsWith(`${word} `)) return { kind, rest: restOf(text, word, 'behind') };
    if (ONLY_BEFORE.has(word) || takesMore(word) || !folded.endsWith(word)) continue;
    const before = folded.slice(0, -word.length);
    if (!LETTER_LAST.test(before) && before.trim().length > 1) return { kind, rest: restOf(text, word, 'before') };
  }
  return { kind: 'place', rest: text };
}

/** Folding may lengthen a letter (ß) but adds no word, so words are counted. */
function restOf(text: string, word: string, side: 'before' | 'behind'): string {
  const pieces = text.trim().split(/(?<=[\s-])/);
  const count = word.split(/[\s-]/).length;
  const kept = side === 'behind' ? pieces.slice(count) : pieces.slice(0, -count);
  return kept
    .join('')
    .replace(/^[\s,-]+|[\s,-]+$/g, '')
    .replace(/^(?:of|de|di|du|des) /i, '');
}
