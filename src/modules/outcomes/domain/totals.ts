// Sums over several outcomes: within one stage, kind, direction, currency and assurance only, never a part beside its whole, and nothing disputed.
import { addDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import type { Assurance } from './assurance.ts';
import { joinQualifiers, type StageFigure } from './ledger.ts';
import { isDirected, type OutcomeId, type OutcomeKind } from './outcome.ts';
import { stages, type Stage } from './stages.ts';

export type AssuredFigure = StageFigure & { readonly assurance: Assurance };

export interface Way {
  readonly from: string | null;
  readonly to: string | null;
}

export interface CountedOutcome<F = AssuredFigure> {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly partOf: OutcomeId | null;
  /** The two ends, by whatever names a city; left out where nobody asks for the direction. */
  readonly way?: Way | undefined;
  readonly figures: readonly F[];
}

export const totalAssurances = ['confirmed', 'reported', 'differ', 'withdrawn'] as const;
/** Confirmed: both sides stand behind it, or a paper both signed. What differs or is withdrawn is in no sum: it stands alone, with its own figure. */
export type TotalAssurance = (typeof totalAssurances)[number];

export interface StageTotal {
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  /** Of investments and services alone: from where to where. */
  readonly way?: Way;
  readonly assurance: TotalAssurance;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly outcomes: readonly OutcomeId[];
}

interface Stated<F> {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly way: Way | null;
  readonly figure: F;
}

export const totalAssuranceOf = (assurance: Assurance): TotalAssurance =>
  assurance === 'documented' || assurance === 'verified' ? 'confirmed' : assurance;

/** What a side holds otherwise, or its own office took back, is in no sum. */
export const isKeptOut = ({ assurance }: { readonly assurance: Assurance }): boolean => assurance === 'differ' || assurance === 'withdrawn';

/**
 * The figures that count at a stage: a whole that states its own amount there stands for its parts, else the parts stand for it; so they
 * do where the whole itself is kept out.
 */
export function countedAt<F extends Pick<AssuredFigure, 'stage' | 'amount' | 'assurance'>>(
  stage: Stage,
  outcomes: readonly CountedOutcome<F>[],
): readonly Stated<F>[] {
  const statedBy = new Map(
    outcomes.flatMap(({ id, kind, way, figures }) => {
      const figure = figures.find((f) => f.stage === stage && f.amount !== null);
      return figure === undefined ? [] : [[id, { id, kind, way: isDirected(kind) && way !== undefined ? way : null, figure }] as const];
    }),
  );
  const coveredBy = (partOf: OutcomeId | null): boolean => {
    const whole = partOf === null ? undefined : statedBy.get(partOf);
    return whole !== undefined && !isKeptOut(whole.figure);
  };
  return outcomes.flatMap(({ id, partOf }) => {
    const stated = statedBy.get(id);
    return stated === undefined || coveredBy(partOf) ? [] : [stated];
  });
}

/**
 * One total for each stage, kind, direction, currency and assurance with an amount, in order of stages and assurances; where only one outcome
 * speaks, and of each that is kept out, its own figure.
 */
export function totalsOf(outcomes: readonly CountedOutcome[]): readonly StageTotal[] {
  return stages.flatMap((stage) => {
    const groups = Map.groupBy(countedAt(stage, outcomes), ({ id, kind, way, figure }) =>
      [kind, way?.from, way?.to, figure.amount?.currency, totalAssuranceOf(figure.assurance), isKeptOut(figure) ? id : ''].join(' '),
    );
    const totals = [...groups.values()].flatMap((group) => {
      const [first] = group;
      const currency = first?.figure.amount?.currency;
      if (first === undefined || currency === undefined) return [];
      const value = addDecimals(group.flatMap(({ figure }) => figure.amount?.value ?? []));
      const qualifier = joinQualifiers(group.map(({ figure }) => figure.qualifier));
      const assurance = totalAssuranceOf(first.figure.assurance);
      const way = first.way === null ? {} : { way: first.way };
      return [{ kind: first.kind, ...way, stage, assurance, amount: { value, currency }, qualifier, outcomes: group.map(({ id }) => id) }];
    });
    return totals.toSorted((a, b) => totalAssurances.indexOf(a.assurance) - totalAssurances.indexOf(b.assurance));
  });
}
