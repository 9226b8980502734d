// Plans a large trade fair, drawn from a seed, as the product does: search in one thread, bound in another.
// Usage: npm run bench:expo [-- --scale 1] [--seconds 60] [--seed 1] [--quiet-docs]; --scale 0.1,1,3 for several, --scale 1@0.3 with fewer absences.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { expoFacts, importExpo, scaled } from '#scheduler/core/generate/expo.ts';
import { validate } from '#scheduler/core/validate.ts';
import { planInWorker } from '#scheduler/run/plan-in-worker.ts';

const { values: asked } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    'quiet-docs': { type: 'boolean', default: false },
    /** One scale, answered as JSON: each scale has a process of its own, so that memory is its own. */
    row: { type: 'boolean', default: false },
  },
});
const seconds = Number(asked.seconds);
const seed = Number(asked.seed);
const marks = [5, 10, 30, 60].filter((mark) => mark <= seconds);

interface Row {
  readonly scale: number;
  readonly absence: number;
  readonly people: number;
  readonly meetings: number;
  readonly use: number;
  /** Seconds by the clock, and of the processor. */
  readonly placedAfter: readonly [number, number] | null;
  readonly breaksAt: readonly (number | null)[];
  readonly value: number;
  readonly unplaced: number;
  readonly bound: number | null;
  readonly megabytes: number;
  readonly processorSeconds: number;
  readonly wallSeconds: number;
  readonly gapUnderQuarterAfter: number | null;
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The largest resident size since the process began, from the system. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function measure(scale: number, absence: number): Promise<Row> {
  const facts = expoFacts(seed, { ...scaled(importExpo, scale), absence });
  const valid = validate(facts);
  if (!valid.ok) throw new Error(`The fair cannot be planned with: ${JSON.stringify(valid)}`);
  const tables = facts.places.reduce((sum, { capacity }) => sum + capacity, 0);
  const breaksAt: (number | null)[] = marks.map(() => null);
  let placedAfter: Row['placedAfter'] = null;
  let gapUnderQuarterAfter: number | null = null;
  const processor = processorSeconds();
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1000;
  const outcome = await planInWorker(facts, {
    seed,
    seconds,
    onProgress: ({ placed, total, breaks, gap }) => {
      const now = elapsed();
      if (placed < total) return;
      placedAfter ??= [now, processorSeconds() - processor];
      if (gap !== undefined && gap <= 0.25) gapUnderQuarterAfter ??= now;
      marks.forEach((mark, index) => {
        if (now <= mark) breaksAt[index] = breaks;
      });
    },
  });
  if (breaksAt.length > 0 && marks.at(-1) === seconds) breaksAt[breaksAt.length - 1] = outcome.value.breaks;
  return {
    scale,
    absence,
    people: facts.participants.length,
    meetings: facts.meetings.length,
    use: facts.meetings.length / (tables * facts.slots.length),
    placedAfter,
    breaksAt,
    value: outcome.value.breaks,
    unplaced: outcome.unplaced.length,
    bound: outcome.bound,
    megabytes: peakMegabytes(),
    processorSeconds: processorSeconds() - processor,
    wallSeconds: elapsed(),
    gapUnderQuarterAfter,
  };
}

const number = (value: number | null, digits = 0): string =>
  value === null ? '–' : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const gapOf = ({ value, bound }: Row): string => (bound === null ? '–' : percent(value === 0 ? 0 : (value - bound) / value));

const cellsOf = (row: Row): Record<string, string> => ({
  scale: String(row.scale),
  absences: `× ${String(row.absence)}`,
  people: number(row.people),
  meetings: number(row.meetings),
  'tables used': percent(row.use),
  'all placed after':
    row.placedAfter === null
      ? `never (${number(row.unplaced)} left)`
      : `${number(row.placedAfter[0], 1)} s (${number(row.placedAfter[1], 1)} s of processor)`,
  ...Object.fromEntries(marks.map((mark, index) => [`breaks at ${String(mark)} s`, number(row.breaksAt[index] ?? null)])),
  bound: number(row.bound),
  gap: gapOf(row),
  'gap ≤ 25 % after': row.gapUnderQuarterAfter === null ? '–' : `${number(row.gapUnderQuarterAfter, 1)} s`,
  'peak memory': `${number(row.megabytes)} MB`,
  'processor time': `${number(row.processorSeconds)} s`,
  'whole run': `${number(row.wallSeconds)} s`,
});

const table = (rows: readonly Row[]): string => {
  const cells = rows.map(cellsOf);
  const heads = Object.keys(cells[0] ?? {});
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '--:')), ...cells.map((row) => line(heads.map((head) => row[head] ?? '')))].join('\n');
};

const notes = `Each scale is a process of its own, with two threads: one places and searches, the other proves the bound.
Seconds count from the call to \`planInWorker\` on, with the start of the threads and the copies of the facts they are given.
*Breaks* is the objective that is left once all meetings are placed: groups of idle slots between two meetings of one participant on one day.
*Bound* is proven: no plan with all meetings has fewer. *Gap* is (breaks − bound) / breaks. *Processor time* is that of all threads;
where it is far below the whole run, other programs had the processor.

*Absences* × 1 is a busy fair; with fewer, fewer breaks are unavoidable, and the few that are left weigh more in the gap.

The fair is drawn by \`src/scheduler/core/generate/expo.ts\`, where every assumption stands beside its figure; how the engine and the bound
work is told in \`src/scheduler/README.md\`.
`;

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Node ${process.version}`;

const [scale = 1, absence = 1] = asked.scale.split('@').map(Number);
if (asked.row) console.log(JSON.stringify(await measure(scale, absence)));
else {
  const load = loadavg()[0] ?? 0;
  const given = ['--seconds', asked.seconds, '--seed', asked.seed, '--row'];
  const rows = asked.scale.split(',').map((one): Row => {
    const answer = execFileSync(process.execPath, [import.meta.filename, '--scale', one, ...given], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(answer) as Row;
  });
  console.log(table(rows));
  if (!asked['quiet-docs']) {
    const file = join(import.meta.dirname, '../docs/benchmarks/expo.md');
    const text = `# A fair of the size of the import expo

Written by \`npm run bench:expo -- --scale ${asked.scale} --seconds ${asked.seconds} --seed ${asked.seed}\`.
${machine}; load of the machine before the run: ${load.toFixed(1)}.

${table(rows)}

${notes}`;
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, (await format(file, text)).code);
  }
}
