// Climbs from a lower bound to the fewest breaks: is there a plan with as many as the bound? With one more?

import { solverOf, type Limits, type Solver } from '../sat/solver.ts';
import { atLeast, continued, counterOf } from './clauses.ts';
import { slotsOfModel, type Encoded } from './encode.ts';

export interface Climber {
  /**
   * Asks for a plan with at most `most` breaks: the slot of each meeting; `none`: no plan has so few, `never`: there is no plan at all;
   * null when the limits came first. What was learned is kept for the next question.
   */
  readonly ask: (most: number, limits: Limits) => readonly number[] | 'none' | 'never' | null;
}

/** Breaks beyond the first question that the counter of breaks can tell apart; for more it is made anew. */
const reach = 8;

interface Stage {
  readonly solver: Solver;
  /** Breaks, beyond those that every plan has, up to which may be asked. */
  readonly most: number;
  readonly counter: readonly number[];
}

const stageFor = ({ clauses, breaks }: Encoded, least: number): Stage => {
  const most = Math.min(breaks.length, least + reach);
  const extra = continued(clauses);
  const counter = counterOf(extra, breaks, { cap: most + 1, exact: false });
  return { solver: solverOf(extra.variables(), [clauses.flat(), extra.flat()]), most, counter };
};

/** A climber over the plans that the clauses allow. */
export const climberOf = (encoded: Encoded): Climber => {
  const { breaks, heldAt, surely } = encoded;
  let stage: Stage | null = null;
  const truths = { has: (literal: number): boolean => stage?.solver.isTrue(literal) === true };
  return {
    ask: (most, limits) => {
      const allowed = most - surely;
      if (allowed < 0) return 'none';
      if (stage === null || allowed > stage.most) stage = stageFor(encoded, allowed);
      const answer = stage.solver.solve(allowed < breaks.length ? [-atLeast(stage.counter, allowed + 1)] : [], limits);
      if (answer === 'satisfiable') return slotsOfModel({ heldAt }, truths);
      if (answer === 'unknown') return null;
      return answer === 'impossible' || allowed >= breaks.length ? 'never' : 'none';
    },
  };
};
