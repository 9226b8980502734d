// Places that are called almost as a name is written, for names that nothing is called: a slip of the pen, or the other Chinese script.
import { isKin, kinOf, readCountry } from './country.ts';
import { weightOf, type Entry } from './entry.ts';
import { KNOWN_SIZE, namesakesOf, soundsOf, terms, type Gazetteer, type SoundOfHan } from './gazetteer.ts';
import { nameKey, readName, stepsBetween } from './name.ts';

/** A name that nothing is called, and the country beside it. */
export interface NameToFind {
  readonly name: string;
  readonly countryWritten: string | null;
}

export interface NearlyCalled {
  readonly entry: Entry;
  /** Letters that differ; 0 where a Chinese name sounds the same. */
  readonly steps: number;
}

/** Slips in names of this length and more; in longer ones two. */
const SHORTEST = 5;
const LONG = 8;
const MOST_FOUND = 12;

const stepsAllowed = (key: string): number => (key.length < SHORTEST ? 0 : key.length < LONG ? 1 : 2);

interface Sought {
  readonly codes: readonly string[];
  readonly keys: readonly string[];
  readonly sounds: readonly string[];
}

function soughtFor({ name, countryWritten }: NameToFind, soundOf: SoundOfHan): Sought {
  const forms = readName(name).forms.map(({ text }) => text);
  const { codes } = readCountry(countryWritten);
  const keys = forms.filter((text) => !/\p{Script=Han}/u.test(text)).map(nameKey);
  return { codes, keys: keys.filter((key) => stepsAllowed(key) > 0), sounds: codes.length === 0 ? [] : soundsOf(forms, soundOf) };
}

const isLatin = (key: string): boolean => /^[a-z0-9]+$/.test(key);
/** Written throughout in letters of which none becomes a Latin one when it is folded: Greek to Thai, kana, Han, Hangul. */
const ELSEWHERE = /^[\u0370-\u1cff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\s]+$/;
const PLAIN = /^[\x20-\x7e]*$/;
const BEGINNING = /^[^a-z0-9&]*([a-z0-9])[^a-z0-9&]*([a-z0-9])/;

/** Whether a Latin key may share its first or second letter with that of a spelling, as far as can be told without folding it: nearly none does. */
function mayBegin(key: string, spelling: string): boolean {
  if (ELSEWHERE.test(spelling)) return false;
  if (!PLAIN.test(spelling)) return true;
  const [, first, second] = BEGINNING.exec(spelling.toLowerCase()) ?? [];
  // Of Saint, Mount and Fort the second letter changes.
  return first === undefined || first === key[0] || second === key[1] || 'smf'.includes(first);
}

/** The least steps from one of the keys to one of the spellings, or null where none is near enough. */
function leastSteps(keys: readonly string[], spellings: readonly string[]): number | null {
  let nearest: number | null = null;
  for (const key of keys) {
    const [allowed, latin] = [stepsAllowed(key), isLatin(key)];
    let least = allowed + 1;
    for (const spelling of spellings) {
      if (Math.abs(spelling.length - key.length) > allowed + 3) continue;
      if (latin && !mayBegin(key, spelling)) continue;
      const other = nameKey(spelling);
      if (other[0] !== key[0] && other[1] !== key[1]) continue;
      least = Math.min(least, stepsBetween(key, other, Math.min(allowed, least)));
    }
    if (least <= allowed) nearest = least;
  }
  return nearest;
}

/**
 * For each name the places nearest to it, the fewest steps and the greatest first: the places of the country that is written, without
 * one those that many people write; Chinese names by their sound, which brings along the places of the same first name.
 */
export function nearlyCalled(
  names: readonly NameToFind[],
  { gazetteer, soundOf }: { readonly gazetteer: Gazetteer; readonly soundOf: SoundOfHan },
): readonly (readonly NearlyCalled[])[] {
  const all = names.map((name) => soughtFor(name, soundOf));
  const hanCodes = new Set(all.flatMap(({ sounds, codes }) => (sounds.length === 0 ? [] : codes)));
  return all.map(({ codes, keys, sounds }) => {
    const where = codes.length === 0 ? [terms.known] : codes.flatMap(kinOf).map(terms.country);
    const found = new Map<number, NearlyCalled>();
    for (const entry of gazetteer.under([...(keys.length === 0 ? [] : where), ...sounds.map(terms.sound)])) {
      if (!(codes.length === 0 ? entry.population >= KNOWN_SIZE : codes.some((code) => isKin(code, entry.country)))) continue;
      const spellings = gazetteer.spellingsOf(entry);
      const isHeard = hanCodes.has(entry.country) && soundsOf(spellings, soundOf).some((sound) => sounds.includes(sound));
      const steps = isHeard ? 0 : leastSteps(keys, spellings);
      if (steps !== null) found.set(entry.geonamesId, { entry, steps });
    }
    if (sounds.length > 0)
      for (const { entry } of [...found.values()])
        for (const namesake of hanCodes.has(entry.country) ? namesakesOf(entry, gazetteer) : [])
          if (namesake.country === entry.country && !found.has(namesake.geonamesId))
            found.set(namesake.geonamesId, { entry: namesake, steps: 0 });
    return [...found.values()].toSorted((x, y) => x.steps - y.steps || weightOf(y.entry) - weightOf(x.entry)).slice(0, MOST_FOUND);
  });
}
