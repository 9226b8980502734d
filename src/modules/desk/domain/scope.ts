// Proofs that somebody may use an office's desk: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';

/** The actor may write at the desk of this office. */
export interface DeskScope extends Proof<'desk.desk'> {
  readonly office: OfficeId;
}

/** The address of an office's calendar was opened: it shows what that office may see. */
export interface OfficeReading extends Proof<'desk.reading'> {
  readonly office: OfficeId;
}
