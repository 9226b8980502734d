// What a need or an offer says, as weighted terms that either language shares; what a word means is settled by the words around it.
import type { Concept, Lexicon, OwnTerm, TermKind, Weighed } from './lexicon.ts';
import { keyOf } from './lexicon.ts';
import type { Passage } from './model.ts';
import { weightOfWord } from './text/common-words.ts';
import { stemOf } from './text/stem.ts';
import { tokensOf, type Token } from './text/tokens.ts';

/** Terms in ascending order with their weights: what is kept of a text. */
export interface Terms {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** How much of the text is in Han characters, 0 to 1. */
  readonly han: number;
}

/** Terms, and for each the words of the text that it rests on, as they are written there, the weightiest first; none where they tell too little to be named. */
export interface Reading extends Terms {
  readonly quotes: ReadonlyMap<number, readonly Quote[]>;
  /** Of terms without quotes the words that they rest on all the same: too wide to be a reason, told where nothing else can be. */
  readonly wide: ReadonlyMap<number, string>;
  /** Terms of which the text says nothing itself: they rest on words that are near to them. */
  readonly near: ReadonlySet<number>;
}

export interface Quote {
  readonly words: string;
  readonly mass: number;
}

/** A word or phrase that was met, with what it may stand for. */
interface Hit {
  readonly words: string;
  readonly senses: readonly Concept[];
  /** Where it lies inside a longer phrase, what that stands for: the part means nothing else. */
  readonly inside: readonly Concept[];
  readonly own: readonly OwnTerm[];
  /** What it is near to, where it stands for nothing that is known. */
  readonly near: readonly Weighed[];
  readonly mass: number;
}

/** What a title says is said of the whole. */
const titleMass = 2;
/** A part of a phrase says less than the phrase; its own words beside a concept, too. */
const partMass = 0.35;
const besideConcept = 0.45;
/** So many times said is as much as half of for ever. */
const halfMass = 0.8;
const longestPhrase = 6;

/** How much a term can weigh by its kind. */
const weightOfKind: Readonly<Record<TermKind, number>> = { concept: 1, word: 1, group: 0.45, field: 0.16, place: 0.2 };

const shareTerm = (one: readonly Concept[], other: readonly Concept[]): readonly Concept[] =>
  one.filter((sense) => other.some((whole) => whole.group === sense.group || whole.field === sense.field));

/** Where the longest phrase ends that begins at a token; `at` where none does. */
function phraseEnd(lexicon: Lexicon, tokens: readonly Token[], at: number): number {
  let end = at;
  for (let to = at + 1; to <= Math.min(tokens.length, at + longestPhrase); to += 1) {
    if (tokens[to - 1]?.clause !== tokens[at]?.clause) break;
    const key = keyOf(tokens, at, to);
    if (lexicon.phrases.has(key)) end = to;
    if (!lexicon.beginnings.has(key)) break;
  }
  return end;
}

/** Words of the glossary inside a longer Chinese word. */
function* innerWords(lexicon: Lexicon, word: string): Generator<readonly [string, readonly Concept[]]> {
  for (let length = word.length - 1; length >= 2; length -= 1)
    for (let at = 0; at + length <= word.length; at += 1) {
      const inner = word.slice(at, at + length);
      const senses = lexicon.phrases.get(inner);
      if (senses !== undefined) yield [inner, senses];
    }
}

function hitsOf(lexicon: Lexicon, text: string, mass: number): readonly Hit[] {
  const tokens = tokensOf(text, lexicon.rates);
  const hits: Hit[] = [];
  const single = (token: Token, senses: readonly Concept[], inside: readonly Concept[], weight: number): void => {
    const beside = senses.length > 0 || inside.length > 0 ? besideConcept : 1;
    // A place is known by its name alone, in either language.
    const isPlace = senses.length > 0 && senses.every(({ term }) => lexicon.kindOf(term) === 'place');
    const own = (isPlace ? [] : lexicon.ownTerms(token)).map((term) => ({ ...term, weight: term.weight * beside }));
    const words = text.slice(token.start, token.end);
    const isUnknown = senses.length === 0 && inside.length === 0 && weightOfWord(token.form) === 1;
    const near = isUnknown ? lexicon.near(words, token.isHan).filter(({ term }) => own.every((known) => known.term !== term)) : [];
    hits.push({ words, senses, inside, own, near, mass: weight });
    if (token.isHan && token.form.length > 2)
      for (const [inner, found] of innerWords(lexicon, token.form))
        hits.push({ words: inner, senses: found, inside: senses, own: [], near: [], mass: weight * partMass });
  };
  for (let at = 0; at < tokens.length;) {
    const end = phraseEnd(lexicon, tokens, at);
    const token = tokens[at];
    if (token === undefined) break;
    const senses = end > at ? (lexicon.phrases.get(keyOf(tokens, at, end)) ?? []) : [];
    if (end <= at + 1) {
      single(token, senses, [], mass);
      at += 1;
      continue;
    }
    hits.push({ words: text.slice(token.start, tokens[end - 1]?.end), senses, inside: [], own: [], near: [], mass });
    for (let inner = at; inner < end; inner += 1) {
      const part = tokens[inner];
      if (part !== undefined) single(part, lexicon.phrases.get(part.form) ?? [], senses, mass * partMass);
      for (let to = inner + 2; to <= end; to += 1) {
        const found = to - inner < end - at ? lexicon.phrases.get(keyOf(tokens, inner, to)) : undefined;
        const last = tokens[to - 1];
        if (found !== undefined && part !== undefined && last !== undefined)
          hits.push({ words: text.slice(part.start, last.end), senses: found, inside: senses, own: [], near: [], mass: mass * partMass });
      }
    }
    at = end;
  }
  return hits;
}

/** What a hit may mean: inside a phrase only what belongs to it. */
const possible = (hit: Hit): readonly Concept[] => (hit.inside.length > 0 ? shareTerm(hit.senses, hit.inside) : hit.senses);

/** How much of the text lies in each group and field, each hit counted for all that it may mean. */
function surroundings(hits: readonly Hit[]): ReadonlyMap<number, number> {
  const mass = new Map<number, number>();
  for (const hit of hits) {
    const senses = possible(hit);
    for (const { group, field } of senses) {
      const share = hit.mass / senses.length ** 2;
      mass.set(group, (mass.get(group) ?? 0) + share);
      mass.set(field, (mass.get(field) ?? 0) + share);
    }
  }
  return mass;
}

/** Which concepts lie in each group: whether a text speaks of a subject in more than one word. */
function subjects(hits: readonly Hit[]): ReadonlyMap<number, ReadonlySet<number>> {
  const within = new Map<number, Set<number>>();
  for (const { term, group } of hits.flatMap(possible)) within.set(group, (within.get(group) ?? new Set()).add(term));
  return within;
}

/** A word of several meanings is read as what is around it; where nothing is, it is shared among them and weighs less. */
function settled(senses: readonly Concept[], hit: Hit, around: ReadonlyMap<number, number>): readonly (readonly [Concept, number])[] {
  const [only] = senses;
  if (only !== undefined && senses.length === 1) return [[only, 1]];
  const own = hit.mass / senses.length ** 2;
  const supports = senses.map(({ group, field }) => {
    const same = senses.filter((sense) => sense.field === field).length * own;
    return Math.max(0, (around.get(group) ?? 0) - own) + 0.4 * Math.max(0, (around.get(field) ?? 0) - same);
  });
  const scores = supports.map((support) => (0.2 + support) ** 2);
  const length = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0));
  const certainty = Math.max(...supports) > 0 ? 1 : 0.6;
  return senses.map((sense, at) => [sense, ((scores[at] ?? 0) / length) * certainty] as const);
}

/** Whether it is one word of every sentence, such as a verb: match, tie, note. */
const isOfEverySentence = (words: string): boolean => /^\p{Script=Latin}+$/u.test(words) && weightOfWord(stemOf(words.toLowerCase())) < 1;

const weighed = (kind: TermKind, mass: number): number => (weightOfKind[kind] * mass) / (mass + halfMass);

const lettersOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** A Han character says as much as two or three Latin letters. */
function hanShare(passages: readonly Passage[]): number {
  const text = passages.map((passage) => `${passage.title} ${passage.text}`).join(' ');
  const han = lettersOf(text, /\p{Script=Han}/gu) * 2.5;
  const all = han + lettersOf(text, /\p{Script=Latin}/gu);
  return all === 0 ? 0 : han / all;
}

const weightiest = (words: ReadonlyMap<string, number>): string =>
  [...words].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];

/** Reads passages: each of a need's or an offer's languages says the same, so that their terms meet. */
export function readPassages(lexicon: Lexicon, passages: readonly Passage[]): Reading {
  const hits = passages.flatMap(({ title, text }) => [...hitsOf(lexicon, title, titleMass), ...hitsOf(lexicon, text, 1)]);
  const [around, within] = [surroundings(hits), subjects(hits)];
  const mass = new Map<number, number>();
  const [quotes, nearQuotes] = [new Map<number, Map<string, number>>(), new Map<number, Map<string, number>>()];
  const wideQuotes = new Map<number, Map<string, number>>();
  const add = (term: number, amount: number, words: string, among = quotes): void => {
    if (amount <= 0) return;
    mass.set(term, (mass.get(term) ?? 0) + amount);
    const quoted = among.get(term) ?? new Map<string, number>();
    among.set(term, quoted.set(words, (quoted.get(words) ?? 0) + amount));
  };
  for (const hit of hits) {
    for (const { term, weight, tells } of hit.own) add(term, hit.mass * weight, hit.words, tells ? quotes : wideQuotes);
    for (const { term, weight } of hit.near) add(term, hit.mass * weight, hit.words, nearQuotes);
    const senses = possible(hit);
    if (senses.length === 0) continue;
    for (const [{ term, group, field }, share] of settled(senses, hit, around)) {
      // What verbs of every sentence mean beside is no reason and makes nobody related, unless the text says more of that subject.
      const isStray = field === lexicon.apart && isOfEverySentence(hit.words) && (within.get(group)?.size ?? 0) < 2;
      add(term, hit.mass * share, hit.words, isStray ? wideQuotes : quotes);
      if (isStray || lexicon.kindOf(term) === 'place') continue;
      add(group, hit.mass * share, hit.words);
      // A field is so wide that its words name nothing: harbours and sales agents lie in one.
      add(field, hit.mass * share, hit.words, wideQuotes);
    }
  }
  const ids = Int32Array.from([...mass.keys()]).sort();
  const weights = Float32Array.from(ids, (id) => weighed(lexicon.kindOf(id), mass.get(id) ?? 0));
  const near = new Set([...nearQuotes.keys()].filter((term) => !quotes.has(term)));
  const wide = [...wideQuotes].flatMap(([term, words]): (readonly [number, string])[] =>
    quotes.has(term) ? [] : [[term, weightiest(words)]],
  );
  const sorted = [...nearQuotes, ...quotes].map(([term, words]): readonly [number, readonly Quote[]] => [
    term,
    [...words].map(([quoted, amount]) => ({ words: quoted, mass: amount })).sort((one, other) => other.mass - one.mass),
  ]);
  return { ids, weights, han: hanShare(passages), quotes: new Map(sorted), wide: new Map(wide), near };
}
