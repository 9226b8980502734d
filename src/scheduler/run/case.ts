// One case of the fairness rule that presolve has not refuted: its bound, its clauses, and the race to the fewest breaks.

import { breakBound } from '../core/pairs/bound.ts';
import { climberOf } from '../core/pairs/climb.ts';
import type { DayPatterns } from '../core/pairs/day-patterns.ts';
import { encode } from '../core/pairs/encode.ts';
import { breaksOfEach } from '../core/pairs/neighbourhood.ts';
import type { BreakRange, PairProblem } from '../core/pairs/pair-problem.ts';
import { seatAtTables } from '../core/pairs/seat.ts';
import type { Facts } from '../core/model.ts';
import { startClasp, type ClaspThread } from './clasp-thread.ts';
import type { Ledger } from './ledger.ts';
import { raceToProof, type Finish } from './race.ts';

export interface Run {
  readonly facts: Facts;
  readonly problem: PairProblem;
  readonly seed: number;
  /** Threads of the exact engines, at least one. */
  readonly threads: number;
  readonly ledger: Ledger;
  /** Resolves when time is up. */
  readonly over: Promise<'over'>;
  /** Whether it is, asked after long work of this thread. */
  readonly isOver: () => Promise<boolean>;
}

export interface Case {
  readonly range: BreakRange;
  /** Fewest breaks of the plans of other cases. */
  readonly elsewhere: number;
  /** Presolved. */
  readonly reduced: PairProblem;
  readonly days: readonly DayPatterns[];
}

export type Ending = Finish | { readonly kind: 'over' | 'met' };

/** Runs until the fewest breaks of the case are proven, or the best plan is proven best of all cases, or time is up. */
export const raceCase = async (run: Run, { range, elsewhere, reduced, days }: Case): Promise<Ending> => {
  const { facts, ledger, problem, seed, threads } = run;
  const started: ClaspThread[] = [];
  const start = (): ClaspThread => {
    const thread = startClasp();
    started.push(thread);
    return thread;
  };
  const isAnswered = (): boolean => started.some((thread) => thread.hasAnswered());
  const raise = (proven: number): void => {
    ledger.raise(Math.min(proven, elsewhere));
  };
  const enter = (slots: readonly number[], breaks: number | null): void => {
    ledger.enter(seatAtTables(facts, slots), breaks);
  };
  const another = async (turn: number, milliseconds: number, fewest: number): Promise<readonly number[] | null> => {
    // The engines for large fairs are loaded when they are needed: small problems are decided without them, in less time than that takes.
    const { annealFor, withoutClosed } = await import('./race-anneal.ts');
    open ??= withoutClosed(facts, reduced);
    const slots = annealFor(open, { seed: seed + turn, milliseconds, fewest, shouldStop: isAnswered });
    if (slots !== null) enter(slots, null);
    return slots !== null && breaksOfEach(problem, slots).every((breaks) => breaks >= range.least && breaks <= range.most) ? slots : null;
  };
  let open: Facts | null = null;
  const halt = new AbortController();
  try {
    const bound = breakBound(days, problem.capacity);
    raise(bound);
    if (await run.isOver()) return { kind: 'over' };
    const encoded = encode(reduced, days);
    const racing = raceToProof({
      problem: reduced,
      range,
      encoded,
      climber: climberOf(encoded),
      seed,
      bound,
      another,
      threads,
      start,
      isAnswered,
      signal: halt.signal,
      onBound: raise,
      onPlan: enter,
    });
    return await Promise.race([racing, run.over.then((kind) => ({ kind })), ledger.met.then((kind) => ({ kind }))]);
  } finally {
    halt.abort();
    for (const thread of started) thread.stop();
  }
};
