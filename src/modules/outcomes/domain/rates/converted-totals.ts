// Sums over several outcomes in one currency: as the sums in their own currencies, within one stage, kind and assurance only.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Amount, Qualifier } from '#kernel/money.ts';
import type { Assurance } from '../assurance.ts';
import { joinQualifiers } from '../ledger.ts';
import type { OutcomeId, OutcomeKind } from '../outcome.ts';
import { stages, type Stage } from '../stages.ts';
import { countedAt, type CountedOutcome, type TotalAssurance, type Way } from '../totals.ts';
import { convertSum, type ConvertedSum, type DatedAmount } from './convert-sum.ts';
import type { Conversion } from './table.ts';

interface DatedFigure {
  readonly stage: Stage;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
  readonly assurance: Assurance;
  readonly confirmedPart?: { readonly amount: Amount | null } | null;
  readonly ofStudy?: boolean | undefined;
  /** Entry by entry what was said, and for which day. */
  readonly said: readonly { readonly amount: Amount | null; readonly valueDate: FlexDate | null }[];
}

export interface DatedOutcome extends CountedOutcome<DatedFigure> {
  readonly occurred: FlexDate | null;
}

export interface ConvertedTotal {
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  /** Of investments and services alone: what goes one way is not added to what goes the other way. */
  readonly way: Way | null;
  readonly assurance: Exclude<TotalAssurance, 'differ' | 'withdrawn'>;
  readonly qualifier: Qualifier;
  readonly sum: ConvertedSum;
  readonly outcomes: readonly OutcomeId[];
}

/** Each entry at the rate of the day it was stated for, else of the day of its outcome. */
function datedOf(figure: DatedFigure, counts: Amount, occurred: FlexDate | null): readonly DatedAmount[] {
  const all = figure.said.flatMap(({ amount, valueDate }) => (amount === null ? [] : [{ amount, day: valueDate ?? occurred }]));
  // A part of it is of the day on which the figure came to stand as it does.
  return counts.value === figure.amount?.value ? all : [{ amount: counts, day: all.at(-1)?.day ?? occurred }];
}

const counted = (outcomes: readonly DatedOutcome[], stage: Stage) => {
  const days = new Map(outcomes.map(({ id, occurred }) => [id, occurred]));
  return countedAt(stage, outcomes).flatMap(({ id, kind, way, figure, amount, assurance, isAlone }) =>
    isAlone ? [] : [{ id, kind, way, figure, assurance, dated: datedOf(figure, amount, days.get(id) ?? null) }],
  );
};

/** Every amount that such totals are made of: what rates are looked for. */
export const amountsOf = (outcomes: readonly DatedOutcome[]): readonly DatedAmount[] =>
  stages.flatMap((stage) => counted(outcomes, stage).flatMap(({ dated }) => dated));

/** One total for each stage, kind and assurance, in order of stages; what differs or is withdrawn is in none, and no total holds two stages. */
export const convertedTotals = (outcomes: readonly DatedOutcome[], conversion: Conversion): readonly ConvertedTotal[] =>
  stages.flatMap((stage) =>
    [
      ...Map.groupBy(counted(outcomes, stage), ({ kind, way, assurance }) => [kind, way?.from, way?.to, assurance].join(' ')).values(),
    ].flatMap((group) => {
      const [first] = group;
      const sum = convertSum(
        group.flatMap(({ dated }) => dated),
        conversion,
      );
      if (first === undefined || sum === null) return [];
      const assurance = first.assurance === 'confirmed' ? 'confirmed' : 'reported';
      const qualifier = joinQualifiers(group.map(({ figure }) => figure.qualifier));
      return [{ kind: first.kind, way: first.way, stage, assurance, qualifier, sum, outcomes: group.map(({ id }) => id) }];
    }),
  );
