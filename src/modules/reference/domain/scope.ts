// The proof that somebody may import for an office: the store asks for it, policy.ts alone makes it.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';

/** The actor may keep reference sets of this office. */
export interface ImportScope extends Proof<'reference.import'> {
  readonly office: OfficeId;
}

/** The actor may change the register of this office. */
export interface TakingScope extends Proof<'reference.taking'> {
  readonly office: OfficeId;
}
