// An interpreter of an edition: whom meetings without a common language need, and how they are reached.
import type { OfficeId } from '#kernel/ids.ts';
import type { InterpreterId } from './edition.ts';
import type { Absence, InterpreterContact } from './roster.ts';

export interface InterpreterFacts {
  readonly name: string;
  /** BCP-47 tags. */
  readonly languages: readonly string[];
  readonly unavailable: readonly Absence[];
  /** What they interpret at most without a rest, in minutes; null: nothing was agreed. */
  readonly longestMinutes: number | null;
  /** How long a pause has to be to be a rest, in minutes; null: as usual. */
  readonly restMinutes: number | null;
  /** null: not entered, or not for this reader. */
  readonly contact: InterpreterContact | null;
}

export interface InterpreterRecord extends InterpreterFacts {
  readonly id: InterpreterId;
  readonly version: number;
  readonly organiser: OfficeId;
  /** The office that stands for them once they were written to. */
  readonly officeId: OfficeId | null;
  /** When they cannot interpret by their own word; without reasons. */
  readonly saidAway: readonly Absence[];
  readonly timesSaidAt: Date | null;
}

export const noContact: InterpreterContact = { surname: '', givenName: '', nameOrder: 'given_first', email: null, phone: null };
