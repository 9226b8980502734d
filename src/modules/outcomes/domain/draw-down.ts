// How much of a whole its parts account for, stage by stage, and how many nobody has said anything of (draw-down).
import { addDecimals, compareDecimals, negateDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import { joinQualifiers, type Reached, type StageFigure } from './ledger.ts';
import type { Assurance } from './assurance.ts';
import { cameTo } from './follow-through/came-to.ts';
import { knownFates, type KnownFate } from './follow-up/fate.ts';
import type { Extent } from './outcome.ts';
import { stages, type Stage } from './stages.ts';
import { isKeptOut } from './totals.ts';

/** `disputed`: a side holds it otherwise, or whose figure it is took it back. */
type Figures = Pick<StageFigure, 'stage' | 'amount' | 'count' | 'qualifier' | 'countQualifier'> & { readonly disputed: boolean };

/** An outcome, as far as it draws on a whole or is drawn on. */
export interface Drawn {
  readonly extent: Extent;
  readonly reached: Reached;
  /** What its company answered when it was asked; null: nothing, or not told to this reader. */
  readonly answered: KnownFate | null;
  readonly figures: readonly Figures[];
}

/** Null: how many, or how much, at least one of the parts does not say. */
interface Share {
  readonly stage: Stage;
  readonly count: string | null;
  readonly countQualifier: Qualifier;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
  /** Of how many of these their companies have answered since, and what. */
  readonly answers: readonly Answers[];
}

type Answers = Pick<Share, 'count' | 'countQualifier'> & { readonly fate: KnownFate };

export interface DrawDown {
  /** In the order of stages; what stands where the whole itself stands is not told: nothing became of it yet. */
  readonly shares: readonly Share[];
  /** How many are held otherwise, which is in no share: what became of them is in dispute. Null count: at least one part does not say how many. */
  readonly disputed: Pick<Share, 'count' | 'countQualifier'> | null;
  /** Of how many their companies alone have answered, and what: the ledger has not followed. */
  readonly answers: readonly Answers[];
  /** Of how many of the whole nothing is known; null where that cannot be said. */
  readonly rest: { readonly count: string; readonly countQualifier: Qualifier } | null;
}

const stageOf = ({ reached: { stage, ended } }: Drawn): Stage | null => ended ?? stage;
const figureOf = (drawn: Drawn): Figures | undefined => drawn.figures.find(({ stage }) => stage === stageOf(drawn));

/** One thing is one, whether or not somebody counts it. */
const countOf = (drawn: Drawn): string | null => (drawn.extent === 'single' ? '1' : (figureOf(drawn)?.count ?? null));

const sum = (values: readonly (string | null)[]): string | null =>
  values.some((value) => value === null) ? null : addDecimals(values.flatMap((value) => value ?? []));

function shareOf(stage: Stage, parts: readonly Drawn[]): Share {
  const figures = parts.flatMap((part) => figureOf(part) ?? []);
  const amounts = parts.map((part) => figureOf(part)?.amount ?? null);
  const [first = null] = amounts;
  // Amounts of two currencies are never added.
  const isOne = amounts.every((amount) => amount?.currency === first?.currency);
  const value = isOne ? sum(amounts.map((amount) => amount?.value ?? null)) : null;
  return {
    stage,
    count: sum(parts.map(countOf)),
    countQualifier: qualifierOf(parts),
    amount: first === null || value === null ? null : { value, currency: first.currency },
    qualifier: joinQualifiers(figures.map(({ qualifier }) => qualifier)),
    answers: answersOf(parts),
  };
}

const answersOf = (parts: readonly Drawn[]): readonly Answers[] =>
  knownFates.flatMap((fate) => {
    const same = parts.filter(({ answered }) => answered === fate);
    return same.length === 0 ? [] : [{ fate, count: sum(same.map(countOf)), countQualifier: qualifierOf(same) }];
  });

const qualifierOf = (parts: readonly Drawn[]): Qualifier =>
  joinQualifiers(
    parts.flatMap((part) => figureOf(part) ?? []).flatMap(({ count, countQualifier }) => (count === null ? [] : [countQualifier])),
  );

const isDisputed = (part: Drawn): boolean => figureOf(part)?.disputed === true;

/** The same of outcomes with the assurance of their figures. */
export const drawnOf = (
  outcome: Omit<Drawn, 'figures'> & { readonly figures: readonly (Omit<Figures, 'disputed'> & { readonly assurance: Assurance })[] },
): Drawn => ({ ...outcome, figures: outcome.figures.map((figure) => ({ ...figure, disputed: isKeptOut(figure) })) });

/** One contract under which others are placed: its parts are call-offs, and draw on its amount. Several things told as one are no contract. */
export const isFramework = ({ extent }: Pick<Drawn, 'extent'>): boolean => extent === 'single';

/** Null where no part says that it came further than the whole, to an end or into dispute, and no company of one has answered. */
export function drawDownOf(whole: Drawn, parts: readonly Drawn[]): DrawDown | null {
  // What is called off under a contract draws on it by being signed, as the contract itself is.
  const from = isFramework(whole) ? null : stageOf(whole);
  const told = Map.groupBy(parts, (part) => {
    const came = cameTo({ stage: stageOf(part), isDisputed: isDisputed(part), answered: part.answered }, from);
    return came.as === 'stage' ? came.stage : came.as;
  });
  const shares = stages.flatMap((stage) => {
    const there = told.get(stage) ?? [];
    return there.length === 0 ? [] : [shareOf(stage, there)];
  });
  const answers = answersOf(told.get('answer') ?? []);
  const held = told.get('dispute') ?? [];
  const disputed = held.length === 0 ? null : { count: sum(held.map(countOf)), countQualifier: qualifierOf(held) };
  const all = [...shares, ...(disputed === null ? [] : [disputed]), ...answers];
  return all.length === 0 ? null : { shares, disputed, answers, rest: restOf(whole, all) };
}

function restOf(whole: Drawn, told: readonly Pick<Share, 'count' | 'countQualifier'>[]): DrawDown['rest'] {
  const all = figureOf(whole);
  const drawn = sum(told.map(({ count }) => count));
  if (all === undefined || all.count === null || drawn === null) return null;
  const rest = addDecimals([all.count, negateDecimal(drawn)]);
  const isExact = [all, ...told].every(({ countQualifier }) => countQualifier === 'exact');
  return compareDecimals(rest, '0') <= 0 ? null : { count: rest, countQualifier: isExact ? 'exact' : 'about' };
}

/** How many of a whole are not among its parts: more may have been heard of a part than that it is one, or nothing yet. */
export const unlistedOf = (whole: Drawn, parts: readonly Drawn[]): DrawDown['rest'] =>
  restOf(
    whole,
    parts.map((part) => ({ count: countOf(part), countQualifier: qualifierOf([part]) })),
  );
