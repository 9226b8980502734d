// One month of a desk, cut from what is kept of it: what falls on its days and, in the month of today, what is overdue and what is coming.
import { boundsOf, compareDates, type FlexDate } from '#kernel/flex-date.ts';
import { nearness } from '#modules/ties/domain/endings.ts';
import { lastDayOf, monthsLater } from '#modules/ties/domain/years.ts';
import { anniversaryDue, type Due } from './month.ts';

/** Something with a time: of a tie, a partner call that ends, or a paper that expires. */
export type MonthEntry<Call, Paper> = Due | (Call & { readonly kind: 'call' }) | (Paper & { readonly kind: 'paper' });

interface Dated {
  readonly on: FlexDate;
  readonly late: boolean;
}

export interface MonthFacts<Call, Paper> {
  readonly dues: readonly Due[];
  readonly calls: readonly Call[];
  readonly papers?: readonly Paper[];
  readonly rows: readonly {
    readonly tieId: string;
    readonly since: { readonly value: FlexDate | null };
    readonly ended: FlexDate | null;
  }[];
}

export interface MonthPage<Call, Paper> {
  /** Whether the month is that of today: only then something is overdue or coming. */
  readonly isNow: boolean;
  readonly overdue: readonly MonthEntry<Call, Paper>[];
  readonly within: readonly MonthEntry<Call, Paper>[];
  readonly coming: readonly MonthEntry<Call, Paper>[];
}

/** How many months ahead something is told. */
const AHEAD = 3;

const firstDayOf = (month: string): string => `${month}-01`;

/** A date known to the year lies in no month: its month would be invented. */
function liesIn({ on }: Dated, month: string): boolean {
  const { from, to } = boundsOf(on);
  return from !== null && to !== null && from >= firstDayOf(month) && to <= lastDayOf(month);
}

/** Anniversaries of ties in a month, of those that had not ended before it. */
const anniversariesIn = ({ rows }: Pick<MonthFacts<unknown, unknown>, 'rows'>, month: string): readonly Due[] =>
  rows.flatMap(({ tieId, since, ended }) => {
    if (since.value === null || (ended !== null && (boundsOf(ended).to ?? '9999') < firstDayOf(month))) return [];
    return anniversaryDue(tieId, since.value, month) ?? [];
  });

/** How many days ahead every anniversary is told; the round ones want preparing and are told for longer. */
const SOON = 31;

/** The day so many days later. */
const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whether its last day is over and nobody is asked for anything any more. */
export const hasPassed = ({ on, late }: Dated, today: string): boolean => !late && (boundsOf(on).to ?? '9999') < today;

/**
 * A month (`2026-11`) as it is looked at on `today`. Of the month of today, what calls for somebody and what is to come goes before the days
 * that have passed; of anniversaries to come, those of the next weeks and the round ones.
 */
export function monthPage<Call extends Dated, Paper extends Dated>(
  facts: MonthFacts<Call, Paper>,
  { month, today }: { readonly month: string; readonly today: string },
): MonthPage<Call, Paper> {
  const isNow = month === today.slice(0, 7);
  const calls = facts.calls.map((call) => ({ ...call, kind: 'call' as const }));
  const papers = (facts.papers ?? []).map((paper) => ({ ...paper, kind: 'paper' as const }));
  const all: readonly MonthEntry<Call, Paper>[] = [...facts.dues, ...calls, ...papers];
  const inOrder = (entries: readonly MonthEntry<Call, Paper>[]) => entries.toSorted((x, y) => compareDates(x.on, y.on));
  const within = inOrder([...all.filter((entry) => liesIn(entry, month)), ...anniversariesIn(facts, month)]);
  if (!isNow) return { isNow, overdue: [], within, coming: [] };
  const others = all.filter((entry) => !liesIn(entry, month));
  const until = daysLater(today, SOON);
  const ahead = Array.from({ length: AHEAD }, (_, at) => anniversariesIn(facts, monthsLater(month, at + 1)))
    .flat()
    .filter(({ round, on }) => round || (boundsOf(on).from ?? '9999') <= until);
  const isOver = (entry: MonthEntry<Call, Paper>): boolean => hasPassed(entry, today);
  return {
    isNow,
    within: [...within.filter((entry) => !isOver(entry)), ...within.filter(isOver)],
    overdue: inOrder(others.filter(({ late }) => late)),
    coming: inOrder([...others.filter(({ on, late }) => !late && nearness(on, today) !== 'far'), ...ahead]),
  };
}
