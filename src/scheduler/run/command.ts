// The planner by itself: `npm run plan -- <instance> [--seconds 60] [--threads 2] [--seed 1] [--out plan.json]` on a file of the published
// benchmark (.dzn). Exit code 0 when decided, 3 when time ran out with a plan, 4 when it ran out with none, 2 for a wrong call.

import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Facts } from '../core/model.ts';
import { readInstance } from '../core/dzn/instance-facts.ts';
import { validate } from '../core/validate.ts';
import { provePlan, type Proof } from './prove.ts';
import { sentenceOf, sentenceOfProblem } from './sentences.ts';

const usage = 'Usage: npm run plan -- <instance.dzn> [--seconds 60] [--threads 2] [--seed 1] [--out plan.json]';
const exitCodes: Readonly<Record<Proof['status'], number>> = { optimal: 0, infeasible: 0, feasible: 3, unknown: 4 };

/** Seconds since the process began. */
const secondsSoFar = (): number => Math.round(performance.now()) / 1_000;

/** Problems that leave a readable instance without any plan; with any other there is nothing to plan. */
const contradiction = /^meetings\.facts_(pins?_|order_circle$)/;

/** More problems than these are counted, not told. */
const mostTold = 50;

/** Ends with all that is wrong with what was given: no fault of the planner. */
const giveUp = (problems: readonly string[]): never => {
  for (const problem of problems.slice(0, mostTold)) console.error(problem);
  if (problems.length > mostTold) console.error(`… and ${problems.length - mostTold} more.`);
  process.exit(2);
};

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Why nothing could be written there, asked before the work is done. */
const problemOfOut = (out: string): string | null => {
  try {
    const there = statSync(out, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) return `--out is a folder: ${out}.`;
    accessSync(there === undefined ? dirname(resolve(out)) : out, constants.W_OK);
    return null;
  } catch (fault) {
    return `--out cannot be written: ${reasonOf(fault)}.`;
  }
};

const call = (() => {
  const problems: string[] = [];
  const numberIn = (text: string, name: string, least: number, most: number): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (!(value >= least && value <= most)) problems.push(`--${name} is “${text}”; it has to be a number from ${least} to ${most}.`);
    return value;
  };
  const text = { type: 'string' } as const;
  const { tokens, values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { seconds: text, threads: text, seed: text, out: text },
  });
  const known = ['seconds', 'threads', 'seed', 'out'];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(token.name)) problems.push(`${token.rawName} is not known.`);
    else if (token.value === undefined) problems.push(`${token.rawName} needs a value.`);
  }
  const given = (name: string, otherwise: string): string => (typeof values[name] === 'string' ? values[name] : otherwise);
  const [file = ''] = positionals;
  if (positionals.length !== 1) problems.push(positionals.length === 0 ? 'No instance is named.' : 'One instance at a time.');
  const out = typeof values['out'] === 'string' ? values['out'] : null;
  const seconds = numberIn(given('seconds', '60'), 'seconds', 0.1, 86_400);
  const threads = Math.floor(numberIn(given('threads', '2'), 'threads', 1, 64));
  const seed = Math.floor(numberIn(given('seed', '1'), 'seed', 0, 2 ** 31));
  const unwritable = out === null ? null : problemOfOut(out);
  if (unwritable !== null) problems.push(unwritable);
  if (problems.length > 0) giveUp([...problems, usage]);
  // Two threads help each other even on one processor; more than there are processors only wait.
  return { file, out, seconds, seed, threads: Math.min(threads, Math.max(2, availableParallelism())) };
})();

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    return giveUp([`The instance cannot be read: ${reasonOf(fault)}.`]);
  }
};

/** Ended from outside, a run still answers with the best so far; asked again, it ends at once. */
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted.abort();
  });
}

/** Whole percent of the value that is not proven; 0 when both are 0. */
const gapOf = (value: number | null, bound: number | null): string => {
  if (value === null || bound === null) return '-';
  return `${(value === 0 ? 0 : (100 * (value - bound)) / value).toFixed(1)} %`;
};

const lineOf = (value: number | null, bound: number | null): string =>
  `${secondsSoFar().toFixed(2)} s  breaks ${value ?? '-'}  bound ${bound ?? '-'}  gap ${gapOf(value, bound)}`;

/** Writes and prints the answer, and ends the process. */
const answer = (facts: Facts, { status, value, bound, ...proof }: Proof, contradictions: readonly string[]): never => {
  const reasons = [...contradictions, ...proof.obstacles.map((obstacle) => sentenceOf(facts, obstacle))];
  if (status === 'infeasible' && reasons.length === 0) reasons.push('The exhaustive search found no plan that holds every meeting.');
  const seconds = secondsSoFar();
  const placements = proof.placements.map(({ meeting, slot, place }) => ({ meeting: meeting + 1, slot: slot + 1, table: place + 1 }));
  const { user, system } = process.cpuUsage();
  console.log(`${status}  ${lineOf(value, bound)}  cpu ${((user + system) / 1e6).toFixed(2)} s`);
  for (const reason of reasons) console.log(reason);
  try {
    const text = JSON.stringify({ status, value, bound, seconds, placements, reasons }, null, 1);
    if (call.out !== null) writeFileSync(call.out, `${text}\n`);
  } catch (fault) {
    giveUp([`--out cannot be written: ${reasonOf(fault)}.`]);
  }
  // Threads of the solver may still be ending; the answer is out.
  process.exit(exitCodes[status]);
};

const plan = async (facts: Facts): Promise<never> => {
  const checked = validate(facts);
  if (!checked.ok) {
    const problems = checked.refusal.problems ?? [];
    const words = problems.map(sentenceOfProblem);
    if (problems.some(({ code }) => !contradiction.test(code))) giveUp(words);
    return answer(facts, { status: 'infeasible', value: null, bound: null, placements: [], obstacles: [] }, words);
  }
  const proof = await provePlan(facts, {
    ...call,
    seconds: Math.max(0.1, call.seconds - secondsSoFar()),
    signal: interrupted.signal,
    onProgress: ({ value, bound }) => {
      console.log(lineOf(value, bound));
    },
  });
  return proof === null ? giveUp(['The instance is not one of meetings of two people on one day.']) : answer(facts, proof, []);
};

const read = readInstance(textOf(call.file), basename(call.file));
if (!read.ok) giveUp((read.refusal.problems ?? []).map(sentenceOfProblem));
else await plan(read.value);
