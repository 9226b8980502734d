// From which years a tie may date.
import type { FlexDate } from '#kernel/flex-date.ts';

const yearOf = ({ text }: FlexDate): number => Number(text.slice(0, 4));

/** Towns were first tied in the nineteenth century: an earlier year is asked about. */
export const isUnlikelyEarly = (date: FlexDate): boolean => yearOf(date) < 1850;

/** Nobody signs for the year after next: a later one is a mistake, whoever confirms it. */
export const isYearsAhead = (date: FlexDate, thisYear: number): boolean => yearOf(date) > thisYear + 1;
