// The matcher by itself: `npm run match -- FILE.json [--out result.json] [--top 20] [--vectors FOLDER]`; needs no database. Exit code 0, 2 where the call or the
// file is wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Lexicon } from '../core/lexicon.ts';
import { withVectors } from '../core/near.ts';
import { loadLexicon } from './load-lexicon.ts';
import { matchEntries } from './match-entries.ts';
import { readMatchFile } from './match-file.ts';
import { readVectors, vectorsOf } from './read-vectors.ts';

const usage = 'Usage: npm run match -- FILE.json [--out result.json] [--top 20] [--vectors FOLDER]';
/** More problems than these are counted, not told. */
const mostTold = 50;

const giveUp = (problems: readonly string[]): never => {
  for (const problem of problems.slice(0, mostTold)) console.error(problem);
  if (problems.length > mostTold) console.error(`… and ${(problems.length - mostTold).toLocaleString('en')} more.`);
  process.exit(2);
};

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

const call = (() => {
  const text = { type: 'string' } as const;
  const { tokens, values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { out: text, top: text, vectors: text },
  });
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(token.name === 'out' || token.name === 'top' || token.name === 'vectors')) problems.push(`${token.rawName} is not known.`);
    else if (token.value === undefined) problems.push(`${token.rawName} needs a value.`);
  }
  const top = typeof values['top'] === 'string' ? Number(values['top']) : 20;
  if (!(Number.isInteger(top) && top >= 1 && top <= 10_000))
    problems.push(`--top is “${String(values['top'])}”; it has to be a whole number from 1 to 10,000.`);
  const [file = ''] = positionals;
  if (positionals.length !== 1) problems.push(positionals.length === 0 ? 'No file is named.' : 'One file at a time.');
  if (problems.length > 0) giveUp([...problems, usage]);
  const named = (name: 'out' | 'vectors'): string | null => (typeof values[name] === 'string' ? values[name] : null);
  return { file, top, out: named('out'), vectors: named('vectors') };
})();

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    return giveUp([`The file cannot be read: ${reasonOf(fault)}.`]);
  }
};

const lexiconFor = (folder: string | null): Lexicon => {
  const words = loadLexicon();
  if (folder === null) return words;
  const read = readVectors(folder);
  return read.ok ? withVectors(words, vectorsOf(read.tables)) : giveUp(read.problems.map((problem) => `--vectors: ${problem}.`));
};

const read = readMatchFile(textOf(call.file));
if (!read.ok) giveUp(read.problems);
else {
  const results = matchEntries(lexiconFor(call.vectors), read.file, call.top);
  const seconds = Math.round(performance.now()) / 1_000;
  const answer = `${JSON.stringify({ seconds, results }, null, 1)}\n`;
  if (call.out === null) process.stdout.write(answer);
  else {
    try {
      writeFileSync(call.out, answer);
    } catch (fault) {
      giveUp([`--out cannot be written: ${reasonOf(fault)}.`]);
    }
    console.log(`${results.length} needs matched with ${read.file.offers.length} offers in ${seconds} s.`);
  }
}
