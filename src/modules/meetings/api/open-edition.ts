// Opens an edition or a participant for a use case: what does not exist and what may not be seen answer alike.
import type { Role } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EditionHall, EditionParticipant } from '../domain/edition-facts.ts';
import type { OrganiserScope, OverviewScope, ParticipantScope } from '../domain/scopes.ts';
import { mayActFor, mayOrganise, mayOversee } from '../policy.ts';
import { loadEditionHall, loadEditionHead, type EditionHead } from './edition-facts.ts';

/** The edition as the actor may see it. */
export async function openEdition(work: Work, editionId: string): Promise<Result<EditionHead>> {
  const head = await loadEditionHead(work, editionId);
  return head === null ? notFound('meetings.edition_unknown') : ok(head);
}

/** The edition for its organiser, to change something. */
export async function organise(
  work: Work,
  editionId: string,
): Promise<Result<{ readonly head: EditionHead; readonly scope: OrganiserScope }>> {
  const head = await openEdition(work, editionId);
  if (!head.ok) return head;
  const scope = mayOrganise(work.actor, head.value);
  return scope.ok ? ok({ head: head.value, scope: scope.value }) : scope;
}

/** The edition for its organiser, to look at. */
export async function oversee(
  work: Work,
  editionId: string,
): Promise<Result<{ readonly head: EditionHead; readonly scope: OverviewScope }>> {
  const head = await openEdition(work, editionId);
  if (!head.ok) return head;
  const scope = mayOversee(work.actor, head.value);
  return scope.ok ? ok({ head: head.value, scope: scope.value }) : scope;
}

export interface OpenedParticipant {
  /** The edition with its slots and places, and of its participants this one alone. */
  readonly edition: EditionHall;
  readonly participant: EditionParticipant;
  readonly scope: ParticipantScope;
}

/** A participant the actor acts for with at least this role. */
export async function openParticipant(
  work: Work,
  editionId: string,
  participantId: string,
  role: Role,
): Promise<Result<OpenedParticipant>> {
  const edition = await loadEditionHall(work, editionId, [participantId]);
  const participant = edition?.participants[0];
  if (edition === null || participant === undefined) return notFound('meetings.participant_unknown');
  const scope = mayActFor(work.actor, { id: participant.id, editionId, organiser: edition.organiser, offices: participant.offices }, role);
  return scope.ok ? ok({ edition, participant, scope: scope.value }) : scope;
}
