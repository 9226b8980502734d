// Gathers from the gazetteer the places that ends may mean: by name, by nearness, by number.
import { fold } from '#kernel/fold.ts';
import type { LocateQuestion } from './end.ts';
import { kilometresBetween, type Coordinates, type Entry } from './entry.ts';
import { CELL_DEGREES, cellsAround, degreeOf, fieldsAround, namesakesOf, terms, type Gazetteer } from './gazetteer.ts';
import type { FormOrigin, NameForm } from './name.ts';
import { prepare, type Preparation } from './prepare.ts';

/** A place that is called like an end. */
export interface Hit {
  readonly entry: Entry;
  readonly origin: FormOrigin;
  /** What of the written name it is called like. */
  readonly text: string;
  /** By its first name in the gazetteer, not by another spelling or a former name. */
  readonly isMainName: boolean;
  /** The gazetteer has a name spelled so, word for word, accents apart. */
  readonly isSpelled: boolean;
  /** Not known to be called so: a place of the same first name is, in Chinese. */
  readonly isNamesake: boolean;
}

export interface NearPlace {
  readonly entry: Entry;
  readonly kilometres: number;
}

/** An end with everything of the gazetteer that touches it. */
export interface PooledEnd {
  readonly prepared: Preparation;
  readonly hits: readonly Hit[];
  /** The places around the written coordinates, the nearest first. */
  readonly near: readonly NearPlace[];
  readonly stated: Entry | null;
  /** Countries with places within a degree or two; null without coordinates. */
  readonly countriesAround: ReadonlySet<string> | null;
}

export interface Pool {
  readonly ends: readonly PooledEnd[];
  /** Places called like what stands beside a name: `Salo` of `Kisko (Salo)`. */
  readonly beside: (key: string) => readonly Entry[];
  /** Places of known ties, by number. */
  readonly known: ReadonlyMap<number, Entry>;
}

/** A city's name alone has up to hundreds of bearers; the greatest are enough, and the near ones come by nearness. */
const MOST_HITS = 400;
const MOST_NEAR = 48;
const NEAR_KILOMETRES = 15;

/** Gathers for all ends of a question what they touch: memory grows with that, not with the gazetteer. */
export function poolOf({ ends, knownTies = [] }: LocateQuestion, gazetteer: Gazetteer): Pool {
  const numbered = (number: number): Entry | null =>
    gazetteer.under([terms.number(number)]).find(({ geonamesId }) => geonamesId === number) ?? null;
  const hitsOf = hitsIn(gazetteer);
  return {
    ends: ends.map((end) => {
      const prepared = prepare(end);
      return {
        prepared,
        hits: hitsOf(prepared.forms),
        near: nearTo(prepared, gazetteer),
        stated: end.geonamesId === undefined ? null : numbered(end.geonamesId),
        countriesAround: prepared.at === null ? null : countriesAround(prepared.at, gazetteer),
      };
    }),
    beside: (key) => gazetteer.called(key).map(({ entry }) => entry),
    known: new Map(
      [...new Set(knownTies.flat())].flatMap((number): (readonly [number, Entry])[] => {
        const entry = numbered(number);
        return entry === null ? [] : [[number, entry]];
      }),
    ),
  };
}

function nearTo({ at, slackKilometres }: Preparation, { under }: Gazetteer): readonly NearPlace[] {
  if (at === null) return [];
  return under(cellsAround(at).map(terms.cell))
    .flatMap((entry): readonly NearPlace[] => {
      // Most places of the cells are too far north or south already.
      if (Math.abs(at.latitude - entry.latitude) > CELL_DEGREES) return [];
      const kilometres = kilometresBetween(at, entry);
      return kilometres <= NEAR_KILOMETRES + Math.min(10, slackKilometres) ? [{ entry, kilometres }] : [];
    })
    .toSorted((a, b) => a.kilometres - b.kilometres)
    .slice(0, MOST_NEAR);
}

/** The gazetteer writes mere transliterations without capitals (`pan jin`); they are no names that people write. */
const isProper = (spelling: string): boolean => /^\P{Ll}/u.test(spelling);
/** Accents that were typed as signs of their own count as little as those of the letters: `K'oln`, `Xi’an`. */
const withoutMarks = (text: string): string => text.replace(/['’‘`´ʼʻ]/gu, '');
const spaced = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
const isSpeltAlike = (one: string, other: string): boolean =>
  spaced(one) === spaced(other) || spaced(withoutMarks(one)) === spaced(withoutMarks(other));

const countriesAround = (at: Coordinates, { countriesIn }: Gazetteer): ReadonlySet<string> =>
  new Set(fieldsAround(at, { of: degreeOf, degrees: 1 }).flatMap(countriesIn));

const origins: readonly FormOrigin[] = ['whole', 'core', 'shortened'];

/** The hits by the fullest form of the name: who writes `Newcastle-under-Lyme` does not mean any Newcastle. */
export function fullest(hits: readonly Hit[]): readonly Hit[] {
  const origin = origins.find((one) => hits.some((hit) => hit.origin === one));
  return hits.filter((hit) => hit.origin === origin);
}

/** The places of an end's forms, each once by the fullest, the greatest first; ends of one name share one list. */
function hitsIn(gazetteer: Gazetteer): (forms: readonly NameForm[]) => readonly Hit[] {
  const known = new Map<string, readonly Hit[]>();
  return (forms) => {
    const signature = forms.map(({ text, origin }) => `${origin} ${text}`).join('\n');
    const hits = known.get(signature) ?? withNamesakes(gather(forms, gazetteer), gazetteer);
    known.set(signature, hits);
    return hits;
  };
}

function gather(forms: readonly NameForm[], { called }: Gazetteer): readonly Hit[] {
  const found = new Map<Entry, Hit>();
  for (const { key, text, origin } of forms.toSorted((a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin)))
    for (const { entry, isMainName, spelling } of called(key)) {
      const before = found.get(entry);
      const isSpelled = isMainName || (isProper(spelling) && isSpeltAlike(spelling, text));
      const hit = before ?? { entry, origin, text, isMainName, isSpelled, isNamesake: false };
      found.set(entry, { ...hit, isMainName: hit.isMainName || isMainName, isSpelled: hit.isSpelled || isSpelled });
    }
  return [...found.values()].toSorted((a, b) => b.entry.population - a.entry.population);
}

/** A place that is called so in Chinese brings along those of its first name. */
function withNamesakes(hits: readonly Hit[], gazetteer: Gazetteer): readonly Hit[] {
  const found = new Map(hits.map((hit) => [hit.entry, hit]));
  for (const hit of hits)
    if (/\p{Script=Han}/u.test(hit.text) && !hit.isMainName)
      for (const entry of namesakesOf(hit.entry, gazetteer)) if (!found.has(entry)) found.set(entry, { ...hit, entry, isNamesake: true });
  if (found.size === hits.length) return hits;
  return [...found.values()].toSorted((a, b) => b.entry.population - a.entry.population).slice(0, MOST_HITS);
}
