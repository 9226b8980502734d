// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';

/** The actor may enter and withdraw what this office says. */
export interface EvidenceScope extends Proof<'evidence.evidence'> {
  readonly office: OfficeId;
}
