// Tables while they are being typed.
import type { Problem } from '#kernel/result.ts';
import type { Setup } from '../../contract/edition.ts';

export interface TableDraft {
  readonly key: string;
  readonly number: string;
  readonly hall: string;
  readonly seats: string;
}

/** As sent, without the closed times, which are kept. */
export interface SentTable {
  readonly number: number;
  readonly hall: string;
  readonly seats: number;
}

export const tablesOf = ({ places }: Setup): readonly SentTable[] =>
  places.flatMap(({ number, hall, seats }) => (number === null ? [] : [{ number, hall, seats }])).sort((a, b) => a.number - b.number);

export const draftOfTable = ({ number, hall, seats }: SentTable, key: string): TableDraft => ({
  key,
  number: String(number),
  hall,
  seats: String(seats),
});

const isWhole = (text: string): boolean => /^\d{1,5}$/.test(text.trim()) && Number(text) > 0;

/** Everything wrong with the rows, at the place of each. */
export const tableProblems = (drafts: readonly TableDraft[]): readonly Problem[] =>
  drafts.flatMap(({ number, seats }, at): readonly Problem[] => {
    const twice = isWhole(number) && drafts.findIndex((other) => Number(other.number) === Number(number)) < at;
    return [
      ...(isWhole(number) ? [] : [{ path: ['tables', at, 'number'], code: 'kernel.too_small', params: { min: 1 } }]),
      ...(twice ? [{ path: ['tables', at, 'number'], code: 'expos.table_number_taken', params: { number: Number(number) } }] : []),
      ...(isWhole(seats) ? [] : [{ path: ['tables', at, 'seats'], code: 'kernel.too_small', params: { min: 1 } }]),
    ];
  });

export const sentOfTables = (drafts: readonly TableDraft[]): readonly SentTable[] =>
  drafts.map(({ number, hall, seats }) => ({ number: Number(number), hall: hall.trim(), seats: Number(seats) }));
