// Who may do what with requests, plans, the schedule and agendas.
import { holds, type Actor, type Role } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { organiserOnly } from '#modules/expos/domain/scope.ts';
import type { ActingScope, DoorScope, InterpreterScope, OrganiserScope, OverviewScope, ParticipantScope } from './domain/scopes.ts';

/** An edition as policy needs it: it was loaded under the actor's own policies, so the actor may know that it exists. */
export interface EditionOwner {
  readonly id: string;
  readonly organiser: OfficeId;
}

/** Editors of the organiser's office make plans, release them and change the schedule. */
export function mayOrganise(actor: Actor, edition: EditionOwner): Result<OrganiserScope> {
  const office = edition.organiser;
  if (holds(actor, office, 'editor')) return ok(grant<OrganiserScope>({ editionId: edition.id, office }));
  return refuse(organiserOnly(actor, office));
}

/** Members of the organiser's office see all requests, plans and releases. */
export function mayOversee(actor: Actor, edition: EditionOwner): Result<OverviewScope> {
  const office = edition.organiser;
  return holds(actor, office, 'viewer')
    ? ok(grant<OverviewScope>({ editionId: edition.id, office }))
    : refuse(organiserOnly(actor, office));
}

/** Editors of the organiser's office keep the door of an edition. */
export function mayKeepDoor(actor: Actor, edition: EditionOwner): Result<DoorScope> {
  const office = edition.organiser;
  if (holds(actor, office, 'editor')) return ok(grant<DoorScope>({ editionId: edition.id, office }));
  return refuse(organiserOnly(actor, office));
}

/** A member of the organiser's office whom it made a steward of the edition writes the door on its behalf, and nothing else. */
export const mayStandAtDoor = (
  actor: Actor,
  { organiser }: EditionOwner,
  stewards: readonly { readonly accountId: string }[],
): ActingScope | null =>
  holds(actor, organiser, 'viewer') && stewards.some(({ accountId }) => accountId === actor.account)
    ? acting({ offices: [organiser], writes: true })
    : null;

export interface ParticipantOwner {
  readonly id: string;
  readonly editionId: string;
  readonly organiser: OfficeId;
  readonly offices: readonly OfficeId[];
}

/** The company's office, the lead's office of its group, and the organiser act for a participant; viewers only look. */
export function mayActFor(actor: Actor, participant: ParticipantOwner, role: Role): Result<ParticipantScope> {
  const { offices, organiser } = participant;
  const own = offices.find((office) => holds(actor, office, role));
  const common = { editionId: participant.editionId, participantId: participant.id, organiser, offices };
  if (own !== undefined) return ok(grant<ParticipantScope>({ ...common, office: own, side: 'own' }));
  if (holds(actor, organiser, role)) return ok(grant<ParticipantScope>({ ...common, office: organiser, side: 'organiser' }));
  return [...offices, organiser].some((office) => holds(actor, office, 'viewer')) ? refuse(forbidden) : notFound();
}

/** An interpreter or their organiser, as expos told the side. */
export const mayActForInterpreter = (
  on: { readonly editionId: string; readonly interpreterId: string },
  side: Pick<InterpreterScope, 'office' | 'organiser' | 'side'>,
): InterpreterScope => grant<InterpreterScope>({ ...side, editionId: on.editionId, interpreterId: on.interpreterId });

const acting = (scope: Pick<ActingScope, 'offices' | 'writes'>): ActingScope => grant<ActingScope>(scope);

const organisersOf = (scopes: readonly ParticipantScope[]): readonly OfficeId[] => [...new Set(scopes.map(({ organiser }) => organiser))];

/** Whoever acts for a participant may learn who else is free then: read, as the organiser, only to compute that answer. */
export const mayAskWhoIsFree = ({ organiser }: ParticipantScope): ActingScope => acting({ offices: [organiser], writes: false });

/** An interpreter's day is put together of the organiser's records, of the meetings alone that they interpret. */
export const mayReadInterpreted = ({ organiser }: InterpreterScope): ActingScope => acting({ offices: [organiser], writes: false });

/** A screen in the hall shows what its organiser chose, of the organiser's records. */
export const mayReadForScreen = ({ organiser }: { readonly organiser: OfficeId }): ActingScope =>
  acting({ offices: [organiser], writes: false });

/** Reads the organiser's records of one edition to answer for a group whose lead the actor is. */
export const mayAskForGroup = (scopes: readonly ParticipantScope[]): ActingScope =>
  acting({ offices: organisersOf(scopes), writes: false });

/** The rules of asking bind everybody who takes part, and are the organiser's row: read for whoever sees the edition. */
export const mayReadRules = ({ organiser }: { readonly organiser: OfficeId }): ActingScope =>
  acting({ offices: [organiser], writes: false });

/** A request entered by one side changes what the organiser plans with, so the meetings are derived anew on the organiser's behalf. */
export const mayDeriveMeetings = (scopes: readonly ParticipantScope[]): ActingScope =>
  acting({ offices: organisersOf(scopes), writes: true });

/** Both sides asked, or the other side did and this one now agrees: the booking is written on the organiser's behalf. */
export const mayBookFor = ({ organiser }: ParticipantScope): ActingScope => acting({ offices: [organiser], writes: true });

/** Whoever has a meeting in an agenda of theirs learns which offices speak for the two who meet: with them they share what comes of it. */
export const mayNameOffices = ({ organiser }: { readonly organiser: OfficeId }): ActingScope =>
  acting({ offices: [organiser], writes: false });

/** A release concerns these offices: their members are looked up so that they can be told. */
export const mayTell = (_scope: OrganiserScope | ParticipantScope, offices: readonly OfficeId[]): ActingScope =>
  acting({ offices, writes: false });

/** A calendar address was opened: it shows what its office may see of this one agenda. */
export const mayReadByFeed = ({ office }: { readonly office: OfficeId }): ActingScope => acting({ offices: [office], writes: false });

/** Whoever acts for a participant tells the organiser's queue of it: that they are here, and how their own talks go. */
export const mayTellQueueFor = ({ organiser }: ParticipantScope): ActingScope => acting({ offices: [organiser], writes: true });

/** An interpreter tells it whether they are here. */
export const mayTellQueueAsInterpreter = ({ organiser }: InterpreterScope): ActingScope => acting({ offices: [organiser], writes: true });

/** A queue whose time has come is asked on behalf of its organiser, whoever is signed in. */
export const mayAskQueue = ({ office }: { readonly office: OfficeId }): ActingScope => acting({ offices: [office], writes: true });
