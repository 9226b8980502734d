// Other solvers beside ours on the published instances, each as whole processes from the instance file on, in one run: clasp on our MaxSAT formula and
// on a plain logic program, Chuffed and HiGHS through MiniZinc. What is not installed is left out and said so.
// On Debian: apt-get install clasp gringo minizinc chuffed-flatzinc libhighs-dev
// `--only original` takes the instances as they were published first, `--solvers Hansa,formula` those solvers whose names hold one of the words.
// On two quiet processors: all instances and solvers with `--seconds 10` at most 25 minutes; `--seconds 30 --solvers Hansa,formula` about six.
// Usage: npm run bench:rivals [-- --seconds 30] [--only original] [--solvers Hansa,clasp] [--folder …/b2b]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';

const root = join(import.meta.dirname, '..');
const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
    solvers: { type: 'string', default: '' },
    folder: { type: 'string', default: join(root, '../shared/data/b2b') },
  },
});
const limit = Number(asked.seconds) * 1_000;
const scratch = mkdtempSync(join(tmpdir(), 'hr-'));
const models = join(root, 'bench/rivals');
const input = (form: string) => (file: string) => ({
  command: process.execPath,
  args: [join(root, 'bench/rival-inputs.ts'), file, scratch, form],
});

interface Step {
  readonly command: string;
  readonly args: readonly string[];
  /** Where its output goes; read by us otherwise. */
  readonly into?: string;
}

interface Rival {
  readonly name: string;
  /** Programs that must be there. */
  readonly needs: readonly string[];
  readonly steps: readonly ((file: string) => Step)[];
  /** Breaks named in a line of output, if any. */
  readonly valueIn: (line: string, people: number) => number | null;
  readonly proof: RegExp;
}

const miniZinc = (solver: string): Rival['steps'] => [
  input('mzn'),
  () => ({ command: 'minizinc', args: ['--solver', solver, '-i', join(models, 'meetings.mzn'), join(scratch, 'data.dzn')] }),
];
const named =
  (pattern: RegExp) =>
  (line: string): number | null => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? null : Number(found);
  };
const rivals: readonly Rival[] = [
  {
    name: 'Hansa',
    needs: [],
    steps: [(file) => ({ command: process.execPath, args: [join(root, 'src/scheduler/run/plan.mjs'), file, '--seconds', asked.seconds] })],
    valueIn: named(/breaks (\d+)/),
    proof: /^(optimal|infeasible) /,
  },
  {
    name: 'clasp, our formula',
    needs: ['clasp'],
    steps: [
      input('maxsat'),
      () => ({ command: 'clasp', args: [join(scratch, 'formula.wcnf'), '--configuration=trendy', '--opt-strategy=usc,oll', '-q1'] }),
    ],
    valueIn: named(/^o (\d+)/),
    proof: /^s (OPTIMUM FOUND|UNSATISFIABLE)/,
  },
  {
    name: 'clasp, logic program',
    needs: ['clasp', 'gringo'],
    steps: [
      input('asp'),
      () => ({ command: 'gringo', args: [join(models, 'meetings.lp'), join(scratch, 'facts.lp')], into: join(scratch, 'ground') }),
      () => ({ command: 'clasp', args: [join(scratch, 'ground'), '--configuration=crafty', '--opt-strategy=usc', '-q1'] }),
    ],
    // The program counts runs of busy slots: a break fewer than runs, for each person with a meeting.
    valueIn: (line, people) => {
      const runs = named(/^Optimization: (\d+)/)(line);
      return runs === null ? null : runs - people;
    },
    proof: /^(OPTIMUM FOUND|UNSATISFIABLE)/,
  },
  { name: 'Chuffed', needs: ['minizinc', 'fzn-chuffed'], steps: miniZinc('chuffed'), valueIn: named(/^o (\d+)/), proof: /^=====(=|UNSAT)/ },
  { name: 'HiGHS', needs: ['minizinc', 'highs'], steps: miniZinc('highs'), valueIn: named(/^o (\d+)/), proof: /^=====(=|UNSAT)/ },
];

interface Outcome {
  /** Milliseconds to the proof; null where time ran out. */
  readonly proven: number | null;
  readonly values: readonly { readonly at: number; readonly value: number }[];
}

/** Where code stays compiled: for the process that writes the formula of a rival too, or it would lose a tenth of a second to us. */
const settings = { ...process.env, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache') };

const runStep = ({ command, args, into }: Step, milliseconds: number, onLine: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true, env: settings });
    const stop = setTimeout(() => {
      // The whole group: MiniZinc starts its solver as a process of its own.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, milliseconds);
    let rest = '';
    const whole: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (into !== undefined) {
        whole.push(text);
        return;
      }
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(stop);
      if (into !== undefined) writeFileSync(into, whole.join(''));
      resolve();
    });
  });

const solve = async ({ steps, valueIn, proof }: Rival, file: string, people: number): Promise<Outcome> => {
  const began = performance.now();
  let proven: number | null = null;
  const values: { at: number; value: number }[] = [];
  const onLine = (line: string): void => {
    const at = performance.now() - began;
    const value = valueIn(line, people);
    if (value !== null) values.push({ at, value });
    if (proof.test(line)) proven ??= at;
  };
  for (const step of steps) {
    const left = limit - (performance.now() - began);
    if (left > 0) await runStep(step(file), left, onLine);
  }
  return { proven, values };
};

/** People with a meeting, from the redundant table of meetings per person. */
const peopleIn = (file: string): number => {
  const text = /(?:^|\n)\s*nMeetingsBusiness\s*=\s*\[([^\]]*)\]/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return (text.match(/\d+/g) ?? []).filter((count) => Number(count) > 0).length;
};

const wanted = rivals.filter(({ name }) => asked.solvers.split(',').some((word) => name.includes(word)));
const present = wanted.filter(({ needs }) => needs.every((program) => spawnSync('which', [program]).status === 0));
for (const { name } of wanted.filter((rival) => !present.includes(rival))) console.log(`${name} is not installed and left out.`);
const names = readdirSync(asked.folder)
  .filter((file) => file.endsWith('.dzn') && file.includes(asked.only))
  .map((file) => file.slice(0, -'.dzn'.length));
const loadBefore = (loadavg()[0] ?? 0).toFixed(1);
const outcomes: { readonly name: string; readonly of: readonly Outcome[] }[] = [];
try {
  for (const name of names) {
    const file = join(asked.folder, `${name}.dzn`);
    const of: Outcome[] = [];
    for (const rival of present) of.push(await solve(rival, file, peopleIn(file)));
    outcomes.push({ name, of });
    console.log(name.padEnd(32), of.map(({ proven }) => (proven === null ? '-' : (proven / 1_000).toFixed(2)).padStart(8)).join(''));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const valueAt = ({ values }: Outcome, milliseconds: number): number | null =>
  values.filter(({ at }) => at <= milliseconds).reduce<number | null>((best, { value }) => Math.min(best ?? value, value), null);
const geometricMean = (numbers: readonly number[]): number =>
  Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length);
const cellOf = (outcome: Outcome): string => {
  const time = outcome.proven === null ? '–' : (outcome.proven / 1_000).toFixed(2);
  return `${time} (${valueAt(outcome, 1_000) ?? '–'} / ${valueAt(outcome, 10_000) ?? '–'})`;
};
const own = (index: number): readonly Outcome[] => outcomes.flatMap(({ of }) => of[index] ?? []);
/** How often we have the better value after this time, and how often the other. */
const duel = (index: number, milliseconds: number): string => {
  const worth = (outcome: Outcome | undefined): number => (outcome === undefined ? Infinity : (valueAt(outcome, milliseconds) ?? Infinity));
  const better = outcomes.filter(({ of }) => worth(of[0]) < worth(of[index])).length;
  return `${better} : ${outcomes.filter(({ of }) => worth(of[0]) > worth(of[index])).length}`;
};
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const summary = present.map(({ name }, index) =>
  line([
    name,
    String(own(index).filter(({ proven }) => proven !== null).length),
    (geometricMean(own(index).map(({ proven }) => proven ?? limit)) / 1_000).toFixed(2),
    index === 0 ? '' : duel(index, 1_000),
    index === 0 ? '' : duel(index, 10_000),
  ]),
);
for (const one of summary) console.log(one);
for (const [index, { name }] of present.entries()) {
  const ratio = geometricMean(own(0).map(({ proven }, at) => (proven ?? limit) / (own(index)[at]?.proven ?? limit)));
  if (index > 0) console.log(`${present[0]?.name ?? ''} takes ${ratio.toFixed(2)} of the time of ${name}.`);
}
const text = [
  '# Other solvers on the published instances',
  '',
  'Written by `npm run bench:rivals`. Every solver runs as whole processes from the instance file on: clasp on our formula includes the process that',
  'writes it, the logic program its grounding, MiniZinc its flattening. Models: `bench/rivals`. The geometric mean counts what is not proven as the limit.',
  '',
  `- ${asked.only === '' ? 'All published instances' : `The published instances with “${asked.only}” in their names`}; ${asked.seconds} s allowed; Hansa with two threads, the others with one; Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load before and after: ${loadBefore}, ${(loadavg()[0] ?? 0).toFixed(1)}`,
  '',
  line(['solver', 'proven', 'geometric mean, s', 'better : worse values at 1 s', 'at 10 s']),
  line(['---', '---:', '---:', '---:', '---:']),
  ...summary,
  '',
  'Seconds to the proof (fewest breaks found after 1 s / after 10 s):',
  '',
  line(['instance', ...present.map(({ name }) => name)]),
  line(['---', ...present.map(() => '---:')]),
  ...outcomes.map(({ name, of }) => line([name, ...of.map(cellOf)])),
  '',
].join('\n');
if (asked.solvers !== '') process.exit();
const file = join(root, 'docs/benchmarks/rivals.md');
mkdirSync(join(root, 'docs/benchmarks'), { recursive: true });
writeFileSync(file, (await format(file, text)).code);
