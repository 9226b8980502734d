// Rows of an outcome's ledger as they were entered: the figures with who entered them, when, and where it is said.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Amount } from '#kernel/money.ts';
import type { Confirmation } from './assurance.ts';
import type { Rate } from './conversion.ts';
import type { LedgerEntry } from './ledger.ts';
import type { OutcomeId, Visibility } from './outcome.ts';

interface Entered {
  readonly outcomeId: OutcomeId;
  readonly enteredBy: AccountId;
  readonly enteredAt: Date;
}

export interface EntryRecord extends LedgerEntry, Entered {
  readonly sourceId: Id<'Source'>;
  readonly note: string | null;
  readonly contentHash: string;
}

export type ConfirmationId = Id<'OutcomeConfirmation'>;

/** `amount` and `count` are what the office holds instead, where its word is that the figures differ. */
export interface ConfirmationRecord extends Confirmation, Entered {
  readonly id: ConfirmationId;
  readonly visibility: Exclude<Visibility, 'private'>;
  readonly sharedWith: readonly OfficeId[];
  readonly amount: Amount | null;
  readonly count: string | null;
  readonly sourceId: Id<'Source'> | null;
  readonly note: string | null;
}

export interface RateRecord extends Rate, Entered {
  readonly id: Id<'OutcomeRate'>;
  readonly sourceId: Id<'Source'>;
}
