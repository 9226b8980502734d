// Rows of an outcome's ledger as they were entered: the figures with who entered them, when, and where it is said.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Amount } from '#kernel/money.ts';
import type { Passage } from '#modules/evidence/domain/source.ts';
import type { Confirmation, Held } from './assurance.ts';
import type { Rate } from './conversion.ts';
import type { LedgerEntry } from './ledger.ts';
import type { OutcomeId, Visibility } from './outcome.ts';

interface Entered {
  readonly outcomeId: OutcomeId;
  readonly enteredBy: AccountId;
  readonly enteredAt: Date;
}

/** Whose words an entry gives and of what they are said, where it is not the office's own word of the outcome as a whole. */
export interface Words extends Passage {
  readonly saidBy: string | null;
  readonly about: string | null;
}

export const ownWords: Words = { saidBy: null, about: null, passage: null, place: null };

export interface EntryRecord extends LedgerEntry, Entered, Words {
  readonly sourceId: Id<'Source'>;
  readonly note: string | null;
  readonly contentHash: string;
}

export type ConfirmationId = Id<'OutcomeConfirmation'>;

/** What the office holds instead, where its word is that it differs. */
export interface ConfirmationRecord extends Confirmation, Held, Entered {
  readonly id: ConfirmationId;
  readonly amount: Amount | null;
  readonly count: string | null;
  readonly visibility: Exclude<Visibility, 'private'>;
  readonly sharedWith: readonly OfficeId[];
  readonly sourceId: Id<'Source'> | null;
}

export interface RateRecord extends Rate, Entered {
  readonly id: Id<'OutcomeRate'>;
  readonly sourceId: Id<'Source'>;
}
