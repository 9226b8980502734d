// A sheet of outcomes on record: what was brought in, how it is read, and which outcomes were made of it.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { DayOrder } from '#reading/dates.ts';
import type { OutcomeId } from '../outcome.ts';
import type { SheetAnswer } from './answers.ts';
import type { SheetMeaning } from './columns.ts';

export type SheetId = Id<'Sheet'>;

/** Rows and characters of one sheet. */
export const mostRows = 500;
export const longestSheet = 2_000_000;

export interface SheetReading {
  readonly columns: readonly SheetMeaning[];
  readonly order: DayOrder | null;
  /** Where rows without a source of their own are from; null: our office's records. */
  readonly sourceId: Id<'Source'> | null;
  readonly answers: readonly SheetAnswer[];
}

/** A row of which an outcome was made. */
export interface KeptOutcome {
  readonly line: number;
  readonly outcomeId: OutcomeId;
}

export interface SheetRecord {
  readonly id: SheetId;
  readonly office: OfficeId;
  readonly version: number;
  /** The name of the file, where it was one. */
  readonly name: string | null;
  readonly text: string;
  readonly rows: number;
  readonly reading: SheetReading;
  readonly kept: readonly KeptOutcome[];
  readonly broughtInAt: Date;
  readonly undoneAt: Date | null;
}
