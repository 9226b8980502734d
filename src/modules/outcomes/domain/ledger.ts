// The ledger of one outcome: entries are only ever added; what stands at a stage, and how far the outcome came, is derived from them.
// An entry says "so much has reached this stage". A later stage is a portion of the earlier one, so stages are never added together.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import { addDecimals, compareDecimals, negateDecimal, plainDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import type { Extent } from './outcome.ts';
import { isEnd, progressStages, stages, type EndStage, type ProgressStage, type Stage } from './stages.ts';

export type EntryId = Id<'OutcomeEntry'>;

/** What an entry adds to its stage; a negative delta corrects an earlier one. Null is "not stated", never zero. */
export interface EntryFacts {
  readonly stage: Stage;
  readonly amount: Amount | null;
  /** A whole number as text. */
  readonly count: string | null;
  /** How the amount is meant. */
  readonly qualifier: Qualifier;
  /** How the count is meant. */
  readonly countQualifier: Qualifier;
  readonly valueDate: FlexDate | null;
}

/** A posted entry; `number` counts from 1 in its outcome. A reversal carries the negated figures of the entry it reverses. */
export interface LedgerEntry extends EntryFacts {
  readonly id: EntryId;
  readonly number: number;
  readonly reverses: EntryId | null;
}

export interface Ledger {
  readonly extent: Extent;
  readonly entries: readonly LedgerEntry[];
}

/** The entries that stand: neither reversed nor a reversal, in the order of posting. */
export function standing<E extends { readonly id: string; readonly reverses: string | null }>(entries: readonly E[]): readonly E[] {
  // Nearly every ledger is one of which nothing was taken back, and reports go through thousands of entries.
  if (entries.every(({ reverses }) => reverses === null)) return entries;
  const reversed = new Set<string>(entries.flatMap(({ reverses }) => reverses ?? []));
  return entries.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
}

/** The amounts of all entries of one currency each; a ledger has one, or none yet. */
export const currencyOf = ({ entries }: Ledger): string | null =>
  standing(entries).find(({ amount }) => amount !== null)?.amount?.currency ?? null;

export interface StageFigure {
  readonly stage: Stage;
  /** Null where nobody has stated an amount at this stage. */
  readonly amount: Amount | null;
  readonly count: string | null;
  readonly qualifier: Qualifier;
  readonly countQualifier: Qualifier;
  /** Some of the entries counted here state no amount: the amount covers the others alone. */
  readonly amountCoversPart: boolean;
  /** The entries that stand behind the figure. */
  readonly entries: readonly EntryId[];
}

/** The weakest claim wins: what is partly planned is planned, over one and up to another is about both. */
export function joinQualifiers(given: readonly Qualifier[]): Qualifier {
  const said = new Set(given.filter((qualifier) => qualifier !== 'exact'));
  if (said.has('planned')) return 'planned';
  if (said.has('about') || said.size > 1) return 'about';
  return [...said][0] ?? 'exact';
}

const sumOf = (values: readonly string[]): string | null => (values.length === 0 ? null : addDecimals(values));

function figureOf(stage: Stage, entries: readonly LedgerEntry[]): StageFigure {
  const amounts = entries.flatMap(({ amount }) => amount ?? []);
  const currency = amounts[0]?.currency;
  const value = sumOf(amounts.map((amount) => amount.value));
  return {
    stage,
    amount: value === null || currency === undefined ? null : { value, currency },
    count: sumOf(entries.flatMap(({ count }) => count ?? [])),
    qualifier: joinQualifiers(entries.flatMap(({ amount, qualifier }) => (amount === null ? [] : [qualifier]))),
    countQualifier: joinQualifiers(entries.flatMap(({ count, countQualifier }) => (count === null ? [] : [countQualifier]))),
    amountCoversPart: amounts.length > 0 && amounts.length < entries.length,
    entries: entries.map(({ id }) => id),
  };
}

/**
 * What stands at each stage that somebody spoke of, in order of stages; a stage without a standing entry is absent (unknown).
 * Each entry is counted in exactly one figure.
 */
export function figuresOf({ entries }: Pick<Ledger, 'entries'>): readonly StageFigure[] {
  const byStage = Map.groupBy(standing(entries), ({ stage }) => stage);
  return stages.flatMap((stage) => {
    const ofStage = byStage.get(stage);
    return ofStage === undefined ? [] : [figureOf(stage, ofStage)];
  });
}

export interface Reached {
  /** The furthest stage anything of it came to; null where no entry stands. */
  readonly stage: ProgressStage | null;
  /** Set when all of it ended before the last stage. */
  readonly ended: EndStage | null;
}

/** Whether the ended part is the whole: one thing ends wholly, of several as many must have ended as were ever counted at a stage. */
function endedWholly(extent: Extent, figures: FiguresOfLedger['figures']): boolean {
  if (extent === 'single') return true;
  const ended = figures.filter(({ stage }) => isEnd(stage));
  if (ended.some(({ count }) => count === null)) return true;
  const all = figures.flatMap(({ stage, count }) => (isEnd(stage) || count === null ? [] : [count]));
  const most = [...all].sort(compareDecimals).at(-1);
  return most !== undefined && compareDecimals(addDecimals(ended.flatMap(({ count }) => count ?? [])), most) >= 0;
}

const isNone = ({ count }: Pick<StageFigure, 'count'>): boolean => count !== null && compareDecimals(count, '0') === 0;

export interface FiguresOfLedger {
  readonly extent: Extent;
  readonly figures: readonly Pick<StageFigure, 'stage' | 'count'>[];
  /** The stage of the last entry that stands; null where none does. */
  readonly last: Stage | null;
}

/**
 * How far the outcome came, and whether it ended. "None" stated at a stage (a count of 0) does not reach it. A step forward entered
 * after an end takes the end back; of several, those that ended only count once they are all.
 */
export function reachedBy({ extent, figures: all, last }: FiguresOfLedger): Reached {
  const figures = all.filter((figure) => !isNone(figure));
  const stage = progressStages.findLast((step) => figures.some((figure) => figure.stage === step)) ?? null;
  const ended = last !== null && isEnd(last) && endedWholly(extent, figures) ? last : null;
  return { stage, ended: figures.some((figure) => figure.stage === ended) ? ended : null };
}

/** The same of the entries themselves. */
export const reachedOf = ({ extent, entries }: Ledger): Reached =>
  reachedBy({ extent, figures: figuresOf({ entries }), last: standing(entries).at(-1)?.stage ?? null });

/** The entry that takes another back: same stage and day, negated figures. */
export const reversalOf = ({ stage, amount, count, qualifier, countQualifier, valueDate }: EntryFacts): EntryFacts => ({
  stage,
  amount: amount === null ? null : { value: negateDecimal(amount.value), currency: amount.currency },
  count: count === null ? null : negateDecimal(count),
  qualifier,
  countQualifier,
  valueDate,
});

/** The one writing of an entry's figures, so that equal entries have equal hashes. */
export const plainFacts = (facts: EntryFacts): EntryFacts => ({
  ...facts,
  amount: facts.amount === null ? null : { ...facts.amount, value: plainDecimal(facts.amount.value) },
  count: facts.count === null ? null : plainDecimal(facts.count),
});
