// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';

declare const proof: unique symbol;

/** The actor may write in the register of this office. */
export interface RegisterScope {
  readonly office: OfficeId;
  readonly [proof]: 'register';
}
