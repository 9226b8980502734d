// Who may open and change editions: editors of the organiser's office. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { EditionRecord } from './domain/edition.ts';
import type { ParticipantFacts } from './domain/participant.ts';
import { organiserOnly, type EditionScope, type OrganiserScope } from './domain/scope.ts';

export const mayOrganise = (actor: Actor, office: OfficeId): Result<OrganiserScope> =>
  holds(actor, office, 'editor') ? ok(grant<OrganiserScope>({ office })) : refuse(forbidden);

/** What sources say of an edition is entered by its own office, by offices of cities and by the register office; of a participant by its own, too. */
export const maySay = (
  actor: Actor,
  {
    office,
    kind,
    edition,
    isOwn,
  }: {
    readonly office: OfficeId;
    readonly kind: string | null;
    readonly edition: Pick<EditionRecord, 'organiser'>;
    readonly isOwn: boolean;
  },
): Result<null> =>
  holds(actor, office, 'editor') && (isOwn || office === edition.organiser || kind === 'city' || kind === 'register')
    ? ok(null)
    : refuse(forbidden);

/** Editors of the company's own office, or the holder of its link, act for it; its group's lead looks on. */
export const mayActForOwn = (actor: Actor, { officeId }: Pick<ParticipantFacts, 'officeId'>): Result<OfficeId> =>
  officeId !== null && holds(actor, officeId, 'editor') ? ok(officeId) : refuse(forbidden);

export const mayChange = (actor: Actor, edition: Pick<EditionRecord, 'id' | 'organiser'>): Result<EditionScope> =>
  holds(actor, edition.organiser, 'editor')
    ? ok(grant<EditionScope>({ office: edition.organiser, editionId: edition.id }))
    : refuse(organiserOnly(actor, edition.organiser));
