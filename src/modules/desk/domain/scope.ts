// Proofs that somebody may use an office's desk: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';

declare const proof: unique symbol;

/** The actor may write at the desk of this office. */
export interface DeskScope {
  readonly office: OfficeId;
  readonly [proof]: 'desk';
}

/** The address of an office's calendar was opened: it shows what that office may see. */
export interface OfficeReading {
  readonly office: OfficeId;
  readonly [proof]: 'reading';
}
