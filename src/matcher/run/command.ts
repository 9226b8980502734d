// The matcher by itself: `npm run match -- FILE.json [--out result.json] [--top 20]`; needs no database. Exit code 0, 2 where the call or the
// file is wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadLexicon } from './load-lexicon.ts';
import { matchEntries } from './match-entries.ts';
import { readMatchFile } from './match-file.ts';

const usage = 'Usage: npm run match -- FILE.json [--out result.json] [--top 20]';
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
    options: { out: text, top: text },
  });
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name !== 'out' && token.name !== 'top') problems.push(`${token.rawName} is not known.`);
    else if (token.value === undefined) problems.push(`${token.rawName} needs a value.`);
  }
  const top = typeof values['top'] === 'string' ? Number(values['top']) : 20;
  if (!(Number.isInteger(top) && top >= 1 && top <= 10_000))
    problems.push(`--top is “${String(values['top'])}”; it has to be a whole number from 1 to 10,000.`);
  const [file = ''] = positionals;
  if (positionals.length !== 1) problems.push(positionals.length === 0 ? 'No file is named.' : 'One file at a time.');
  if (problems.length > 0) giveUp([...problems, usage]);
  return { file, top, out: typeof values['out'] === 'string' ? values['out'] : null };
})();

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    return giveUp([`The file cannot be read: ${reasonOf(fault)}.`]);
  }
};

const read = readMatchFile(textOf(call.file));
if (!read.ok) giveUp(read.problems);
else {
  const results = matchEntries(loadLexicon(), read.file, call.top);
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
