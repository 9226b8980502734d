// Rows of an outcome's ledger as they were entered: the figures with who entered them, when, and where it is said.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Confirmation, Held } from './assurance.ts';
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

/** What the office holds instead, where its word is that it differs. */
export interface ConfirmationRecord extends Confirmation, Held, Entered {
  readonly id: ConfirmationId;
  readonly visibility: Exclude<Visibility, 'private'>;
  readonly sharedWith: readonly OfficeId[];
  readonly sourceId: Id<'Source'> | null;
}

export interface RateRecord extends Rate, Entered {
  readonly id: Id<'OutcomeRate'>;
  readonly sourceId: Id<'Source'>;
}
