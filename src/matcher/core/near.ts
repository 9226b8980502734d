// Words that the glossary lacks, read as the concepts nearest to them by vectors that somebody hands in. Nothing depends on them: without, nothing is near.
import { simplified } from '#kernel/writing/han.ts';
import type { Lexicon, Weighed } from './lexicon.ts';

/** What tells how near words are to each other, in both languages alike: as read from an operator's folder, or by whatever else can say it. */
export interface WordVectors {
  /** Of length one, or null for a word that it does not know; words are in small letters, or in simplified characters. */
  readonly vectorOf: (word: string, isHan: boolean) => Float32Array | null;
}

/** Less than this much alike (the cosine of their vectors) are words that merely stand in the same texts. */
export const leastNear = 0.5;
/** A word that is near says so much of what the word itself would, times how near it is. */
export const nearShare = 0.4;
/** Of so many concepts at most. */
const mostNear = 2;
/** So many words are kept with what they are near to; others are worked out again. */
const mostKept = 50_000;

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
};

const meanOf = (vectors: readonly Float32Array[]): Float32Array | null => {
  const [first, ...others] = vectors;
  if (first === undefined) return null;
  return unit(first.map((value, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), value)));
};

const isHan = /\p{Script=Han}/u;

/** The vector of a word or phrase: its own, or that of its words where all of them have one. */
function formVector({ vectorOf }: WordVectors, form: string): Float32Array | null {
  if (isHan.test(form)) return vectorOf(simplified(form), true);
  const vectors = form
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => vectorOf(word, false));
  const known = vectors.filter((vector) => vector !== null);
  return known.length < vectors.length ? null : meanOf(known);
}

interface Anchor {
  readonly term: number;
  readonly vector: Float32Array;
}

function nearest(anchors: readonly Anchor[], vector: Float32Array): readonly Weighed[] {
  const found: { term: number; near: number }[] = [];
  for (const { term, vector: other } of anchors) {
    let near = 0;
    for (let at = 0; at < vector.length; at += 1) near += (vector[at] as number) * (other[at] ?? 0);
    if (near >= leastNear) found.push({ term, near });
  }
  const best = found.sort((one, other) => other.near - one.near || one.term - other.term).slice(0, mostNear);
  return best.map(({ term, near }) => ({ term, weight: nearShare * Math.min(1, near) }));
}

/** The lexicon with these vectors: a concept lies where the words of both languages lie that stand for it. */
export function withVectors(lexicon: Lexicon, vectors: WordVectors): Lexicon {
  const anchors = lexicon.concepts.flatMap(({ term, forms }): readonly Anchor[] => {
    const vector = meanOf(forms.flatMap((form) => formVector(vectors, form) ?? []));
    return vector === null ? [] : [{ term, vector }];
  });
  const kept = new Map<string, readonly Weighed[]>();
  const near: Lexicon['near'] = (word, han) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const vector = vectors.vectorOf(han ? simplified(word) : word.toLowerCase(), han);
    const found = vector === null ? [] : nearest(anchors, vector);
    if (kept.size < mostKept) kept.set(word, found);
    return found;
  };
  return { ...lexicon, near, forOnce: () => ({ ...lexicon.forOnce(), near }) };
}
