// Decides every instance of the published benchmark by the command, one process each, and compares with the published optima.
// Usage: npm run bench:scheduler [-- --seconds 60] [--threads 2] [--seed 1] [--only forum] [--folder …/b2b] [--quiet-docs]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';

const root = join(import.meta.dirname, '..');
const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: join(root, '../shared/data/b2b') },
    'quiet-docs': { type: 'boolean', default: false },
  },
});

interface Answer {
  readonly status: string;
  readonly value: number | null;
  readonly bound: number | null;
}

interface Row extends Answer {
  readonly name: string;
  readonly published: number | null;
  /** Of the whole process. */
  readonly seconds: number;
  /** Processor time of all its threads. */
  readonly cpuSeconds: number;
  readonly verdict: 'right' | 'undecided' | 'WRONG';
}

const scratch = mkdtempSync(join(tmpdir(), 'hs-'));

/** What one run printed, and its exit code. */
const runCommand = (file: string, out: string): Promise<{ readonly code: number; readonly printed: string }> =>
  new Promise((resolve, reject) => {
    const call = [join(root, 'src/scheduler/run/plan.mjs'), file, '--out', out];
    const settings = ['--seconds', asked.seconds, '--threads', asked.threads, '--seed', asked.seed];
    const child = spawn(process.execPath, [...call, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, printed });
    });
  });

const verdictOf = ({ status, value, bound }: Answer, published: number | null): Row['verdict'] => {
  if (status === 'optimal') return value === published ? 'right' : 'WRONG';
  if (status === 'infeasible') return published === null ? 'right' : 'WRONG';
  const contradicts = published === null ? value !== null : (value ?? Infinity) < published || (bound ?? 0) > published;
  return contradicts ? 'WRONG' : 'undecided';
};

const solve = async (name: string, published: number | null): Promise<Row> => {
  const out = join(scratch, `${name}.json`);
  const began = performance.now();
  const { code, printed } = await runCommand(join(asked.folder, `${name}.dzn`), out);
  const seconds = (performance.now() - began) / 1_000;
  if (![0, 3, 4].includes(code)) throw new Error(`${name}: the command ended with ${code}.`);
  const answer = JSON.parse(readFileSync(out, 'utf8')) as Answer;
  const cpuSeconds = Number(/cpu ([\d.]+) s/.exec(printed)?.[1] ?? NaN);
  return { ...answer, name, published, seconds, cpuSeconds, verdict: verdictOf(answer, published) };
};

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const cellsOf = (row: Row): readonly string[] => [
  row.name,
  row.status,
  String(row.value ?? '–'),
  String(row.bound ?? '–'),
  row.published === null ? 'infeasible' : String(row.published),
  row.seconds.toFixed(2),
  row.cpuSeconds.toFixed(2),
  row.verdict,
];

const summaryOf = (rows: readonly Row[]): readonly string[] => {
  const times = rows.map(({ seconds }) => seconds);
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  const slowest = rows.reduce((a, b) => (a.seconds > b.seconds ? a : b));
  return [
    `${count('right')} of ${rows.length} decided as published, ${count('undecided')} undecided, ${count('WRONG')} wrong`,
    `median ${median(times).toFixed(2)} s, slowest ${slowest.seconds.toFixed(2)} s (${slowest.name}), within 30 s: ${times.filter((one) => one <= 30).length}`,
    `processor time of all threads: median ${median(rows.map((row) => row.cpuSeconds)).toFixed(2)} s, most ${Math.max(...rows.map((row) => row.cpuSeconds)).toFixed(2)} s`,
  ];
};

const report = (rows: readonly Row[], load: string): string => {
  const head = ['instance', 'status', 'breaks', 'bound', 'published', 'seconds', 'cpu s', 'verdict'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Proofs on the published business-to-business instances',
    '',
    'Written by `npm run bench:scheduler`. One process an instance, start of Node included; on a busy machine the processor time (cpu s, both threads) says more than the clock. The published optima are read by this check only.',
    'Instances and optima: Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret, *Constraint Solving Approaches to the',
    'Business-to-Business Meeting Scheduling Problem*, JAIR 74 (2022) 263-301.',
    '',
    `- ${asked.threads} threads, ${asked.seconds} s allowed, seed ${asked.seed}`,
    `- Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load before and after: ${load}`,
    ...summaryOf(rows).map((one) => `- ${one}`),
    '',
    line(head),
    line(head.map((_, index) => ([2, 3, 5, 6].includes(index) ? '---:' : '---'))),
    ...rows.map((row) => line(cellsOf(row))),
    '',
  ].join('\n');
};

// The published file: instance → proven optimum, or null where it is proven that there is none.
const published = JSON.parse(readFileSync(join(asked.folder, 'published-optima.json'), 'utf8')) as Record<string, number | null>;
const names = readdirSync(asked.folder)
  .filter((file) => file.endsWith('.dzn') && file.includes(asked.only))
  .map((file) => file.slice(0, -'.dzn'.length));
const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1);
const loadBefore = loadNow();
const rows: Row[] = [];
try {
  for (const name of names) {
    const row = await solve(name, published[name] ?? null);
    rows.push(row);
    console.log(
      cellsOf(row)
        .map((cell, index) => cell.padEnd(index === 0 ? 32 : 11))
        .join(''),
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const line of summaryOf(rows)) console.log(line);
if (asked.only === '' && !asked['quiet-docs']) {
  mkdirSync(join(root, 'docs/benchmarks'), { recursive: true });
  const file = join(root, 'docs/benchmarks/scheduler.md');
  writeFileSync(file, (await format(file, report(rows, `${loadBefore}, ${loadNow()}`))).code);
}
process.exitCode = rows.some(({ verdict }) => verdict === 'WRONG') ? 1 : 0;
