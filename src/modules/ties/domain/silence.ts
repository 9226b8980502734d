// Since when nothing is on record of a tie: told by the last date as it is known, never by a span that would invent its day.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { yearsLater } from './years.ts';

const lastDayIn = (date: FlexDate): string => boundsOf(date).to ?? boundsOf(date).from ?? '';

/** The date that may lie last; null of none. */
export const latestOf = (dates: readonly (FlexDate | null)[]): FlexDate | null =>
  dates
    .flatMap((date) => date ?? [])
    .toSorted((a, b) => (lastDayIn(a) < lastDayIn(b) ? -1 : 1))
    .at(-1) ?? null;

/** Whether the day can have come by `today`: what is agreed for later has not happened. */
export const hasCome = (date: FlexDate, today: string): boolean => (boundsOf(date).from ?? '') <= today;

/** Whether one of these exchanges is yet to come: then nobody can say that nothing follows. */
export const isPlanned = (exchanges: readonly { readonly starts: FlexDate }[], today: string): boolean =>
  exchanges.some(({ starts }) => !hasCome(starts, today));

interface Dated {
  readonly agreements: readonly { readonly signedOn: FlexDate | null; readonly validTo: FlexDate | null }[];
  readonly exchanges: readonly { readonly starts: FlexDate; readonly ends: FlexDate | null }[];
}

/** Days on which something happened in a tie, as far as its own records go: that an agreement ran out is something, once the day has come. */
export const happenedIn = ({ agreements, exchanges }: Dated, today: string): readonly FlexDate[] =>
  [
    ...exchanges.flatMap(({ starts, ends }) => [starts, ends ?? []].flat()),
    ...agreements.flatMap(({ signedOn, validTo }) => [signedOn ?? [], validTo ?? []].flat()),
  ].filter((date) => hasCome(date, today));

/** Whether the date is more than so many years before `today`, whatever day it means. */
export const isLongAgo = (date: FlexDate, years: number, today: string): boolean => lastDayIn(date) < yearsLater(today, -years);
