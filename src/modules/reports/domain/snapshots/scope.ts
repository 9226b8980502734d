// Proof that somebody may freeze the report of a tie: the store asks for it, policy.ts alone makes it.
import type { OfficeId } from '#kernel/ids.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';

declare const proof: unique symbol;

/** The actor may publish and withdraw snapshots of this tie in the name of this office. */
export interface SnapshotScope {
  readonly office: OfficeId;
  readonly tieId: TieId;
  readonly [proof]: 'snapshot';
}
