// A report frozen: its words apart from it, each under a digest of its own, so that a name can be taken out of it and what is left is still proven.

/** A word as it is kept. `tells`: somebody's own words, in which people may be named. Without `salt` a name was taken out of it on the day `removed`. */
export interface FrozenWord {
  readonly digest: string;
  readonly salt?: string;
  readonly text: string;
  readonly tells?: boolean;
  readonly removed?: string;
}

export interface Frozen {
  readonly content: unknown;
  readonly words: readonly FrozenWord[];
}

/** What somebody wrote or is quoted with; whatever else is written are names of places, offices and classes. */
const telling = new Set(['saidBy', 'ledBy', 'note', 'passage', 'place', 'title', 'post', 'publisher', 'about', 'heldParty', 'pinReason']);
/** Of a stated text; a name in several languages has its writings under the same key. */
const tells = (key: string, value: unknown): boolean => telling.has(key) || (key === 'text' && typeof value !== 'string');
/** Ids, figures, days, instants and codes tell nothing by themselves. */
const isBare = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[-+\d.:TZ]*$|^[a-z][a-z_]{0,39}$|^[A-Z]{3}$/.test(text);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** `salted` gives a salt that nobody can guess with the digest of a text under it. */
export function freeze(report: unknown, salted: (text: string) => { readonly salt: string; readonly digest: string }): Frozen {
  const words: FrozenWord[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string, isTold: boolean): number => {
    const key = `${isTold ? 'told' : ''} ${text}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    words.push({ ...salted(text), text, ...(isTold ? { tells: true } : {}) });
    places.set(key, words.length - 1);
    return words.length - 1;
  };
  const walk = (value: unknown, isTold: boolean): unknown => {
    if (typeof value === 'string') return isBare(value) && !isTold ? value : { word: placeOf(value, isTold) };
    if (isList(value)) return value.map((one) => walk(one, isTold));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, tells(key, one) || (isTold && key !== 'origin'))]));
  };
  return { content: walk(report, false), words };
}

/** The report as it was, but for what was taken out of it; whoever asks reads it by its shape. */
export function thaw({ content, words }: Frozen): unknown {
  const walk = (value: unknown): unknown => {
    if (isList(value)) return value.map(walk);
    if (!isRecord(value)) return value;
    const { word } = value;
    if (typeof word === 'number') return words[word]?.text ?? '';
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  return walk(content);
}

/** What the hash of a snapshot is taken of: it stays the same when a name is taken out. Numbers as text, since none is hashed. */
export const hashedOf = ({ content, words }: Frozen): unknown => {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'number') return `#${String(value)}`;
    if (isList(value)) return value.map(walk);
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)])) : value;
  };
  return { content: walk(content), words: words.map(({ digest }) => digest) };
};

/** What stands where a name was. */
export const nameGone = '[…]';

/** A name wherever it is said, in capitals or not, and not within another word where words are written apart. */
function soughtAs(name: string): RegExp {
  const written = name
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  const isApart = !/[\u2E80-\uFFDC]/.test(name);
  return new RegExp(isApart ? String.raw`(?<![\p{L}\p{N}])${written}(?![\p{L}\p{N}])` : written, 'giu');
}

/** Letters on each side by which a reader knows a passage. */
const aroundName = 24;

/** Where a name stands in people's own words, each passage with what surrounds it. */
const passagesOf = (words: readonly FrozenWord[], sought: RegExp): readonly string[] =>
  words.flatMap(({ text, tells: isTold }) =>
    isTold !== true
      ? []
      : [...text.matchAll(sought)].map(({ 0: found, index }) => {
          const [from, to] = [Math.max(0, index - aroundName), index + found.length + aroundName];
          return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
        }),
  );

export type WithoutName =
  | { readonly kind: 'found'; readonly words: readonly FrozenWord[]; readonly passages: readonly string[] }
  /** No person's name: figures alone, or what a city, an office, a company or a class is called. */
  | { readonly kind: 'no_person'; readonly called: string }
  | { readonly kind: 'nowhere' };

/** The same without a person's name in anybody's own words; what places, offices and companies are called is no person's, and stays. */
export function withoutName(words: readonly FrozenWord[], name: string, day: string): WithoutName {
  const sought = soughtAs(name);
  if (!/\p{L}/u.test(name)) return { kind: 'no_person', called: name.trim() };
  const called = words.flatMap(({ text, tells: isTold }) => (isTold !== true && text.search(sought) !== -1 ? [text] : []));
  const [shortest] = called.toSorted((one, other) => one.length - other.length);
  if (shortest !== undefined) return { kind: 'no_person', called: shortest };
  const passages = passagesOf(words, sought);
  if (passages.length === 0) return { kind: 'nowhere' };
  const left = words.map((word): FrozenWord => {
    const text = word.text.replaceAll(sought, nameGone);
    return text === word.text ? word : { digest: word.digest, text, ...(word.tells === true ? { tells: true } : {}), removed: day };
  });
  return { kind: 'found', words: left, passages };
}

/** The days on which names were taken out, the first first. */
export const removedOn = (words: readonly FrozenWord[]): readonly string[] =>
  [...new Set(words.flatMap(({ removed }) => removed ?? []))].toSorted();
