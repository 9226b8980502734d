// Places that are called almost as a name is written, for names that nothing is called: a slip of the pen, or the other Chinese script.
import { isKin, readCountry } from './country.ts';
import { weightOf, type Entry } from './entry.ts';
import { nameKey, readName, stepsBetween } from './name.ts';
import { Namesakes } from './namesakes.ts';

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

const HAN = /^\p{Script=Han}{2,}$/u;
/** Slips in names of this length and more; in longer ones two. */
const SHORTEST = 5;
const LONG = 8;
/** Without a country only places that many people write. */
const KNOWN_SIZE = 50_000;
const MOST_FOUND = 12;

const stepsAllowed = (key: string): number => (key.length < SHORTEST ? 0 : key.length < LONG ? 1 : 2);

interface Sought {
  readonly codes: readonly string[];
  readonly keys: readonly string[];
  readonly sounds: readonly string[];
  readonly found: Map<number, NearlyCalled>;
}

const bareHan = (name: string): string => (name.length > 2 ? name.replace(/(?:广域市|廣域市|特别市|特別市|[市县縣区區])$/u, '') : name);

/** How a Chinese name sounds, given by the caller; the same for simplified and traditional characters. */
export type SoundOfHan = (name: string) => string;

const noSounds: readonly string[] = [];

/** Weighs the places of the gazetteer, offered one by one, against names; Chinese ones by their sound, within a country that is written. */
export class NearlyCalledPlaces {
  readonly #sought: readonly Sought[];
  readonly #soundOf: SoundOfHan;
  readonly #hanCodes: ReadonlySet<string>;
  readonly #namesakes = new Namesakes();

  constructor(names: readonly NameToFind[], soundOf: SoundOfHan) {
    this.#soundOf = soundOf;
    this.#sought = names.map(({ name, countryWritten }) => {
      const forms = readName(name).forms.map(({ text }) => text);
      const { codes } = readCountry(countryWritten);
      const han = forms.filter((text) => HAN.test(text));
      return {
        codes,
        keys: forms.filter((text) => !/\p{Script=Han}/u.test(text)).map(nameKey),
        sounds: codes.length === 0 ? noSounds : [...new Set(han.map((text) => soundOf(bareHan(text))))],
        found: new Map(),
      };
    });
    this.#hanCodes = new Set(this.#sought.flatMap(({ sounds, codes }) => (sounds.length === 0 ? [] : codes)));
  }

  /** Names of the place as the gazetteer has them: its name, the same in plain letters, and all others. */
  offer(entry: Entry, spellings: readonly string[]): void {
    const isSounded = this.#hanCodes.has(entry.country);
    if (isSounded) this.#namesakes.offer(entry, nameKey(entry.name));
    const sounds = isSounded ? spellings.filter((text) => HAN.test(text)).map((text) => this.#soundOf(bareHan(text))) : noSounds;
    for (const { codes, keys, sounds: heard, found } of this.#sought) {
      const isHere = codes.length === 0 ? entry.population >= KNOWN_SIZE : codes.some((code) => isKin(code, entry.country));
      if (!isHere) continue;
      if (heard.some((sound) => sounds.includes(sound))) found.set(entry.geonamesId, { entry, steps: 0 });
      else this.#compare(entry, { spellings, keys, found });
    }
  }

  #compare(entry: Entry, { spellings, keys, found }: Pick<Sought, 'keys' | 'found'> & { readonly spellings: readonly string[] }): void {
    for (const key of keys) {
      const allowed = stepsAllowed(key);
      if (allowed === 0) continue;
      let least = allowed + 1;
      for (const spelling of spellings) {
        if (Math.abs(spelling.length - key.length) > allowed + 3) continue;
        const other = nameKey(spelling);
        if (other[0] !== key[0] && other[1] !== key[1]) continue;
        least = Math.min(least, stepsBetween(key, other, Math.min(allowed, least)));
      }
      if (least <= allowed) found.set(entry.geonamesId, { entry, steps: least });
    }
  }

  /** What sounds like a Chinese name brings along the places of its first name in its country. */
  #withNamesakes({ found, sounds }: Sought): readonly NearlyCalled[] {
    const all = new Map(found);
    if (sounds.length > 0)
      for (const { entry } of found.values())
        for (const namesake of this.#namesakes.of(entry))
          if (namesake.country === entry.country && !all.has(namesake.geonamesId))
            all.set(namesake.geonamesId, { entry: namesake, steps: 0 });
    return [...all.values()];
  }

  /** For each name the places nearest to it, the fewest steps and the greatest first. */
  answers(): readonly (readonly NearlyCalled[])[] {
    return this.#sought.map((sought) =>
      this.#withNamesakes(sought)
        .toSorted((x, y) => x.steps - y.steps || weightOf(y.entry) - weightOf(x.entry))
        .slice(0, MOST_FOUND),
    );
  }
}
