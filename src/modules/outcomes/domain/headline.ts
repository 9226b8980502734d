// What of an outcome stands where there is room for one figure: its amount, and how sure what is said there is.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { Assurance } from './assurance.ts';
import { reachedBy, type FiguresOfLedger, type Reached } from './ledger.ts';
import type { Extent } from './outcome.ts';
import { isEnd, type Stage } from './stages.ts';

/** Who said a figure, entry by entry: told with it, else in the ledger beside it. */
export const saidOf = <W>(
  { said, entries }: { readonly said?: readonly W[] | undefined; readonly entries: readonly string[] },
  ledger: readonly (W & { readonly id: string })[],
): readonly W[] => said ?? ledger.filter(({ id }) => entries.includes(id));

interface Told<F> {
  readonly figures: readonly F[];
  readonly reached: Reached;
}

/** The figure of the furthest stage that has one. */
export const leading = <F extends { readonly stage: Stage }>({ figures, reached }: Told<F>): F | undefined =>
  figures.find(({ stage }) => stage === reached.stage) ?? figures.at(-1);

/** The figure by which an outcome is held against its whole, whichever stage was spoken of last: that of the furthest; what ended draws on nothing. */
export function drawingOn<F extends FiguresOfLedger['figures'][number]>(
  ledger: FiguresOfLedger & { readonly figures: readonly F[] },
): F | undefined {
  const reached = reachedBy(ledger);
  return reached.ended === null ? leading({ figures: ledger.figures, reached }) : undefined;
}

/** The figure whose assurance stands beside it: where it came to an end, that of the end, as that word stands there, too; one that differs first. */
export function assuredOf<F extends { readonly stage: Stage; readonly assurance: Assurance }>(told: Told<F>): F | undefined {
  const lead = leading(told);
  const end = told.figures.find(({ stage }) => stage === told.reached.ended);
  return [end, lead].find((figure) => figure?.assurance === 'differ') ?? end ?? lead;
}

/**
 * Stage by stage the figure and the one whose stage and assurance stand beside it. What ended is told once, as ended, with the amount of which that is
 * said: nothing of it is intended any more.
 */
export function figuresShown<F extends { readonly stage: Stage; readonly amount: unknown }>({ figures, reached: { ended } }: Told<F>) {
  const end = figures.find(({ stage }) => stage === ended);
  if (end === undefined) return figures.map((figure) => ({ figure, at: figure }));
  return [{ figure: end.amount === null ? (figures.findLast(({ amount }) => amount !== null) ?? end) : end, at: end }];
}

/**
 * Of figures in order of stages the one that says how much a stage is of: its own, else that of the furthest stage before it, since what ended is
 * mostly told without.
 */
export function lastHeld<F extends { readonly stage: Stage }>(
  figures: readonly F[],
  stage: Stage,
  isSaid: (figure: F) => boolean,
): F | undefined {
  const upTo = figures.slice(0, figures.findIndex((one) => one.stage === stage) + 1);
  return upTo.findLast((one) => isSaid(one) && (one.stage === stage || !isEnd(one.stage)));
}

interface Listed extends Told<{ readonly stage: Stage }> {
  readonly id: string;
  readonly extent: Extent;
  /** Left out where everything told is public. */
  readonly visibility?: 'private' | 'shared' | 'public' | undefined;
  readonly occurred: FlexDate | null;
  readonly partOf: string | null;
}

/** Something was promised, and nobody has said how it went on. */
export const isUnfollowed = ({ reached: { stage, ended } }: Pick<Listed, 'reached'>): boolean =>
  stage !== null && stage !== 'realised' && ended === null;

/** Outcomes that are no part of another one among them. */
export const wholesAmong = <O extends Pick<Listed, 'id' | 'partOf'>>(outcomes: readonly O[]): readonly O[] =>
  outcomes.filter(({ partOf }) => partOf === null || !outcomes.some(({ id }) => id === partOf));

const newer = ({ occurred: x }: Listed, { occurred: y }: Listed): number =>
  x === null || y === null ? Number(x === null) - Number(y === null) : compareDates(y, x);

const isPublic = ({ visibility = 'public' }: Listed): boolean => visibility === 'public';

/**
 * Which of several stands first where there is room for one: what everybody reads before what an office alone does, so that all begin alike; of
 * that what nobody has followed up, several things told as one before a single one, since more of it is open; then the newest, never the largest.
 */
export const leadAmong = <O extends Listed>(outcomes: readonly O[]): O | undefined =>
  wholesAmong(outcomes).toSorted(
    (x, y) =>
      Number(isPublic(y)) - Number(isPublic(x)) ||
      Number(isUnfollowed(y)) - Number(isUnfollowed(x)) ||
      (isUnfollowed(x) ? Number(x.extent === 'single') - Number(y.extent === 'single') : 0) ||
      Number(y.figures.length > 0) - Number(x.figures.length > 0) ||
      newer(x, y) ||
      (x.id < y.id ? -1 : 1),
  )[0];
