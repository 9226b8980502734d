// Words of one office over those of all: pairs that mean the same there. The words of the product stay as they are for everybody else.
import { glossaryRate, isHanWord, keyOf, type Concept, type Lexicon } from './lexicon.ts';
import { tokensOf } from './text/tokens.ts';

export interface WordPair {
  readonly english: string;
  readonly chinese: string;
}

/** What stands in another map, unless it is said otherwise here: the rates of all words are too many to be copied for each office. */
class Over extends Map<string, number> {
  readonly #under: ReadonlyMap<string, number>;
  constructor(under: ReadonlyMap<string, number>) {
    super();
    this.#under = under;
  }
  override get(key: string): number | undefined {
    return super.get(key) ?? this.#under.get(key);
  }
  override has(key: string): boolean {
    return super.has(key) || this.#under.has(key);
  }
}

const joined = (one: readonly Concept[], other: readonly Concept[]): readonly Concept[] => [
  ...one,
  ...other.filter(({ term }) => !one.some((known) => known.term === term)),
];

/**
 * The lexicon with these pairs, the earlier first. A word that stands for nothing yet stands for all that the other one does; where both or neither do,
 * they get a meaning of their own in common, which lies in no field.
 */
export function withOwnWords(lexicon: Lexicon, pairs: readonly WordPair[]): Lexicon {
  if (pairs.length === 0) return lexicon;
  const rates = new Over(lexicon.rates);
  for (const form of pairs.flatMap(({ english, chinese }) => [english.trim(), chinese.trim()]))
    if (isHanWord.test(form)) rates.set(form, Math.max(glossaryRate, rates.get(form) ?? 0));
  const phrases = new Map(lexicon.phrases);
  const beginnings = new Set(lexicon.beginnings);
  for (const { english, chinese } of pairs) {
    const read = [english, chinese].map((form) => tokensOf(form, rates));
    const keys = read.map((tokens) => keyOf(tokens, 0, tokens.length));
    if (keys.includes('')) continue;
    for (const tokens of read) for (let to = 1; to < tokens.length; to += 1) beginnings.add(keyOf(tokens, 0, to));
    const [first = [], second = []] = keys.map((key) => phrases.get(key) ?? []);
    const name = `own/${keys.join('/')}`;
    const own = { term: lexicon.numberOf('concept', name), group: lexicon.numberOf('group', name), field: lexicon.numberOf('field', name) };
    const common = first.length > 0 === second.length > 0 ? [own] : [...first, ...second];
    for (const key of keys) phrases.set(key, joined(phrases.get(key) ?? [], common));
  }
  return { ...lexicon, rates, phrases, beginnings };
}
