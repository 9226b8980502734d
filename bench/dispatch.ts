// The live queue on generated days at real scale: first come first served, musts first, the live queue, the plan in hindsight and the bound.
// Usage: npm run bench:dispatch [-- --seeds 1,2,3] [--rounds 30000] [--quiet-docs]
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { mostInHindsight } from '../src/scheduler/core/dispatch/bound.ts';
import { whomToCallNext } from '../src/scheduler/core/dispatch/call-next.ts';
import { type LiveDay, requestsOf, type Talk } from '../src/scheduler/core/dispatch/day.ts';
import { firstComeFirstServed, mustsFirstServed } from '../src/scheduler/core/dispatch/first-come.ts';
import { planInHindsight } from '../src/scheduler/core/dispatch/hindsight.ts';
import { type Policy, type Run, simulate } from '../src/scheduler/core/dispatch/simulate.ts';
import { faultsOf } from '../src/scheduler/core/dispatch/verify-run.ts';
import { type DayAssumptions, liveDayFrom, matchmakingDay2019 } from '../src/scheduler/core/generate/live-day.ts';

const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    rounds: { type: 'string', default: '30000' },
    'quiet-docs': { type: 'boolean', default: false },
  },
});
const seeds = asked.seeds.split(',').map(Number);
const rounds = Number(asked.rounds);

interface Held {
  readonly talks: number;
  readonly musts: number;
}

interface Row {
  readonly simple: Held;
  readonly mustsFirst: Held;
  readonly live: Held;
  readonly hindsight: Held;
  readonly bound: Held;
  readonly requested: Held;
  /** Minutes waited for a talk: middle and ninth of ten. */
  readonly waited: { readonly simple: readonly number[]; readonly live: readonly number[] };
  readonly cpuSeconds: { readonly live: number; readonly hindsight: number; readonly bound: number };
}

const cpuSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

const heldOf = (day: LiveDay, talks: readonly Talk[]): Held => {
  const faults = faultsOf(day, talks);
  if (faults.length > 0) throw new Error(`Talks that cannot be: ${faults[0] ?? ''}`);
  const requests = requestsOf(day);
  return { talks: talks.length, musts: talks.filter(({ request }) => requests[request]?.must).length };
};

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

const played = (day: LiveDay, policy: Policy): { readonly run: Run; readonly cpu: number } => {
  const start = process.cpuUsage();
  const run = simulate(day, policy);
  return { run, cpu: cpuSince(start) };
};

const rowOf = (seed: number, size: DayAssumptions, searched: number): Row => {
  const day = liveDayFrom(seed, size);
  const [simple, mustsFirst, live] = [firstComeFirstServed, mustsFirstServed, whomToCallNext].map((policy) => played(day, policy));
  if (simple === undefined || mustsFirst === undefined || live === undefined) throw new Error('A policy is missing.');
  const planning = process.cpuUsage();
  const plan = planInHindsight(day, { seed, rounds: searched, start: live.run.talks });
  const hindsight = heldOf(day, plan);
  const planned = cpuSince(planning);
  const bounding = process.cpuUsage();
  const most = mostInHindsight(day, () => 1, hindsight.talks, 150);
  const mostMusts = mostInHindsight(day, ({ must }) => (must ? 1 : 0), hindsight.musts, 150);
  const requests = requestsOf(day);
  return {
    simple: heldOf(day, simple.run.talks),
    mustsFirst: heldOf(day, mustsFirst.run.talks),
    live: heldOf(day, live.run.talks),
    hindsight,
    bound: { talks: Math.floor(most + 1e-6), musts: Math.floor(mostMusts + 1e-6) },
    requested: { talks: requests.length, musts: requests.filter(({ must }) => must).length },
    waited: {
      simple: [quantile(simple.run.waited, 0.5), quantile(simple.run.waited, 0.9)],
      live: [quantile(live.run.waited, 0.5), quantile(live.run.waited, 0.9)],
    },
    cpuSeconds: { live: live.cpu, hindsight: planned, bound: cpuSince(bounding) },
  };
};

/** The very first decision that calls somebody, at the opening, with nothing compiled: milliseconds of this thread's processor time. */
const firstDecision = (): number => {
  const day = liveDayFrom(seeds[0] ?? 1);
  let took = -1;
  simulate(day, (queue, now) => {
    const start = process.threadCpuUsage();
    const next = whomToCallNext(queue, now);
    const { user, system } = process.threadCpuUsage(start);
    if (took < 0 && next.calls.length > 0) took = (user + system) / 1_000;
    return next;
  });
  return took;
};

/** Milliseconds of each decision of the days. The same decisions are made five times and the quickest counts: the rest is the machine's other work. */
const decisionTimes = (): readonly number[] =>
  seeds.slice(0, 5).flatMap((seed) => {
    const day = liveDayFrom(seed);
    const runs = [0, 1, 2, 3, 4].map(() => {
      const times: number[] = [];
      let began = 0;
      simulate(day, whomToCallNext, (phase) => {
        if (phase === 'before') began = performance.now();
        else times.push(performance.now() - began);
      });
      return times;
    });
    return (runs[0] ?? []).map((_, index) => Math.min(...runs.map((times) => times[index] ?? Infinity)));
  });

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const short = (reached: number, best: number): string => `${(100 * (1 - reached / best)).toFixed(1)} %`;
const cells = (row: Row, kind: keyof Held): readonly string[] => [
  String(Math.round(row.simple[kind])),
  String(Math.round(row.mustsFirst[kind])),
  String(Math.round(row.live[kind])),
  String(Math.round(row.hindsight[kind])),
  String(Math.round(row.bound[kind])),
  short(row.simple[kind], row.hindsight[kind]),
  short(row.live[kind], row.hindsight[kind]),
];

const meanHeld = (rows: readonly Row[], of: (row: Row) => Held): Held => ({
  talks: mean(rows.map((row) => of(row).talks)),
  musts: mean(rows.map((row) => of(row).musts)),
});

const meanOf = (rows: readonly Row[]): Row => ({
  simple: meanHeld(rows, (row) => row.simple),
  mustsFirst: meanHeld(rows, (row) => row.mustsFirst),
  live: meanHeld(rows, (row) => row.live),
  hindsight: meanHeld(rows, (row) => row.hindsight),
  bound: meanHeld(rows, (row) => row.bound),
  requested: meanHeld(rows, (row) => row.requested),
  waited: {
    simple: [0, 1].map((one) => mean(rows.map(({ waited }) => waited.simple[one] ?? 0))),
    live: [0, 1].map((one) => mean(rows.map(({ waited }) => waited.live[one] ?? 0))),
  },
  cpuSeconds: {
    live: mean(rows.map(({ cpuSeconds }) => cpuSeconds.live)),
    hindsight: mean(rows.map(({ cpuSeconds }) => cpuSeconds.hindsight)),
    bound: mean(rows.map(({ cpuSeconds }) => cpuSeconds.bound)),
  },
});

const head = ['', 'requested', 'first come', 'musts first', 'live queue', 'hindsight', 'bound', 'first come behind', 'live queue behind'];
const line = (one: readonly string[]): string => `| ${one.join(' | ')} |`;
const table = (rows: readonly (readonly string[])[]): readonly string[] => [
  line(head),
  line(head.map((_, index) => (index === 0 ? '---' : '---:'))),
  ...rows.map(line),
];
const lineOf = (name: string, row: Row, kind: keyof Held): readonly string[] => [
  name,
  String(Math.round(row.requested[kind])),
  ...cells(row, kind),
];

/** The same, where one assumption is another. */
const others: readonly (readonly [string, Partial<DayAssumptions>])[] = [
  ['as assumed', {}],
  ['lengths all alike likely, 20 to 60', { lengths: 'even' }],
  ['twice as many late, leaving early, absent, withdrawn', { disorder: 2 }],
  ['half as many', { disorder: 0.5 }],
  ['a quarter of the requests on the spot', { laterShare: 0.25 }],
  ['a fifth fewer requests', { requests: 2_016 }],
  ['a fifth more requests', { requests: 3_024 }],
  ['popular exhibitors more popular', { popularitySpread: 0.9 }],
  ['half of the requests musts', { mustShare: 0.5 }],
];

const first = firstDecision();
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
const rows = seeds.map((seed) => {
  const row = rowOf(seed, matchmakingDay2019, rounds);
  console.log(`seed ${seed}  talks ${cells(row, 'talks').join('  ')}  musts ${cells(row, 'musts').join('  ')}`);
  return row;
});
const all = meanOf(rows);
const varied = others.map(([name, change]) => {
  const row = meanOf(seeds.slice(0, 3).map((seed) => rowOf(seed, { ...matchmakingDay2019, ...change }, Math.round(rounds / 2))));
  console.log(`${name}: talks ${cells(row, 'talks').join('  ')}  musts ${cells(row, 'musts').join('  ')}`);
  return { name, row };
});
const each = decisionTimes();
const ms = (share: number): string => quantile(each, share).toFixed(2);
const summary = [
  `talks held: live queue ${short(all.live.talks, all.hindsight.talks)} behind hindsight (first come ${short(all.simple.talks, all.hindsight.talks)}); musts: ${short(all.live.musts, all.hindsight.musts)} (first come ${short(all.simple.musts, all.hindsight.musts)}); means of ${seeds.length} days`,
  `a decision takes ${ms(0.5)} ms (median), ${ms(0.99)} ms (99 of 100), ${ms(1)} ms (slowest of ${each.length}); the very first of a process, at the opening and with nothing compiled, ${first.toFixed(1)} ms of processor time`,
  `a simulated day takes ${all.cpuSeconds.live.toFixed(2)} s of processor time, the plan in hindsight ${all.cpuSeconds.hindsight.toFixed(1)} s, the bounds ${all.cpuSeconds.bound.toFixed(1)} s`,
  `minutes waited for a talk, median and ninth of ten: first come ${all.waited.simple.map((one) => one.toFixed(0)).join(' and ')}, live queue ${all.waited.live.map((one) => one.toFixed(0)).join(' and ')}`,
];
for (const one of summary) console.log(one);

const report = [
  '# The live queue on days like the first matchmaking day of 2019',
  '',
  'Written by `npm run bench:dispatch`. Each policy plays the same days: same arrivals, leavings, lengths and requests, which it learns as they happen. *First come* calls whoever waits longest, *musts first* the same but musts before wants, *live queue* is `whomToCallNext`. *Hindsight* knows everything beforehand and puts musts first, then talks (local search, started from the live queue’s day: what it finds can be held, better may exist). *Bound*: nobody can hold more talks, or more musts, whatever they know; it leaves out tables and interpreters and is taken for talks and musts apart, so that no plan need reach both. Every day is checked by `faultsOf`.',
  '',
  `- seeds ${seeds.join(', ')}; ${rounds} rounds of search in hindsight`,
  `- Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load before and after: ${loadBefore}, ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ...summary.map((one) => `- ${one}`),
  '',
  'Decision times are the quickest of five identical runs each, because the clock of a busy machine counts its other work.',
  '',
  '## Talks held',
  '',
  ...table([...rows.map((row, index) => lineOf(`seed ${seeds[index] ?? 0}`, row, 'talks')), lineOf('mean', all, 'talks')]),
  '',
  '## Musts held',
  '',
  ...table([...rows.map((row, index) => lineOf(`seed ${seeds[index] ?? 0}`, row, 'musts')), lineOf('mean', all, 'musts')]),
  '',
  '## When an assumption is another',
  '',
  `Means of seeds ${seeds.slice(0, 3).join(', ')}, half as much search. Nothing is tuned to these.`,
  '',
  ...table(varied.map(({ name, row }) => lineOf(`${name}: talks`, row, 'talks'))),
  '',
  ...table(varied.map(({ name, row }) => lineOf(`${name}: musts`, row, 'musts'))),
  '',
  '## What is known and what is assumed',
  '',
  'Published of that day (6 November 2019): nearly 300 tables, over 200 of them with an interpreter, exhibitors seated and buyers rotating, 773 exhibitors, 1,426 buyers, 1,697 talks in 7.5 hours, of 20 to 60 minutes; an interpreter’s table saw eleven talks (Southern Weekly, *近300桌，1697轮“相亲”*, November 2019).',
  '',
  'Assumed, all in `core/generate/live-day.ts`:',
  '',
  '- 773 exhibitors at 296 tables: each table is used by two or three of them in turn (halves or thirds of the day), so that each has exactly one turn. An overrunning talk keeps the next one waiting.',
  '- 205 tables have an interpreter of Chinese and English, every fourth of another language too; 12 more go where they are called. Three of ten exhibitors bring somebody who speaks Chinese, three of four speak English, a quarter of the buyers do. Exhibitors without Chinese are seated where their interpreter is.',
  '- Buyers come around the hours of their sector and announce a stay of 1.5 to 5.5 hours; 20 % come late, 10 % leave early, 4 % never come (exhibitors 8, 4 and 1 %). Nobody announces that.',
  `- ${matchmakingDay2019.requests.toLocaleString('en')} requests, so that first come, first served holds about the 1,697 talks that were held. Popularity is lognormal; an exhibitor is booked by at most one and a half times the talks that fit into the turn. Four of five requests stay within the sector; 30 % are musts; a tenth is made on the spot, none of these a must; 3 % are withdrawn.`,
  '- A talk lasts 20 to 60 minutes, triangular around 40, drawn for each pair and known to nobody before it ends; 3 minutes go by from call to beginning. Nobody is called who is to leave within the shortest talk; a talk that has begun is finished.',
  '',
];
if (!asked['quiet-docs']) {
  const file = join(import.meta.dirname, '../docs/benchmarks/dispatch.md');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, (await format(file, report.join('\n'))).code);
}
