// Plans with proof: presolve, bound, and the race of exact engines; for facts that are a problem of pairs (see `pairProblemOf`).

import { pairProblemOf, type BreakRange, type PairProblem } from '../core/pairs/pair-problem.ts';
import { presolve, type Obstacle } from '../core/pairs/presolve.ts';
import type { Facts, Placement } from '../core/model.ts';
import type { Ending, Run } from './case.ts';
import { openLedger, type Standing } from './ledger.ts';

export interface ProveOptions {
  readonly seed: number;
  /** Time allowed. */
  readonly seconds: number;
  /** Threads of the exact engines, at least one. */
  readonly threads: number;
  /** Aborted: the run ends as if time were up. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (standing: Standing) => void;
}

export interface Proof {
  /** `optimal`: proven. `feasible`: a plan, not proven best. `infeasible`: proven that there is none. `unknown`: time ran out without a plan. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Breaks of the plan. */
  readonly value: number | null;
  /** Fewest breaks that any plan has; null when there is no plan. */
  readonly bound: number | null;
  /** Verified; empty without a plan. */
  readonly placements: readonly Placement[];
  /** Why there is no plan, where presolve found a reason. */
  readonly obstacles: readonly Obstacle[];
}

/** The cases of the fairness rule: everybody has from `least` to `least + spread` breaks. Often one, since who has one meeting has no break. */
const rangesOf = ({ meetingsOf, spread }: PairProblem): readonly BreakRange[] => {
  const possible = meetingsOf.map((meetings) => Math.max(0, meetings.length - 1));
  const most = possible.reduce((a, b) => Math.max(a, b), 0);
  if (spread === null) return [{ least: 0, most }];
  const cases = 1 + possible.reduce((a, b) => Math.min(a, b), most);
  return Array.from({ length: cases }, (_, least) => ({ least, most: Math.min(most, least + spread) }));
};

interface Refuted {
  readonly kind: 'refuted';
  readonly obstacle: Obstacle;
}

/** One case of the fairness rule to its end; plans of other cases have at least `elsewhere` breaks. */
const solveCase = async (run: Run, range: BreakRange, elsewhere: number): Promise<Ending | Refuted> => {
  const presolved = presolve(run.problem, range);
  if (!presolved.feasible) return { kind: 'refuted', obstacle: presolved.obstacle };
  if (await run.isOver()) return { kind: 'over' };
  // What presolve refutes is answered before the engines are loaded.
  const { raceCase } = await import('./case.ts');
  return raceCase(run, { range, elsewhere, reduced: presolved.problem, days: presolved.days });
};

/** Case by case, until no other case can hold a better plan. */
const solveCases = async (run: Run): Promise<Proof> => {
  const { ledger, problem } = run;
  const ranges = rangesOf(problem);
  const obstacles: Obstacle[] = [];
  let timeIsUp = false;
  for (const [index, range] of ranges.entries()) {
    const { value } = ledger.standing();
    if (value !== null && value <= range.least * problem.people) break;
    const best = value ?? Infinity;
    const elsewhere = Math.min(best, index + 1 < ranges.length ? (range.least + 1) * problem.people : Infinity);
    const ending = await solveCase(run, range, elsewhere);
    if (ending.kind === 'refuted') obstacles.push(ending.obstacle);
    timeIsUp = ending.kind === 'over';
    if (timeIsUp || ending.kind === 'met') break;
  }
  const { value, bound } = ledger.standing();
  const placements = ledger.placements();
  if (value === null) return { status: timeIsUp ? 'unknown' : 'infeasible', value, bound: timeIsUp ? bound : null, placements, obstacles };
  if (timeIsUp && value > bound) return { status: 'feasible', value, bound, placements, obstacles: [] };
  return { status: 'optimal', value, bound: value, placements, obstacles: [] };
};

/**
 * Plans valid facts (see `validate`) so that every meeting is held, with as few breaks as possible, and proves it; null when the facts
 * are not a problem of pairs. The value of a decided run is always the same; which of the best plans is found may differ.
 */
export const provePlan = async (facts: Facts, options: ProveOptions): Promise<Proof | null> => {
  const problem = pairProblemOf(facts);
  if (problem === null) return null;
  const ledger = openLedger(facts, (standing) => options.onProgress?.(standing));
  let timer: NodeJS.Timeout | undefined;
  let isUp = false;
  const over = new Promise<'over'>((resolve) => {
    const end = (): void => {
      isUp = true;
      resolve('over');
    };
    timer = setTimeout(end, options.seconds * 1_000);
    options.signal?.addEventListener('abort', end);
  });
  const isOver = async (): Promise<boolean> => {
    // Timers and signals are heard between two turns only.
    await new Promise((resolve) => setImmediate(resolve));
    return isUp;
  };
  try {
    return await solveCases({ facts, problem, seed: options.seed, threads: options.threads, ledger, over, isOver });
  } finally {
    clearTimeout(timer);
  }
};
