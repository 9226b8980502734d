// What words stand for: concepts of the glossary, and for Chinese words that it lacks what a dictionary says in English.
import { weightOfWord } from './text/common-words.ts';
import { stemOf } from './text/stem.ts';
import { tokensOf, type Token } from './text/tokens.ts';

/** The words that a lexicon is made of, as text: who reads files hands them in. */
export interface LexiconSources {
  /**
   * Field → its lines: `shore power | cold ironing = 岸电 | 港口岸电`, below a line `# ports` that names the group; below `# alone` each
   * lies by itself. Later ones add to earlier ones.
   */
  readonly glossaries: Readonly<Record<string, string>>;
  /** A Chinese word a line, with how often it is used and what it means: `冷链⇥3⇥cold chain`. */
  readonly dictionary: string;
}

/** A weighted term. */
export interface Weighed {
  readonly term: number;
  readonly weight: number;
}

/** What a word stands for by itself. */
export interface OwnTerm extends Weighed {
  /** Whether it may be named as a reason; what does not tell counts all the same. */
  readonly tells: boolean;
}

export interface Concept {
  readonly term: number;
  readonly group: number;
  readonly field: number;
}

/** What kind a term is decides what it can weigh. */
const kinds = ['concept', 'word', 'group', 'field', 'place'] as const;
export type TermKind = (typeof kinds)[number];

export interface Lexicon {
  readonly rates: ReadonlyMap<string, number>;
  /** Forms of tokens, joined by blanks → the concepts that they may stand for. */
  readonly phrases: ReadonlyMap<string, readonly Concept[]>;
  /** How all phrases begin, so that none is looked for in vain. */
  readonly beginnings: ReadonlySet<string>;
  /** What a token stands for by itself, beside its concepts: at most 1 in all (in squares). */
  readonly ownTerms: (token: Token) => readonly OwnTerm[];
  /** The concepts that a word which stands for none is near to; none unless somebody handed in vectors (`near.ts`). */
  readonly near: (word: string, isHan: boolean) => readonly Weighed[];
  /** What stands for each concept, of both languages, as written. */
  readonly concepts: readonly { readonly term: number; readonly forms: readonly string[] }[];
  /** The field of senses that are there to be kept apart from usual ones: `glossary/other-senses.txt`. */
  readonly apart: number;
  /** The kind of a term: its place in `kinds`. */
  readonly kindOf: (term: number) => TermKind;
  /** Lines of the glossaries that could not be read. */
  readonly problems: readonly string[];
  /** The number of a term, given to it now where it has none. */
  readonly numberOf: NumberOf;
  /** The same words for a text that is read once, whoever wrote it: words that nobody else used are left out, and nothing of it is kept. */
  readonly forOnce: () => Lexicon;
}

export type NumberOf = (kind: TermKind, name: string) => number;

export const keyOf = (tokens: readonly Token[], from: number, to: number): string => {
  let key = tokens[from]?.form ?? '';
  for (let at = from + 1; at < to; at += 1) key += ` ${tokens[at]?.form ?? ''}`;
  return key;
};

const unitLength = (terms: ReadonlyMap<number, number>, length: number): readonly Weighed[] => {
  const squares = [...terms.values()].reduce((sum, weight) => sum + weight * weight, 0);
  const scale = squares === 0 ? 0 : length / Math.sqrt(squares);
  return [...terms].map(([term, weight]) => ({ term, weight: weight * scale }));
};

/** Terms get numbers as they are met; a number is never given twice. */
function numbering() {
  const numbers = new Map<string, number>();
  const kindsOf: TermKind[] = [];
  const numberOf = (kind: TermKind, name: string): number => {
    const key = `${kind}:${name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kindsOf.length);
    return kindsOf.push(kind) - 1;
  };
  /** -1 where it has none. */
  const knownNumber = (kind: TermKind, name: string): number => numbers.get(`${kind}:${name}`) ?? -1;
  return { numberOf, knownNumber, kindOf: (term: number): TermKind => kindsOf[term] ?? 'word' };
}

interface Line {
  readonly field: string;
  readonly group: string;
  readonly forms: readonly string[];
  /** Its forms say little by themselves: plant, machine. */
  readonly isWeak: boolean;
}

function linesOf(glossaries: LexiconSources['glossaries']): { readonly lines: readonly Line[]; readonly problems: readonly string[] } {
  const lines: Line[] = [];
  const problems: string[] = [];
  for (const [field, text] of Object.entries(glossaries)) {
    let group = field;
    for (const [at, written] of text.split(/\r?\n/).entries()) {
      const line = written.trim();
      if (line.startsWith('#')) group = `${field}/${line.slice(1).trim()}`;
      if (line === '' || line.startsWith('#')) continue;
      const sides = line.replace(/^~/, '').split(' = ');
      const forms = sides.flatMap((side) => side.split('|')).map((form) => form.trim());
      if (sides.length !== 2 || forms.includes(''))
        problems.push(`${field}, line ${at + 1}: “${line}” is not “words | words = 词语 | 词语”`);
      else {
        const alone = `${field}/${forms[0] ?? ''}`;
        const kin = group === `${field}/alone` ? { field: alone, group: alone } : { field, group };
        lines.push({ ...kin, forms, isWeak: line.startsWith('~') });
      }
    }
  }
  return { lines, problems };
}

export const isHanWord = /^\p{Script=Han}{2,}$/u;
/** A word of the glossary is preferred to its pieces. */
export const glossaryRate = 38;

/** A word of the dictionary is a word, however seldom it was counted: so much for each of its characters. */
const leastRate = 7;

/** Of a word's meanings the first are the usual ones. */
const mostMeanings = 3;
/** From so much use on a word says less, down to a seventh. */
const everydayRate = 34;
const byRate = (rate: number): number => Math.min(1, Math.max(0.15, 1 - (rate - everydayRate) / 18));

interface Dictionary {
  readonly rates: Map<string, number>;
  /** How much used an English word is, as far as the Chinese words that mean it show; only of much used ones. */
  readonly english: ReadonlyMap<string, number>;
  readonly meanings: (word: string) => string;
}

function dictionaryOf(text: string): Dictionary {
  const rates = new Map<string, number>();
  const places = new Map<string, number>();
  const english = new Map<string, number>();
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const tab = text.indexOf('\t', at);
    const second = text.indexOf('\t', tab + 1);
    const word = text.slice(at, tab);
    rates.set(word, Math.max(Number(text.slice(tab + 1, second)), word.length < 2 ? 0 : leastRate * word.length));
    const next = end < 0 ? text.length : end + 1;
    if (second + 1 < next - 1) places.set(word, second + 1);
    const rate = rates.get(word) ?? 0;
    if (rate > everydayRate && word.length > 1)
      for (const gloss of text.slice(second + 1, end).split(';', mostMeanings))
        if (!gloss.includes(' ')) english.set(stemOf(gloss), Math.max(rate, english.get(stemOf(gloss)) ?? 0));
    at = next;
  }
  const meanings = (word: string): string => {
    const place = places.get(word);
    return place === undefined ? '' : text.slice(place, text.indexOf('\n', place));
  };
  return { rates, english, meanings };
}

/** Names of places are of a kind of their own, which counts for less. */
const kindOfLine = ({ group, isWeak }: Line): TermKind => (group.startsWith('places/') ? 'place' : isWeak ? 'word' : 'concept');

const termOf = (line: Line, numberOf: NumberOf): number => numberOf(kindOfLine(line), `${line.group}/${line.forms[0] ?? ''}`);

type Phrases = Pick<Lexicon, 'phrases' | 'beginnings'>;

function phrasesOf(lines: readonly Line[], rates: ReadonlyMap<string, number>, numberOf: NumberOf): Phrases {
  const phrases = new Map<string, Concept[]>();
  const beginnings = new Set<string>();
  for (const line of lines) {
    const { field, group, forms } = line;
    const concept = { term: termOf(line, numberOf), group: numberOf('group', group), field: numberOf('field', field) };
    for (const form of forms) {
      const tokens = tokensOf(form, rates);
      // What is left out by itself is no form by itself: a drink's can is one only beside its drink.
      if (tokens.every((token) => weightOfWord(token.form) === 0)) continue;
      for (let to = 1; to < tokens.length; to += 1) beginnings.add(keyOf(tokens, 0, to));
      const key = keyOf(tokens, 0, tokens.length);
      const senses = phrases.get(key) ?? [];
      if (key !== '' && !senses.some(({ term }) => term === concept.term)) phrases.set(key, [...senses, concept]);
    }
  }
  return { phrases, beginnings };
}

/** A word that says less than this of what is sought counts, but is no reason that can be named: water, small, level. */
const leastTelling = 0.5;

/** What words stand for by themselves: a Chinese one for itself and for what the dictionary says, the first meanings most. */
function ownTermsOf({ rates, english, meanings }: Dictionary, { phrases }: Phrases, numberOf: NumberOf): Lexicon['ownTerms'] {
  /** Terms with their weights; those that name a meaning of the word stand in `telling`. */
  const translated = (word: string, telling: Set<number>): ReadonlyMap<number, number> => {
    const terms = new Map<number, number>();
    const add = (term: number, weight: number, tells: boolean): void => {
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
      // A single character is part of so many words that its translations name nothing.
      if (tells && word.length > 1) telling.add(term);
    };
    for (const [at, gloss] of meanings(word).split(';').slice(0, mostMeanings).entries()) {
      const tokens = tokensOf(gloss, rates);
      const concepts = phrases.get(keyOf(tokens, 0, tokens.length)) ?? [];
      const rank = 1 / (1 + at / 2);
      for (const concept of concepts) add(concept.term, rank / Math.sqrt(concepts.length), true);
      const share = rank / tokens.length / (concepts.length > 0 ? 2 : 1);
      // Of several words the last is what the thing is: a water pump is a pump and no water.
      for (const [place, { form }] of tokens.entries())
        add(numberOf('word', form), weightOfWord(form) * share, weightOfWord(form) === 1 && place === tokens.length - 1);
    }
    return terms;
  };
  const known = new Map<string, readonly OwnTerm[]>();
  const read = ({ form, isHan }: Token): readonly OwnTerm[] => {
    const weight = weightOfWord(form);
    if (weight === 0) return [];
    const heard = weight * byRate((isHan ? rates : english).get(form) ?? 0);
    const own = numberOf('word', form);
    if (!isHan) return [{ term: own, weight: heard, tells: heard >= leastTelling }];
    const telling = new Set<number>(form.length > 1 && heard >= leastTelling ? [own] : []);
    const meant = unitLength(translated(form, heard >= leastTelling ? telling : new Set()), 1);
    const both = new Map<number, number>([[own, meant.length > 0 ? 0.7 : 1]]);
    for (const each of meant) both.set(each.term, each.weight);
    return unitLength(both, heard).map((each) => ({ ...each, tells: telling.has(each.term) }));
  };
  return (token) => {
    const terms = known.get(token.form) ?? read(token).filter(({ term }) => term >= 0);
    known.set(token.form, terms);
    return terms;
  };
}

/** Makes what words stand for ready; takes half a second and is done once. */
export function lexiconOf(sources: LexiconSources): Lexicon {
  const dictionary = dictionaryOf(sources.dictionary);
  const { rates } = dictionary;
  const { lines, problems } = linesOf(sources.glossaries);
  for (const form of lines.flatMap(({ forms }) => forms))
    if (isHanWord.test(form)) rates.set(form, Math.max(glossaryRate, rates.get(form) ?? 0));
  const { numberOf, knownNumber, kindOf } = numbering();
  const phrases = phrasesOf(lines, rates, numberOf);
  const concepts = lines.flatMap((line) => (kindOfLine(line) !== 'concept' ? [] : [{ term: termOf(line, numberOf), forms: line.forms }]));
  const near: Lexicon['near'] = () => [];
  const apart = numberOf('field', 'other-senses');
  const common = { rates, ...phrases, near, concepts, apart, kindOf, problems, numberOf };
  const forOnce = (): Lexicon => ({ ...common, ownTerms: ownTermsOf(dictionary, phrases, knownNumber), forOnce });
  return { ...common, ownTerms: ownTermsOf(dictionary, phrases, numberOf), forOnce };
}
