// Sums over several outcomes: within one stage, one kind and one currency only, and never a part beside its whole.
import { addDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import { joinQualifiers, type StageFigure } from './ledger.ts';
import type { OutcomeId, OutcomeKind } from './outcome.ts';
import { stages, type Stage } from './stages.ts';

export interface CountedOutcome {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly partOf: OutcomeId | null;
  readonly figures: readonly StageFigure[];
}

export interface StageTotal {
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly outcomes: readonly OutcomeId[];
}

interface Stated {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly figure: StageFigure;
}

/** The figures that count at a stage: a whole that states its own amount there stands for its parts, else the parts stand for it. */
function countedAt(stage: Stage, outcomes: readonly CountedOutcome[]): readonly Stated[] {
  const statedBy = new Map(
    outcomes.flatMap(({ id, kind, figures }) => {
      const figure = figures.find((f) => f.stage === stage && f.amount !== null);
      return figure === undefined ? [] : [[id, { id, kind, figure }] as const];
    }),
  );
  const coveredBy = (partOf: OutcomeId | null): boolean => partOf !== null && statedBy.has(partOf);
  return outcomes.flatMap(({ id, partOf }) => {
    const stated = statedBy.get(id);
    return stated === undefined || coveredBy(partOf) ? [] : [stated];
  });
}

/** One total for each stage, kind and currency with an amount, in order of stages; where only one outcome speaks, its own figure. */
export function totalsOf(outcomes: readonly CountedOutcome[]): readonly StageTotal[] {
  return stages.flatMap((stage) => {
    const groups = new Map<string, Stated[]>();
    for (const stated of countedAt(stage, outcomes)) {
      const key = `${stated.kind} ${stated.figure.amount?.currency ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), stated]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      const currency = first?.figure.amount?.currency;
      if (first === undefined || currency === undefined) return [];
      const value = addDecimals(group.flatMap(({ figure }) => figure.amount?.value ?? []));
      const qualifier = joinQualifiers(group.map(({ figure }) => figure.qualifier));
      return [{ kind: first.kind, stage, amount: { value, currency }, qualifier, outcomes: group.map(({ id }) => id) }];
    });
  });
}
