// Whether figures of one outcome contradict the order of stages: what is signed was potential before, so it cannot be more of it.
import { addDecimals, compareDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import { joinQualifiers, type StageFigure } from './ledger.ts';
import { progressStages, type Stage } from './stages.ts';

export type OrderedFigure = Pick<StageFigure, 'stage' | 'amount' | 'count' | 'qualifier' | 'countQualifier'>;

/** An amount in a sentence of the server, its thousands parted: `'5,000,000 GBP'`. */
export function toldAmount({ value, currency }: Amount): string {
  const [whole = '', ...fraction] = value.split('.');
  return `${[whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.')} ${currency}`;
}

/** A later stage that holds more than an earlier one. */
export interface Excess {
  readonly earlier: OrderedFigure;
  readonly later: OrderedFigure;
  readonly of: 'amount' | 'count';
}

/** The amount or the count of a figure, as a question tells it. */
export const told = ({ amount, count }: OrderedFigure, of: Excess['of']): string =>
  of === 'amount' && amount !== null ? toldAmount(amount) : (count ?? '');

/** Codes of what is asked of a part; each can be confirmed by itself. */
export const wholeCodes = ['outcomes.part_is_larger', 'outcomes.parts_are_larger', 'outcomes.part_in_other_currency'] as const;

/** "More than 25" and "at least 25" bound nothing from above, and up to 8 may be none. */
const bounds = (earlier: Qualifier, later: Qualifier): boolean => earlier !== 'over' && earlier !== 'at_least' && later !== 'up_to';

const isMore = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && compareDecimals(a, b) > 0;

function excessOf(earlier: OrderedFigure, later: OrderedFigure): readonly Excess[] {
  const sameCurrency = earlier.amount?.currency === later.amount?.currency;
  return [
    ...(bounds(earlier.countQualifier, later.countQualifier) && isMore(later.count, earlier.count)
      ? [{ earlier, later, of: 'count' as const }]
      : []),
    ...(sameCurrency && bounds(earlier.qualifier, later.qualifier) && isMore(later.amount?.value, earlier.amount?.value)
      ? [{ earlier, later, of: 'amount' as const }]
      : []),
  ];
}

/**
 * Every pair of stages, one of them `touched`, of which the later holds more than the earlier, count before amount. Ends (lapsed, cancelled)
 * are no step of this order; amounts of two currencies are not compared.
 */
export const excesses = (figures: readonly OrderedFigure[], touched: Stage): readonly Excess[] =>
  progressStages.flatMap((stage, at) =>
    progressStages.slice(at + 1).flatMap((next) => {
      const [earlier, later] = [figures.find((figure) => figure.stage === stage), figures.find((figure) => figure.stage === next)];
      if (earlier === undefined || later === undefined || (touched !== stage && touched !== next)) return [];
      return excessOf(earlier, later);
    }),
  );

/** Whether a part would hold more than its whole says of itself, amount or count, whatever the stage of either. */
export const exceedsWhole = (whole: OrderedFigure, part: OrderedFigure): readonly Excess[] => excessOf(whole, part);

/** What parts come to at least, at the stage of the first and in its currency; a part that says nothing of it, or an amount in another currency, adds nothing. */
export const together = ([first, ...others]: readonly [OrderedFigure, ...OrderedFigure[]]): OrderedFigure =>
  others.reduce<OrderedFigure>((sum, { stage: _stage, ...other }) => added(sum, { stage: sum.stage, ...other }), first);

function added(before: OrderedFigure, entry: OrderedFigure): OrderedFigure {
  const add = (a: string | null, b: string | null): string | null => (a === null || b === null ? (a ?? b) : addDecimals([a, b]));
  const currency = before.amount?.currency ?? entry.amount?.currency;
  const value = add(before.amount?.value ?? null, entry.amount?.currency === currency ? (entry.amount?.value ?? null) : null);
  return {
    stage: entry.stage,
    count: add(before.count, entry.count),
    amount: value === null || currency === undefined ? null : { value, currency },
    qualifier: joinQualifiers([before, entry].flatMap(({ amount, qualifier }) => (amount === null ? [] : [qualifier]))),
    countQualifier: joinQualifiers([before, entry].flatMap(({ count, countQualifier }) => (count === null ? [] : [countQualifier]))),
  };
}

/** The figures as they would stand once an entry is added to its stage; what it leaves unsaid adds nothing. */
export function withEntry(figures: readonly OrderedFigure[], entry: OrderedFigure): readonly OrderedFigure[] {
  const before = figures.find(({ stage }) => stage === entry.stage);
  return before === undefined ? [...figures, entry] : figures.map((figure) => (figure === before ? added(before, entry) : figure));
}
