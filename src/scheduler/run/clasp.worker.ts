// A thread that runs clasp (MIT licence, Potassco), compiled to WebAssembly by clingo-wasm, on one formula after another.
// It cannot be asked to stop, neither can clasp: the caller ends the thread.

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { wasm } from './wasm.ts';

/** One formula, as DIMACS text in bytes. */
export interface ClaspOrder {
  readonly ticket: number;
  readonly text: Uint8Array;
  readonly options: string;
}

export interface ClaspReport {
  readonly ticket: number;
  readonly result: 'satisfiable' | 'optimal' | 'unsatisfiable' | 'unknown';
  /** True variables of the last model; empty without one. */
  readonly truths: Int32Array;
  readonly cost: number | null;
}

/** What this thread uses of the module that clingo-wasm keeps in `dist/clingo.js`. */
interface ClingoModule {
  readonly ccall: (name: 'run', answer: 'number', kinds: readonly string[], values: readonly string[]) => number;
}
type ClingoFactory = (settings: {
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
  readonly stdin: () => number | null;
  readonly instantiateWasm: (imports: object, done: (instance: object) => void) => object;
}) => Promise<ClingoModule>;

interface ClaspAnswer {
  readonly Result: string;
  readonly Models?: { readonly Costs?: readonly number[] };
  readonly Call?: readonly { readonly Witnesses?: readonly { readonly Value: readonly number[]; readonly Costs?: readonly number[] }[] }[];
}

const folder = import.meta.resolve('clingo-wasm');
// The engine keeps the code of a process once: of several threads only the first one compiles.
const compiled = wasm.compile(readFileSync(new URL('./clingo.wasm', folder)));
// The package exports only a client that keeps its own threads and passes programs on the stack, where large formulas do not fit.
const address = new URL('./clingo.js', folder).href;
// The module has no types that a path could be resolved to; the shape is that of its clingo.d.ts.
const factory = ((await import(address)) as { readonly default: ClingoFactory }).default;

const results: Readonly<Record<string, ClaspReport['result']>> = {
  SATISFIABLE: 'satisfiable',
  'OPTIMUM FOUND': 'optimal',
  UNSATISFIABLE: 'unsatisfiable',
};

const solve = async ({ ticket, text, options }: ClaspOrder): Promise<ClaspReport> => {
  const printed: string[] = [];
  const complaints: string[] = [];
  let read = 0;
  const module = await compiled;
  const clingo = await factory({
    print: (line) => printed.push(line),
    printErr: (line) => complaints.push(line),
    stdin: () => text[read++] ?? null,
    instantiateWasm: (imports, done) => {
      void wasm.instantiate(module, imports).then(done);
      return {};
    },
  });
  clingo.ccall('run', 'number', ['string', 'string'], ['', `--mode=clasp --outf=2 --quiet=1 ${options} /dev/stdin`]);
  if (printed.length === 0) throw new Error(`clasp answered nothing: ${complaints.join(' ')}`);
  // clasp's own JSON output; its shape is part of its documented interface.
  const answer = JSON.parse(printed.join('\n')) as ClaspAnswer;
  const witness = answer.Call?.at(-1)?.Witnesses?.at(-1);
  return {
    ticket,
    result: results[answer.Result] ?? 'unknown',
    truths: Int32Array.from((witness?.Value ?? []).filter((literal) => literal > 0)),
    cost: witness?.Costs?.[0] ?? answer.Models?.Costs?.[0] ?? null,
  };
};

/** Seven meetings in six slots, at most one in each: impossible, and enough work that the code is fast when the first question comes. */
const exercise = (): Uint8Array => {
  const slots = [1, 2, 3, 4, 5, 6];
  const meetings = [0, ...slots];
  const variable = (meeting: number, slot: number): number => slots.length * meeting + slot;
  const held = meetings.map((meeting) => `${slots.map((slot) => variable(meeting, slot)).join(' ')} 0`);
  const apart = slots.flatMap((slot) =>
    meetings.flatMap((one) => meetings.slice(one + 1).map((other) => `-${variable(one, slot)} -${variable(other, slot)} 0`)),
  );
  const lines = [`p cnf ${slots.length * meetings.length} ${held.length + apart.length}`, ...held, ...apart, ''];
  return new TextEncoder().encode(lines.join('\n'));
};

// The only starter is `startClasp`, which gives one shared number.
const answered = workerData as Int32Array<SharedArrayBuffer>;

await solve({ ticket: 0, text: exercise(), options: '--configuration=tweety 1' });
parentPort?.on('message', (order: ClaspOrder) => {
  void solve(order).then((report) => {
    Atomics.store(answered, 0, report.ticket);
    parentPort?.postMessage(report);
  });
});
