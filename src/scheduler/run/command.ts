// The planner by itself: `npm run plan -- <instance> [--seconds 60] [--threads 2] [--seed 1] [--out plan.json]` on a file of the published
// benchmark (.dzn). Exit code 0 when decided, 3 when time ran out with a plan, 4 when it ran out with none, 2 for a wrong call.

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Problem } from '#kernel/result.ts';
import { validate } from '../core/validate.ts';
import { instanceFacts } from './instance.ts';
import { provePlan, type Proof } from './prove.ts';
import { sentenceOf } from './sentences.ts';

const usage = 'Usage: npm run plan -- <instance.dzn> [--seconds 60] [--threads 2] [--seed 1] [--out plan.json]';
const exitCodes: Readonly<Record<Proof['status'], number>> = { optimal: 0, infeasible: 0, feasible: 3, unknown: 4 };

/** Seconds since the process began. */
const secondsSoFar = (): number => Math.round(performance.now()) / 1_000;

/** Problems that leave a readable instance without any plan; with any other there is nothing to plan. */
const contradiction = /^meetings\.facts_(pins?_|order_circle$)/;

/** Ends with a message that is no fault of the planner. */
const giveUp = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const numberIn = (text: string, name: string, least: number, most: number): number => {
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most
    ? value
    : giveUp(`--${name} is a number from ${least} to ${most}.\n${usage}`);
};

const readCall = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '60' },
        threads: { type: 'string', default: '2' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
      },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return giveUp(usage);
    return {
      file,
      seconds: numberIn(values.seconds, 'seconds', 0.1, 86_400),
      threads: Math.floor(numberIn(values.threads, 'threads', 1, 64)),
      seed: Math.floor(numberIn(values.seed, 'seed', 0, 2 ** 31)),
      out: values.out,
    };
  } catch (fault) {
    return giveUp(`${fault instanceof Error ? fault.message : ''}\n${usage}`);
  }
};

const readFacts = (file: string) => {
  try {
    return instanceFacts(readFileSync(file, 'utf8'));
  } catch (fault) {
    return giveUp(fault instanceof Error ? fault.message : `${file} cannot be read.`);
  }
};

/** Whole percent of the value that is not proven; 0 when both are 0. */
const gapOf = (value: number | null, bound: number | null): string => {
  if (value === null || bound === null) return '-';
  return `${(value === 0 ? 0 : (100 * (value - bound)) / value).toFixed(1)} %`;
};

const lineOf = (value: number | null, bound: number | null): string =>
  `${secondsSoFar().toFixed(2)} s  breaks ${value ?? '-'}  bound ${bound ?? '-'}  gap ${gapOf(value, bound)}`;

const call = readCall();
const facts = readFacts(call.file);
const checked = validate(facts);
const problems = checked.ok ? [] : (checked.refusal.problems ?? []);
const wordsOf = ({ path, code, params }: Problem): string => `${path.join('.')}: ${code} ${JSON.stringify(params ?? {})}`;
if (problems.some(({ code }) => !contradiction.test(code))) giveUp(problems.map(wordsOf).join('\n'));
const proof: Proof | null = checked.ok
  ? await provePlan(facts, {
      ...call,
      seconds: Math.max(0.1, call.seconds - secondsSoFar()),
      onProgress: ({ value, bound }) => {
        console.log(lineOf(value, bound));
      },
    })
  : { status: 'infeasible', value: null, bound: null, placements: [], obstacles: [] };
if (proof === null) giveUp('The instance is not one of meetings of two people on one day.');
else {
  const reasons = [...problems.map(wordsOf), ...proof.obstacles.map((obstacle) => sentenceOf(facts, obstacle))];
  if (proof.status === 'infeasible' && reasons.length === 0) reasons.push('The exhaustive search found no plan that holds every meeting.');
  const { status, value, bound } = proof;
  const seconds = secondsSoFar();
  const placements = proof.placements.map(({ meeting, slot, place }) => ({ meeting: meeting + 1, slot: slot + 1, table: place + 1 }));
  if (call.out !== undefined) {
    writeFileSync(call.out, `${JSON.stringify({ status, value, bound, seconds, placements, reasons }, null, 1)}\n`);
  }
  const { user, system } = process.cpuUsage();
  console.log(`${status}  ${lineOf(value, bound)}  cpu ${((user + system) / 1e6).toFixed(2)} s`);
  for (const reason of reasons) console.log(reason);
  // Threads of the solver may still be ending; the answer is out.
  process.exit(exitCodes[status]);
}
