// A text cut into what can carry a meaning: stems of Latin words, words of Chinese, each with its place in the text as it was written.
import { fold } from '#kernel/fold.ts';
import { simplified } from '#kernel/writing/han.ts';
import { segmentsOf, type WordRates } from './segment.ts';
import { stemOf } from './stem.ts';

export interface Token {
  /** The stem, or the Chinese word in simplified characters. */
  readonly form: string;
  readonly isHan: boolean;
  readonly start: number;
  readonly end: number;
  /** How often a punctuation mark ended a sentence or clause before it: no phrase goes across one. */
  readonly clause: number;
}

const pieces = /(\p{Script=Han}+)|([[\p{L}\p{N}]--\p{Script=Han}]+(?:[’'][a-zA-Z]+)?)|([.!?;:,，。！？；：、\(\)（）\|\n]+)/gv;
const plainLatin = /^[a-z0-9]+$/;

/** Simplified, where that keeps every character in its place. */
const sameLength = (run: string): string => {
  const simple = simplified(run);
  return simple.length === run.length ? simple : run;
};

const latin = (word: string): string => {
  const lower = word.toLowerCase();
  return stemOf((plainLatin.test(lower) ? lower : fold(lower)).replace(/[’'].*$/, ''));
};

/** The tokens of a text, in order. */
export function tokensOf(text: string, rates: WordRates): readonly Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const { 0: piece, 1: han, 2: word, index } of text.matchAll(pieces)) {
    if (han !== undefined) {
      for (const { at, word: form } of segmentsOf(sameLength(han), rates))
        tokens.push({ form, isHan: true, start: index + at, end: index + at + form.length, clause });
    } else if (word !== undefined) {
      tokens.push({ form: latin(word), isHan: false, start: index, end: index + piece.length, clause });
    } else clause += 1;
  }
  return tokens;
}
