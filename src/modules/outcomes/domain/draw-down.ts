// How much of a whole its parts account for, stage by stage, and how many nobody has said anything of (draw-down).
import { addDecimals, compareDecimals, negateDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import { joinQualifiers, type Reached, type StageFigure } from './ledger.ts';
import type { Extent } from './outcome.ts';
import { stages, type Stage } from './stages.ts';

type Figures = Pick<StageFigure, 'stage' | 'amount' | 'count' | 'qualifier' | 'countQualifier'>;

/** An outcome, as far as it draws on a whole or is drawn on. */
export interface Drawn {
  readonly extent: Extent;
  readonly reached: Reached;
  readonly figures: readonly Figures[];
}

/** Null: how many, or how much, at least one of the parts does not say. */
interface Share {
  readonly stage: Stage;
  readonly count: string | null;
  readonly countQualifier: Qualifier;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
}

export interface DrawDown {
  /** In the order of stages; what stands where the whole itself stands is not told: nothing became of it yet. */
  readonly shares: readonly Share[];
  /** How many of the whole no part accounts for; null where that cannot be said. */
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
    countQualifier: joinQualifiers(figures.flatMap(({ count, countQualifier }) => (count === null ? [] : [countQualifier]))),
    amount: first === null || value === null ? null : { value, currency: first.currency },
    qualifier: joinQualifiers(figures.map(({ qualifier }) => qualifier)),
  };
}

/** Null where no part says that it came further than the whole, or to an end. */
export function drawDownOf(whole: Drawn, parts: readonly Drawn[]): DrawDown | null {
  const at = stageOf(whole);
  const beyond = parts.filter((part) => stageOf(part) !== null && stageOf(part) !== at);
  const shares = stages.flatMap((stage) => {
    const there = beyond.filter((part) => stageOf(part) === stage);
    return there.length === 0 ? [] : [shareOf(stage, there)];
  });
  if (shares.length === 0) return null;
  const all = figureOf(whole);
  const drawn = sum(shares.map(({ count }) => count));
  if (all === undefined || all.count === null || drawn === null) return { shares, rest: null };
  const rest = addDecimals([all.count, negateDecimal(drawn)]);
  const isExact = [all, ...shares].every(({ countQualifier }) => countQualifier === 'exact');
  return { shares, rest: compareDecimals(rest, '0') <= 0 ? null : { count: rest, countQualifier: isExact ? 'exact' : 'about' } };
}
