// Plans the first matchmaking day of 2019 as a fixed timetable, drawn from seeds, as the product does: search in one thread, bound in another.
// Usage: npm run bench:day [-- --seeds 1,2,3] [--seconds 60] [--quiet-docs]
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { fixedDayFrom } from '#scheduler/core/generate/fixed-day.ts';
import { matchmakingDay2019, type DayAssumptions } from '#scheduler/core/generate/live-day.ts';
import { validate } from '#scheduler/core/validate.ts';
import { valueOf, violationsOf } from '#scheduler/core/verify.ts';
import { planInWorker } from '#scheduler/run/plan-in-worker.ts';

const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    seconds: { type: 'string', default: '60' },
    'quiet-docs': { type: 'boolean', default: false },
    /** One day, answered as JSON: each has a process of its own, so that memory is its own. */
    row: { type: 'string' },
  },
});
const seconds = Number(asked.seconds);

/** The exchange of meetings was tuned on these. */
const tunedOn = [1, 2, 3];
const talksHeld = 1_697;

const others: Readonly<Record<string, Partial<DayAssumptions>>> = {
  'twice as many late or leaving early': { disorder: 2 },
  'a fifth more requests': { requests: 3_024 },
  'popular exhibitors more popular': { popularitySpread: 0.8 },
  'half of the requests musts': { mustShare: 0.5 },
  'a third of the tables with interpreters': { interpretedTables: 99 },
};

interface Row {
  readonly day: string;
  readonly requested: number;
  readonly musts: number;
  readonly mustsPlaced: number;
  readonly placed: number;
  readonly interpreted: number;
  readonly most: number | null;
  readonly breaks: number;
  /** Seconds by the clock, and of the processor, until 1,697 talks and all musts were placed; until the gap was proven to be 5 % or less. */
  readonly enoughAfter: readonly [number, number] | null;
  readonly provenAfter: readonly [number, number] | null;
  readonly megabytes: number;
  readonly processorSeconds: number;
  readonly wallSeconds: number;
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function measure(day: string, seed: number, assumed: Partial<DayAssumptions>): Promise<Row> {
  const facts = fixedDayFrom(seed, { ...matchmakingDay2019, ...assumed });
  const valid = validate(facts);
  if (!valid.ok) throw new Error(`The day cannot be planned with: ${JSON.stringify(valid)}`);
  const processor = processorSeconds();
  const began = performance.now();
  const now = (): readonly [number, number] => [(performance.now() - began) / 1000, processorSeconds() - processor];
  let enoughAfter: Row['enoughAfter'] = null;
  let provenAfter: Row['provenAfter'] = null;
  const hear = (placed: number, unplacedMusts: number, most: number | undefined): void => {
    if (unplacedMusts > 0) return;
    if (placed >= talksHeld) enoughAfter ??= now();
    if (most !== undefined && most - placed <= 0.05 * most) provenAfter ??= now();
  };
  const { plan, most } = await planInWorker(facts, {
    seed: 1,
    seconds,
    onProgress: (progress) => {
      hear(progress.placed, progress.unplacedMusts, progress.most?.placed);
    },
  });
  const [wallSeconds, spent] = now();
  const violations = violationsOf(facts, plan.placements);
  if (violations.length > 0) throw new Error(`The plan breaks rules: ${JSON.stringify(violations.slice(0, 5))}`);
  const { placed, unplacedMusts, breaks } = valueOf(facts, plan.placements);
  hear(placed, unplacedMusts, most?.placed);
  const musts = facts.meetings.filter(({ must }) => must).length;
  return {
    day,
    requested: facts.meetings.length,
    musts,
    mustsPlaced: musts - unplacedMusts,
    placed,
    interpreted: plan.placements.filter(({ resource }) => resource !== null).length,
    most: most?.placed ?? null,
    breaks,
    enoughAfter,
    provenAfter,
    megabytes: process.resourceUsage().maxRSS / 1024,
    processorSeconds: spent,
    wallSeconds,
  };
}

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const time = (after: readonly [number, number] | null): string =>
  after === null ? '–' : `${number(after[0], 1)} s (${number(after[1], 1)} s of processor)`;

const cellsOf = (row: Row): Record<string, string> => ({
  day: row.day,
  requested: number(row.requested),
  'musts placed': `${number(row.mustsPlaced)} of ${number(row.musts)}`,
  'talks placed': number(row.placed),
  'with interpreter': number(row.interpreted),
  'no plan holds more than': row.most === null ? '–' : number(row.most),
  gap: row.most === null ? '–' : `${((100 * (row.most - row.placed)) / row.most).toFixed(2)} %`,
  'all musts and 1,697 talks after': time(row.enoughAfter),
  'gap ≤ 5 % proven after': time(row.provenAfter),
  breaks: number(row.breaks),
  'peak memory': `${number(row.megabytes)} MB`,
  'whole run': `${number(row.wallSeconds, 1)} s (${number(row.processorSeconds, 1)} s of processor)`,
});

const table = (rows: readonly Row[]): string => {
  const cells = rows.map(cellsOf);
  const heads = Object.keys(cells[0] ?? {});
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map((_, at) => (at === 0 ? ':--' : '--:'))),
    ...cells.map((row) => line(heads.map((head) => row[head] ?? ''))),
  ].join('\n');
};

const notes = `Each day is a process of its own, with two threads. Seconds count from the call to \`planInWorker\` on, with the start of the threads;
the search ends by itself. Where processor time is below the clock's, other programs had the processor. Every plan is checked by \`violationsOf\`.
*No plan holds more than* is proven (\`core/scale/room.ts\`): it is the bound on talks of any plan that holds as many musts as this one, with tables, people
and interpreters. *Gap* is (bound − talks placed) / bound. *Breaks* are what remains to be lowered once talks are placed.

## What is known and what is assumed

Published: nearly 300 tables, over 200 of them with an interpreter, exhibitors seated and buyers rotating, 773 exhibitors, 1,426 buyers, 1,697 talks in 7.5
hours, a table saw eleven talks (Southern Weekly, *近300桌，1697轮“相亲”*, November 2019). People, tables, interpreters and requests are those of the live queue's
days ([dispatch.md](dispatch.md) lists their assumptions). Of the plan is assumed, in \`core/generate/fixed-day.ts\`:

- Eleven slots of forty minutes, change of people included.
- Those who sit take turns at a table of six and five slots, or of four, four and three, and are met there; interpreters of a table work only there.
- Buyers are there for a slot when they are there for all of it; those who come late or leave early have said so the night before, so that a part of the
  requests suits no slot at all. All requests are made beforehand.
- Musts are granted one after the other, by lot, while a time is left that suits both and an interpreter: all can be held together. No want is promised anything.
`;

if (asked.row !== undefined) {
  const [day = '', seed = 1, assumed = {}] = JSON.parse(asked.row) as [string, number, Partial<DayAssumptions>];
  console.log(JSON.stringify(await measure(day, seed, assumed)));
} else {
  const before = loadavg()[0] ?? 0;
  const run = (day: string, seed: number, assumed: Partial<DayAssumptions>): Row => {
    const args = [import.meta.filename, '--seconds', asked.seconds, '--row', JSON.stringify([day, seed, assumed])];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Row;
  };
  const seeds = asked.seeds.split(',').map(Number);
  const days = seeds.map((seed) => run(`seed ${String(seed)}${tunedOn.includes(seed) ? ' (tuned on)' : ''}`, seed, {}));
  const otherwise = Object.entries(others).map(([name, assumed]) => run(`${name}, seed 11`, 11, assumed));
  const after = loadavg()[0] ?? 0;
  console.log(`${table(days)}\n\n${table(otherwise)}`);
  if (!asked['quiet-docs']) {
    const file = join(import.meta.dirname, '../docs/benchmarks/day.md');
    const text = `# The first matchmaking day of 2019 as a fixed plan

Written by \`npm run bench:day -- --seeds ${asked.seeds} --seconds ${asked.seconds}\`.
${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Node ${process.version}; load of the machine before and after: ${before.toFixed(1)}, ${after.toFixed(1)}.

${table(days)}

## When an assumption is another

Nothing is tuned to these.

${table(otherwise)}

${notes}`;
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, (await format(file, text)).code);
  }
}
