// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import { holds, type Actor } from '#kernel/actor.ts';
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, type Refusal } from '#kernel/result.ts';
import type { EditionId } from './edition.ts';

/** What is told to whoever may not do what is the organiser's, whatever part of an edition it is: its own members lack a role, all others belong elsewhere. */
export const organiserOnly = (actor: Actor, organiser: OfficeId): Refusal =>
  holds(actor, organiser, 'viewer') ? forbidden : { kind: 'forbidden', code: 'expos.organiser_only' };

/** The actor may open editions for this office. */
export interface OrganiserScope extends Proof<'expos.organiser'> {
  readonly office: OfficeId;
}

/** The actor may change this edition and all that stands under it; `office` is the organiser. */
export interface EditionScope extends Proof<'expos.edition'> {
  readonly office: OfficeId;
  readonly editionId: EditionId;
}
