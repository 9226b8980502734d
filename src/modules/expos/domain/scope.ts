// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId } from './edition.ts';

/** The actor may open editions for this office. */
export interface OrganiserScope extends Proof<'expos.organiser'> {
  readonly office: OfficeId;
}

/** The actor may change this edition and all that stands under it; `office` is the organiser. */
export interface EditionScope extends Proof<'expos.edition'> {
  readonly office: OfficeId;
  readonly editionId: EditionId;
}
