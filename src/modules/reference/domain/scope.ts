// The proof that somebody may import for an office: the store asks for it, policy.ts alone makes it.
import type { OfficeId } from '#kernel/ids.ts';

declare const proof: unique symbol;

/** The actor may keep reference sets of this office. */
export interface ImportScope {
  readonly office: OfficeId;
  readonly [proof]: 'import';
}

/** The actor may change the register of this office. */
export interface TakingScope {
  readonly office: OfficeId;
  readonly [proof]: 'taking';
}
