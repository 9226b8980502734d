// The figures of a plan, in meetings unless the name says otherwise.
import { remembered } from '#kernel/memory/remembered.ts';
import type { Value } from '#scheduler/core/model.ts';
import { valueOf } from '#scheduler/core/verify.ts';
import type { DraftConflict } from './draft-conflicts.ts';
import type { Placed } from '../edition-facts.ts';
import { toPlanner, type PlannerInput } from './planner-facts.ts';
import type { Sentence } from './sentences.ts';

/** What is known of the best possible; null while unknown. */
export interface Bounds {
  readonly bound: number | null;
  readonly breaksBound: number | null;
}

/** Of a draft that no search has looked at since it was copied, nothing is known. */
export const unsearched: Bounds = { bound: null, breaksBound: null };

/** What a search proved holds for the requests that it saw: with more or fewer of them nothing is known until it searches anew. */
export const boundsThatHold = (
  { bound, breaksBound, figures }: Bounds & { readonly figures: Pick<PlanFigures, 'wished'> | null },
  { facts }: Pick<PlannerInput, 'facts'>,
): Bounds => (figures?.wished === facts.meetings.length ? { bound, breaksBound } : unsearched);

export interface PlanFigures {
  readonly wished: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly musts: number;
  readonly mustsPlaced: number;
  /** Idle gaps between meetings of one day, summed over participants. */
  readonly breaks: number;
  /** No plan can place more; null while unknown. */
  readonly bound: number | null;
  /** No plan that places all has fewer breaks; null while unknown. */
  readonly breaksBound: number | null;
  readonly hard: number;
  readonly warnings: number;
}

/** Counts a draft anew. */
export const figuresOf = (
  input: PlannerInput,
  placed: readonly Placed[],
  conflicts: readonly DraftConflict[],
  bounds: Bounds,
): PlanFigures => figuresFrom(input, valueIn(input, placed), conflicts, bounds);

const valueIn = remembered((input: PlannerInput, placed: readonly Placed[]): Value => valueOf(input.facts, toPlanner(input, placed)));

/** The figures of a plan whose value is known: the planning thread counted it. */
export function figuresFrom(
  input: PlannerInput,
  value: Pick<Value, 'total' | 'placed' | 'unplacedMusts' | 'breaks'>,
  conflicts: readonly DraftConflict[],
  bounds: Bounds,
): PlanFigures {
  const musts = input.facts.meetings.filter((m) => m.must).length;
  return {
    wished: value.total,
    placed: value.placed,
    unplaced: value.total - value.placed,
    musts,
    mustsPlaced: musts - value.unplacedMusts,
    breaks: value.breaks,
    ...bounds,
    hard: conflicts.filter((c) => c.severity === 'hard').length,
    warnings: conflicts.filter((c) => c.severity === 'warning').length,
  };
}

/** The one sentence of a plan: how many have a place, the musts, and whether more can be placed: proven not, not known, or not said. */
export function summaryOf(figures: PlanFigures): Sentence {
  const { placed, wished, musts, mustsPlaced, bound } = figures;
  const missing = musts - mustsPlaced;
  if (wished === 0) return { code: 'meetings.summary_nothing', params: {} };
  const which = placed === wished ? 'all' : missing > 0 ? 'musts_missing' : musts > 0 ? 'musts_placed' : 'some';
  // That no plan places more than were wished for says nothing.
  const known = bound !== null && bound < wished && which !== 'all';
  if (!known) return { code: `meetings.summary_${which}`, params: { placed, wished, count: missing } };
  if (bound <= placed) return { code: `meetings.summary_${which}_best`, params: { placed, wished, count: missing } };
  return { code: `meetings.summary_${which}_bound`, params: { placed, wished, count: missing, bound } };
}
