// Who may do what with requests, plans, the schedule and agendas.
import { holds, type Actor, type Role } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { ActingScope, OrganiserScope, OverviewScope, ParticipantScope } from './domain/scopes.ts';

const forbidden: Refusal = { kind: 'forbidden', code: 'kernel.forbidden' };
const organiserOnly: Refusal = { kind: 'forbidden', code: 'meetings.organiser_only' };

/** An edition as policy needs it: it was loaded under the actor's own policies, so the actor may know that it exists. */
export interface EditionOwner {
  readonly id: string;
  readonly organiser: string;
}

/** Editors of the organiser's office make plans, release them and change the schedule. */
export function mayOrganise(actor: Actor, edition: EditionOwner): Result<OrganiserScope> {
  const office = edition.organiser as OfficeId;
  if (holds(actor, office, 'editor')) return ok({ editionId: edition.id, office } as OrganiserScope);
  return refuse(holds(actor, office, 'viewer') ? forbidden : organiserOnly);
}

/** Members of the organiser's office see all requests, plans and releases. */
export function mayOversee(actor: Actor, edition: EditionOwner): Result<OverviewScope> {
  const office = edition.organiser as OfficeId;
  return holds(actor, office, 'viewer') ? ok({ editionId: edition.id, office } as OverviewScope) : refuse(organiserOnly);
}

export interface ParticipantOwner {
  readonly id: string;
  readonly editionId: string;
  readonly organiser: string;
  readonly offices: readonly string[];
}

/** The company's office, the lead's office of its group, and the organiser act for a participant; viewers only look. */
export function mayActFor(actor: Actor, participant: ParticipantOwner, role: Role): Result<ParticipantScope> {
  const offices = participant.offices as readonly OfficeId[];
  const organiser = participant.organiser as OfficeId;
  const own = offices.find((office) => holds(actor, office, role));
  const common = { editionId: participant.editionId, participantId: participant.id, organiser, offices };
  if (own !== undefined) return ok({ ...common, office: own, side: 'own' } as ParticipantScope);
  if (holds(actor, organiser, role)) return ok({ ...common, office: organiser, side: 'organiser' } as ParticipantScope);
  return [...offices, organiser].some((office) => holds(actor, office, 'viewer')) ? refuse(forbidden) : notFound();
}

/** Whoever acts for a participant may learn who else is free then: read, as the organiser, only to compute that answer. */
export const mayAskWhoIsFree = (scope: ParticipantScope): ActingScope =>
  ({ offices: [scope.organiser], writes: false }) as unknown as ActingScope;

/** Reads the organiser's records of one edition to answer for a group whose lead the actor is. */
export const mayAskForGroup = (scopes: readonly ParticipantScope[]): ActingScope =>
  ({ offices: [...new Set(scopes.map((scope) => scope.organiser))], writes: false }) as unknown as ActingScope;

/** A request entered by one side changes what the organiser plans with, so the meetings are derived anew on the organiser's behalf. */
export const mayDeriveMeetings = (scopes: readonly ParticipantScope[]): ActingScope =>
  ({ offices: [...new Set(scopes.map((scope) => scope.organiser))], writes: true }) as unknown as ActingScope;

/** Both sides asked, or the other side did and this one now agrees: the booking is written on the organiser's behalf. */
export const mayBookFor = (scope: ParticipantScope): ActingScope =>
  ({ offices: [scope.organiser], writes: true }) as unknown as ActingScope;

/** A release concerns these offices: their members are looked up so that they can be told. */
export const mayTell = (_scope: OrganiserScope | ParticipantScope, offices: readonly OfficeId[]): ActingScope =>
  ({ offices, writes: false }) as unknown as ActingScope;

/** A calendar address was opened: it shows what its office may see of this one agenda. */
export const mayReadByFeed = (feed: { readonly office: string }): ActingScope =>
  ({ offices: [feed.office as OfficeId], writes: false }) as unknown as ActingScope;
