// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId } from './edition.ts';

declare const proof: unique symbol;

/** The actor may open editions for this office. */
export interface OrganiserScope {
  readonly office: OfficeId;
  readonly [proof]: 'organiser';
}

/** The actor may change this edition and all that stands under it; `office` is the organiser. */
export interface EditionScope {
  readonly office: OfficeId;
  readonly editionId: EditionId;
  readonly [proof]: 'edition';
}
