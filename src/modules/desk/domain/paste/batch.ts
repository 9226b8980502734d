// A paste on record: what was copied, how it is read, and what of it is kept.
import type { DayOrder } from '#reading/dates.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { RowAnswer } from './verdicts.ts';
import type { ColumnMeaning } from './heads.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';

/** Whether a paste keeps the rows that are understood, or none while one is not. */
export const pasteModes = ['each', 'all'] as const;

/** Rows and characters of one range. */
export const mostPasted = 5000;
export const longestPaste = 2_000_000;

/** How a range is read: what was chosen for its columns, the order of its dates, the source of all its rows, answers by row. */
export interface PasteReading {
  readonly columns: readonly ColumnMeaning[];
  readonly order: DayOrder | null;
  /** Where rows without a source of their own are from; null: our office's records. */
  readonly sourceId: Id<'Source'> | null;
  readonly answers: readonly RowAnswer[];
}

/** A row that is kept. `isNew`: it brought the tie into the register. `statements` were made for it. */
export interface KeptRow {
  readonly row: number;
  readonly tieId: TieId;
  readonly isNew: boolean;
  readonly statements: readonly string[];
}

export interface PasteRecord {
  readonly id: Id<'Paste'>;
  readonly office: OfficeId;
  readonly version: number;
  readonly text: string;
  readonly reading: PasteReading;
  readonly kept: readonly KeptRow[];
  readonly pastedAt: Date;
  readonly isSettled: boolean;
  readonly isUndone: boolean;
}
