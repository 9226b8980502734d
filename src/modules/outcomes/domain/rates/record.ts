// A table of rates on record, and the choice of an office by which its sums are shown.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { RateMeaning } from './columns.ts';
import type { RateAnswer, ReadRates } from './read-table.ts';
import type { Quote, RateTable, RateTableId } from './table.ts';

/** How a table was read, and how much of it was left out. */
export interface RatesAsRead {
  readonly columns: readonly RateMeaning[];
  readonly answers: readonly RateAnswer[];
  /** `questions`: cells of which something was still asked, and which are therefore not in it. */
  readonly left: ReadRates['left'] & { readonly questions: number };
}

/** By currency and period the rate as it stands in the table. */
export type QuotesByCurrency = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface RateTableRecord extends RateTable {
  readonly id: RateTableId;
  readonly office: OfficeId;
  readonly version: number;
  readonly visibility: 'private' | 'public';
  readonly name: string;
  readonly number: number;
  readonly replaces: RateTableId | null;
  readonly rates: number;
  readonly reading: RatesAsRead;
  readonly fileName: string | null;
  readonly contentHash: string;
  readonly sourceId: Id<'Source'>;
  readonly enteredBy: AccountId;
  readonly enteredAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface RateChoice {
  readonly currency: string;
  readonly tableId: RateTableId;
  readonly visibility: 'private' | 'public';
}

export function byCurrency(quotes: readonly Quote[]): QuotesByCurrency {
  const found: Record<string, Record<string, string>> = {};
  for (const { currency, period, rate } of quotes) (found[currency] ??= {})[period] = rate;
  return found;
}
