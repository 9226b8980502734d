// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';

declare const proof: unique symbol;

/** The actor may enter and withdraw what this office says. */
export interface EvidenceScope {
  readonly office: OfficeId;
  readonly [proof]: 'evidence';
}
