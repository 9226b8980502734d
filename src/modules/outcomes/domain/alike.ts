// Whether two outcomes may be one and the same, entered twice: pointed out to whoever enters, and never added up.
import { agrees, boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { addDecimals, compareDecimals, negateDecimal, plainDecimal, type Amount } from '#kernel/money.ts';
import type { StageFigure } from './ledger.ts';
import type { OutcomeId, OutcomeKind } from './outcome.ts';

/** What is compared; `subjects` are the ids of the ties, agreements and exchanges it belongs to. */
export interface Comparable {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly partOf: OutcomeId | null;
  readonly occurred: FlexDate | null;
  readonly subjects: readonly string[];
  /** Those of the subjects that are meetings. */
  readonly meetings?: readonly string[];
  readonly figures: readonly Pick<StageFigure, 'stage' | 'amount' | 'count'>[];
}

type Figure = Comparable['figures'][number];

const sameOrUnsaid = (a: string | null, b: string | null): boolean => a === null || b === null || compareDecimals(a, b) === 0;

/** The same amount at the same stage; a count stated by both must be the same, too. Counts alone are too common to tell. */
const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.stage === b.stage &&
  a.amount !== null &&
  b.amount !== null &&
  a.amount.currency === b.amount.currency &&
  compareDecimals(a.amount.value, b.amount.value) === 0 &&
  sameOrUnsaid(a.count, b.count);

const areKin = (a: Comparable, b: Comparable): boolean =>
  a.partOf === b.id || b.partOf === a.id || (a.partOf !== null && a.partOf === b.partOf);

/** Both state an amount of one stage and currency, and not the same one. */
const isOtherFigure = (a: Figure, b: Figure): boolean =>
  a.stage === b.stage &&
  a.amount !== null &&
  b.amount !== null &&
  a.amount.currency === b.amount.currency &&
  compareDecimals(a.amount.value, b.amount.value) !== 0;

/** What came of one meeting is told by both who met, mostly before there is any amount. */
const areOfOneMeeting = (a: Comparable, b: Comparable): boolean =>
  (a.meetings ?? []).some((meeting) => (b.meetings ?? []).includes(meeting)) &&
  !a.figures.some((figure) => b.figures.some((other) => isOtherFigure(figure, other)));

const stateTheSame = (a: Comparable, b: Comparable): boolean =>
  a.subjects.some((subject) => b.subjects.includes(subject)) &&
  a.figures.some((figure) => b.figures.some((other) => isSameFigure(figure, other)));

/**
 * Whether both may be the same: one kind, days that agree as far as they are known ("April 2019" with 18 April 2019; a day that nobody stated
 * rules nothing out), and either something in common that they belong to with a stage at which both state one amount, or one meeting of which
 * both came without amounts that differ. A part and its whole, and two parts of one whole, are never the same.
 */
export const looksAlike = (a: Comparable, b: Comparable): boolean =>
  a.id !== b.id &&
  a.kind === b.kind &&
  !areKin(a, b) &&
  (a.occurred === null || b.occurred === null || agrees(a.occurred, b.occurred)) &&
  (stateTheSame(a, b) || areOfOneMeeting(a, b));

/** What is compared besides where nothing need be shared but who takes part: ids of organisations, and names in small letters. */
export interface WithParties extends Comparable {
  readonly parties: readonly string[];
}

/** Both within a tenth of the larger one. */
function isNear(a: Amount, b: Amount): boolean {
  if (a.currency !== b.currency) return false;
  const [less, more] = compareDecimals(a.value, b.value) < 0 ? [a.value, b.value] : [b.value, a.value];
  const apart = addDecimals([more, negateDecimal(less)]);
  return compareDecimals(addDecimals(Array.from({ length: 10 }, () => apart)), more) <= 0;
}

const NEAR_DAYS = 90;
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** Not more than ninety days apart, as far as both are known; a day that nobody stated rules nothing out. */
function areNear(a: FlexDate | null, b: FlexDate | null): boolean {
  if (a === null || b === null) return true;
  const [x, y] = [boundsOf(a), boundsOf(b)];
  const isAfter = (from: string | null, to: string | null): boolean =>
    from !== null && to !== null && dayNumber(from) - dayNumber(to) > NEAR_DAYS;
  return !isAfter(x.from, y.to) && !isAfter(y.from, x.to);
}

/**
 * Whether both may be one thing told twice in other figures: one kind, somebody who takes part in both, amounts within a tenth, whatever their
 * stages, and days within ninety of each other. For asking alone: no sum leaves anything out for it.
 */
export const resembles = (a: WithParties, b: WithParties): boolean =>
  a.id !== b.id &&
  a.kind === b.kind &&
  !areKin(a, b) &&
  a.parties.some((party) => b.parties.includes(party)) &&
  areNear(a.occurred, b.occurred) &&
  a.figures.some(({ amount }) => b.figures.some((other) => amount !== null && other.amount !== null && isNear(amount, other.amount)));

export interface Alike {
  /** The one entered first, which counts. */
  readonly counted: OutcomeId;
  readonly again: OutcomeId;
}

/** What two outcomes that look alike have in common: a meeting, or an amount at a stage. */
const commonTo = ({ kind, meetings = [], figures }: Comparable): readonly string[] => [
  ...meetings.map((meeting) => `${kind} ${meeting}`),
  ...figures.flatMap(({ stage, amount }) => (amount === null ? [] : [`${kind} ${stage} ${amount.currency} ${plainDecimal(amount.value)}`])),
];

/** Each outcome that looks like one entered before it, with that one; ids follow the order of entering. */
export function alikeAmong(outcomes: readonly Comparable[]): readonly Alike[] {
  const inOrder = outcomes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const again = new Map<OutcomeId, OutcomeId>();
  // Those entered before that share a meeting or an amount at a stage, the first one first: of hundreds nearly none do.
  const before = new Map<string, Comparable[]>();
  for (const outcome of inOrder) {
    const keys = commonTo(outcome);
    const first = [...new Set(keys.flatMap((key) => before.get(key) ?? []))]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .find((one) => looksAlike(one, outcome));
    if (first !== undefined) again.set(outcome.id, first.id);
    else for (const key of keys) before.set(key, [...(before.get(key) ?? []), outcome]);
  }
  return [...again].map(([id, counted]) => ({ counted, again: id }));
}
