// An operator's folder of word vectors, in the text format of word2vec and fastText: a first line with how many words and how many numbers each, then a word
// a line with its numbers. `NAME.en.vec` is of English words, `NAME.zh.vec` of Chinese ones; both lie in one space (aligned), else nothing of one is near to
// anything of the other.
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { simplified } from '#kernel/writing/han.ts';
import type { WordVectors } from '../core/near.ts';

/** Such files begin with the words that are used most; no more of each language are held than these, one byte a number. */
export const mostWords = 100_000;
const mostNumbers = 512;
const mostProblems = 20;

type Language = 'en' | 'zh';
const called: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
/** As the reader of texts writes words. */
const asRead: Readonly<Record<Language, (word: string) => string>> = { en: (word) => word.toLowerCase(), zh: simplified };
const isLanguage = (tag: string | undefined): tag is Language => tag !== undefined && tag in called;

const languageOf = (name: string): Language | null => {
  const [, language] = /(?:^|[._-])(en|zh)(?:[._-][^/]*)?\.vec$/.exec(name) ?? [];
  return isLanguage(language) ? language : null;
};

/** What was read of one language: words by lines, and a row of numbers for each, in memory that threads share. */
interface Table {
  readonly width: number;
  readonly words: string;
  readonly numbers: Int8Array<SharedArrayBuffer>;
}
export type Tables = Readonly<Record<Language, Table>>;

export type ReadVectors = { readonly ok: true; readonly tables: Tables } | { readonly ok: false; readonly problems: readonly string[] };

/** The lines of a file, one piece after another: such files are larger than memory. */
function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const piece = Buffer.alloc(1 << 20);
    let rest = '';
    for (let length = readSync(descriptor, piece); length > 0; length = readSync(descriptor, piece)) {
      const lines = (rest + decoder.decode(piece.subarray(0, length), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(descriptor);
  }
}

/** Whole parts of the largest: only the direction of a vector counts. */
function fill(numbers: Int8Array, from: number, values: readonly number[]): void {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  for (const [at, value] of values.entries()) numbers[from + at] = Math.round((value / most) * 127);
}

const headOf = (line: string | undefined): readonly [words: number, width: number] | null => {
  const [, words, width] = /^(\d+) (\d+)\s*$/.exec(line ?? '') ?? [];
  return words === undefined || width === undefined ? null : [Number(words), Number(width)];
};

/** What is wrong with a word's line; null where it can be read. */
function lineProblem(word: string, values: readonly number[], width: number): string | null {
  if (word === '') return 'has no word';
  if (values.length !== width) return `has ${values.length} numbers instead of ${width}`;
  if (!values.every(Number.isFinite)) return 'has something that is no number';
  return values.every((value) => value === 0) ? 'has nothing but zeros' : null;
}

function tableOf(file: string, language: Language, problems: string[]): Table | null {
  const name = path.basename(file);
  const lines = linesOf(file);
  const first = lines.next();
  const head = headOf(first.done === true ? undefined : first.value);
  if (head === null || head[1] < 2 || head[1] > mostNumbers) {
    problems.push(
      `${name}, line 1: it has to say how many words there are and how many numbers each (2 to ${mostNumbers}), such as “200000 300”`,
    );
    return null;
  }
  const [said, width] = head;
  const room = Math.min(said, mostWords);
  const known = new Set<string>();
  const numbers = new Int8Array(new SharedArrayBuffer(room * width));
  let at = 1;
  for (const line of lines) {
    at += 1;
    if (line.trim() === '') continue;
    if (known.size === room) break;
    const [word = '', ...rest] = line.trimEnd().split(' ');
    const values = rest.map(Number);
    const wrong = lineProblem(word, values, width);
    if (wrong !== null) problems.push(`${name}, line ${at}: it ${wrong}`);
    if (problems.length >= mostProblems) return null;
    const key = asRead[language](word);
    // Of two writings of one word the first is the more used one.
    if (wrong !== null || known.has(key)) continue;
    fill(numbers, known.size * width, values);
    known.add(key);
  }
  return { width, words: [...known].join('\n'), numbers };
}

function finderIn({ width, words, numbers }: Table): (word: string) => Float32Array | null {
  const places = new Map(words.split('\n').map((word, place) => [word, place]));
  return (word) => {
    const place = places.get(word);
    if (place === undefined) return null;
    const vector = Float32Array.from(numbers.subarray(place * width, (place + 1) * width));
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    return vector.map((value) => value / length);
  };
}

export function vectorsOf({ en, zh }: Tables): WordVectors {
  const [inEnglish, inChinese] = [finderIn(en), finderIn(zh)];
  return { vectorOf: (word, isHan) => (isHan ? inChinese(word) : inEnglish(word)) };
}

const faultOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Both tables, or one problem and more. */
function tablesIn(folder: string, problems: string[]): Tables | null {
  const found: Partial<Record<Language, string>> = {};
  for (const name of readdirSync(folder).sort()) {
    const language = languageOf(name);
    if (language === null) continue;
    if (found[language] === undefined) found[language] = name;
    else problems.push(`${found[language]} and ${name} are both of one language; there has to be one file for each`);
  }
  for (const language of ['en', 'zh'] as const)
    if (found[language] === undefined) problems.push(`there is no file of ${called[language]} words, such as wiki.${language}.vec`);
  if (found.en === undefined || found.zh === undefined || problems.length > 0) return null;
  const [en, zh] = [tableOf(path.join(folder, found.en), 'en', problems), tableOf(path.join(folder, found.zh), 'zh', problems)];
  if (en === null || zh === null) return null;
  if (en.width !== zh.width)
    problems.push(`${found.en} has ${en.width} numbers a word and ${found.zh} has ${zh.width}; they have to lie in one space`);
  return { en, zh };
}

/**
 * Reads a folder, or tells what is wrong with it: all at once, but for what comes after twenty. Takes ten seconds of a processor for 300 numbers a word.
 */
export function readVectors(folder: string): ReadVectors {
  const problems: string[] = [];
  try {
    const tables = tablesIn(folder, problems);
    if (tables !== null && problems.length === 0) return { ok: true, tables };
  } catch (fault) {
    problems.push(`it cannot be read: ${faultOf(fault)}`);
  }
  return { ok: false, problems };
}
