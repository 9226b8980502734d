// Sums over several outcomes: within one stage, kind, direction, currency and assurance only, never a part beside its whole, and nothing disputed.
import { addDecimals, compareDecimals, negateDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import type { Assurance } from './assurance.ts';
import { joinQualifiers, type StageFigure } from './ledger.ts';
import { isDirected, type OutcomeId, type OutcomeKind } from './outcome.ts';
import { stages, type EndStage, type Stage } from './stages.ts';

export type AssuredFigure = StageFigure & {
  readonly assurance: Assurance;
  /** So much of what one side reports another one confirms. */
  readonly confirmedPart?: { readonly amount: Amount | null } | null;
  /** It rests on a study, which holds for whom it covers: it stands alone beside every sum. */
  readonly ofStudy?: boolean | undefined;
};

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
  /** How it ended; left out where nobody asks. */
  readonly ended?: EndStage | null | undefined;
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
  /** The amount that counts, and how sure it is: of a figure that is confirmed in part there are two. */
  readonly amount: Amount;
  readonly assurance: TotalAssurance;
  /** Whether it is added to nothing. */
  readonly isAlone: boolean;
}

const totalAssuranceOf = (assurance: Assurance): TotalAssurance =>
  assurance === 'documented' || assurance === 'verified' ? 'confirmed' : assurance;

/** What a side holds otherwise, or its own office took back, is in no sum. */
export const isKeptOut = ({ assurance }: { readonly assurance: Assurance }): boolean => assurance === 'differ' || assurance === 'withdrawn';

/** Whether it is added to nothing: kept out, or of a study. */
const standsAlone = (figure: Pick<AssuredFigure, 'assurance' | 'ofStudy'>): boolean => isKeptOut(figure) || figure.ofStudy === true;

/** What of a figure counts as what: the part that another side confirms apart from the rest. */
function piecesOf({ amount, assurance, confirmedPart }: Countable): readonly Pick<Stated<Countable>, 'amount' | 'assurance'>[] {
  if (amount === null) return [];
  const part = confirmedPart?.amount;
  if (part == null || part.currency !== amount.currency || compareDecimals(part.value, amount.value) >= 0)
    return [{ amount, assurance: totalAssuranceOf(assurance) }];
  const rest = { value: addDecimals([amount.value, negateDecimal(part.value)]), currency: amount.currency };
  return [
    { amount: part, assurance: 'confirmed' },
    { amount: rest, assurance: totalAssuranceOf(assurance) },
  ];
}

type Countable = Pick<AssuredFigure, 'stage' | 'amount' | 'assurance' | 'confirmedPart' | 'ofStudy'>;

/**
 * What an outcome states at a stage. What came to an end counts there and nowhere else, with the amount of which that is said: nobody intends any
 * more what was cancelled.
 */
function statedAt<F extends Countable>(stage: Stage, { figures, ended = null }: Pick<CountedOutcome<F>, 'figures' | 'ended'>) {
  if (ended !== null && ended !== stage) return undefined;
  const own = figures.find((figure) => figure.stage === stage);
  const figure = own?.amount != null || ended === null ? own : figures.findLast(({ amount }) => amount !== null);
  if (figure === undefined || figure.amount === null) return undefined;
  const said: Countable = own === undefined || own === figure ? figure : { ...figure, assurance: own.assurance, confirmedPart: null };
  return { figure, said, isAlone: standsAlone(figure) || standsAlone(said) };
}

/**
 * The figures that count at a stage: a whole that states its own amount there stands for its parts, else the parts stand for it; so they
 * do where the whole itself is kept out.
 */
export function countedAt<F extends Countable>(stage: Stage, outcomes: readonly CountedOutcome<F>[]): readonly Stated<F>[] {
  const statedBy = new Map(
    outcomes.flatMap(({ id, kind, way, ...told }) => {
      const stated = statedAt(stage, told);
      return stated === undefined ? [] : [[id, { id, kind, way: isDirected(kind) && way !== undefined ? way : null, ...stated }] as const];
    }),
  );
  const coveredBy = (partOf: OutcomeId | null): boolean => {
    const whole = partOf === null ? undefined : statedBy.get(partOf);
    return whole !== undefined && !whole.isAlone;
  };
  return outcomes.flatMap(({ id, partOf }) => {
    const stated = statedBy.get(id);
    return stated === undefined || coveredBy(partOf) ? [] : piecesOf(stated.said).map((piece) => ({ ...stated, ...piece }));
  });
}

/**
 * One total for each stage, kind, direction, currency and assurance with an amount, in order of stages and assurances; where only one outcome
 * speaks, and of each that is kept out, its own figure.
 */
export function totalsOf(outcomes: readonly CountedOutcome[]): readonly StageTotal[] {
  return stages.flatMap((stage) => {
    const groups = Map.groupBy(countedAt(stage, outcomes), ({ id, kind, way, isAlone, amount, assurance }) =>
      [kind, way?.from, way?.to, amount.currency, assurance, isAlone ? id : ''].join(' '),
    );
    const totals = [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { currency } = first.amount;
      const value = addDecimals(group.map(({ amount }) => amount.value));
      const qualifier = joinQualifiers(group.map(({ figure }) => figure.qualifier));
      const { assurance } = first;
      const way = first.way === null ? {} : { way: first.way };
      return [{ kind: first.kind, ...way, stage, assurance, amount: { value, currency }, qualifier, outcomes: group.map(({ id }) => id) }];
    });
    return totals.toSorted((a, b) => totalAssurances.indexOf(a.assurance) - totalAssurances.indexOf(b.assurance));
  });
}
