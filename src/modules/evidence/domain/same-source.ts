// Whether a source that somebody describes is one that the office has on record already: one article is one source, whatever is said in it.
import { agrees } from '#kernel/flex-date.ts';
import { sameReach } from './reach.ts';
import type { SourceFacts } from './source.ts';

/** `same`: nothing is said of it that the one on record does not say. `alike`: probably the same, described otherwise. */
export type Likeness = 'same' | 'alike' | 'other';

const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** An address without what does not tell two pages apart; null where it is that of a whole site. */
function addressKey(address: string | null): string | null {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^#]*)/i.exec(address ?? '') ?? [];
  const page = path.replace(/\/+$/, '');
  return page === '' ? null : `${host.toLowerCase()}${page}`;
}

const clash = <T>(a: T | null, b: T | null, same: (a: T, b: T) => boolean): boolean => a !== null && b !== null && !same(a, b);
const equal = <T>(a: T, b: T): boolean => a === b;
const alikeWords = (a: string, b: string): boolean => folded(a) === folded(b);

/** Of two that have the same address, or the same title and no other address or publisher. A page of another day is another source. */
function isLike(given: SourceFacts, known: SourceFacts): boolean {
  if (clash(given.date, known.date, agrees)) return false;
  const [here, there] = [addressKey(given.address), addressKey(known.address)];
  if (here !== null && here === there) return true;
  return (
    alikeWords(given.title, known.title) &&
    !clash(given.address, known.address, equal) &&
    !clash(given.publisher, known.publisher, alikeWords)
  );
}

/** Whether all that is said of `given` is said of `known`, too; of an unknown class nothing is said. */
const saysNoMore = (given: SourceFacts, known: SourceFacts): boolean =>
  (given.class === 'unknown' || given.class === known.class) &&
  alikeWords(given.title, known.title) &&
  (given.address === null || given.address === known.address || (addressKey(given.address) ?? '') === addressKey(known.address)) &&
  (given.publisher === null || (known.publisher !== null && alikeWords(given.publisher, known.publisher))) &&
  (given.date === null || (given.date.text === known.date?.text && given.date.qualifier === known.date.qualifier)) &&
  (given.reach == null || sameReach(given.reach, known.reach ?? null)) &&
  (['documentId', 'licence', 'credit'] as const).every((part) => given[part] === null || given[part] === known[part]);

/** How a described source is like one on record; those without a title are like none. */
export function likeness(given: SourceFacts, known: SourceFacts): Likeness {
  if (given.title === '' || known.title === '' || !isLike(given, known)) return 'other';
  return saysNoMore(given, known) ? 'same' : 'alike';
}

/** Sources among which those that a described one may be are found by title and by address, however many they are. */
export class SourcesByKey<S extends SourceFacts> {
  private readonly byKey = new Map<string, S[]>();

  constructor(sources: readonly S[] = []) {
    for (const source of sources) this.add(source);
  }

  add(source: S): void {
    for (const key of keysOf(source)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), source]);
  }

  /** The first that is like it in this way. */
  find(facts: SourceFacts, wanted: Exclude<Likeness, 'other'>): S | undefined {
    const near = keysOf(facts).flatMap((key) => this.byKey.get(key) ?? []);
    return near.find((source) => likeness(facts, source) === wanted);
  }
}

const keysOf = ({ title, address }: SourceFacts): readonly string[] => {
  const page = addressKey(address);
  return [`title ${folded(title)}`, ...(page === null ? [] : [`page ${page}`])];
};
