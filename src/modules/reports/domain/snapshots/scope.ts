// Proof that somebody may freeze the report of a tie: the store asks for it, policy.ts alone makes it.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';

/** The actor may publish and withdraw snapshots of this tie in the name of this office. */
export interface SnapshotScope extends Proof<'reports.snapshot'> {
  readonly office: OfficeId;
  readonly tieId: TieId;
}
