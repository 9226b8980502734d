// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';

/** The actor may write in the register of this office. */
export interface RegisterScope extends Proof<'ties.register'> {
  readonly office: OfficeId;
}
