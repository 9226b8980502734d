// A public table of rates of exchange: for each period what units of many currencies are worth in one, its base.
import type { Id } from '#kernel/ids.ts';

export type RateTableId = Id<'RateTable'>;

export const ratePeriods = ['year', 'month', 'day'] as const;
export type RatePeriod = (typeof ratePeriods)[number];

/** How the rate of a period was taken: its average, at its end, or nobody says how. */
export const rateMeasures = ['average', 'end', 'unknown'] as const;
export type RateMeasure = (typeof rateMeasures)[number];

/** 7.73 yuan for one euro, or 0.129 euros for one yuan, where the base is the euro. */
export const rateDirections = ['units_per_base', 'base_per_unit'] as const;
export type RateDirection = (typeof rateDirections)[number];

/** What a table says of all its rates. */
export interface RateTable {
  readonly base: string;
  readonly period: RatePeriod;
  readonly measure: RateMeasure;
  readonly direction: RateDirection;
}

/** One rate of a table: `period` is ISO at the table's precision (2018, 2018-05, 2018-05-04), `rate` a decimal above zero as it stands there. */
export interface Quote {
  readonly currency: string;
  readonly period: string;
  readonly rate: string;
}

/**
 * All that is needed to show amounts in another currency and to say by what: plain data, so that it can be frozen with a report and
 * reckoned again. `quotes` hold at least the rates of the figures that are converted.
 */
export interface Conversion extends RateTable {
  readonly to: string;
  readonly table: string;
  /** Which version of its series the table is, from 1. */
  readonly number: number;
  /** The table's name, and its source as it is printed. */
  readonly name: string;
  readonly source: string;
  readonly quotes: readonly Quote[];
}
