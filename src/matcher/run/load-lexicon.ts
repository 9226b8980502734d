// Reads the words of the matcher from the disc, once a process: glossary, dictionary, and what an office adds.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lexiconOf, type Lexicon } from '../core/lexicon.ts';

const folder = path.resolve(import.meta.dirname, '..');
const textOf = (...names: readonly string[]): string => readFileSync(path.join(folder, ...names), 'utf8');

function glossaries(): Readonly<Record<string, string>> {
  const names = readdirSync(path.join(folder, 'glossary')).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(names.sort().map((name) => [name.replace('.txt', ''), textOf('glossary', name)]));
}

const dictionary = (): string => textOf('dictionary', 'chinese-words.txt');

/** The words of our own glossary and the dictionary alone, for what is to be added to them. */
export const loadGlossary = (): Lexicon => lexiconOf({ glossaries: glossaries(), dictionary: dictionary() });

/**
 * The words of the product, and those of `added` (name → lines as in the glossary). Takes a third of a second and some thirty megabytes: keep
 * what it gives.
 */
export function loadLexicon(added: Readonly<Record<string, string>> = {}): Lexicon {
  const others = { 'map-features': textOf('dictionary', 'map-features.txt'), places: textOf('dictionary', 'places.txt') };
  return lexiconOf({ glossaries: { ...glossaries(), ...others, ...added }, dictionary: dictionary() });
}
