// Who may do what with suggestions.
import { holds, type Actor, type Role } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { ActingScope, OfficeScope, OrganiserScope, SideScope } from './domain/scopes.ts';

/** Whose edition it is; it was loaded under the actor's own policies. */
export interface EditionOwner {
  readonly id: Id<'Edition'>;
  readonly organiser: OfficeId;
}

/** Editors of the organiser's office set whether and how an edition suggests. */
export const mayOrganise = (actor: Actor, { id, organiser }: EditionOwner): Result<OrganiserScope> =>
  holds(actor, organiser, 'editor') ? ok(grant<OrganiserScope>({ editionId: id, office: organiser })) : refuse(forbidden);

export interface ParticipantOwner {
  readonly id: Id<'Participant'>;
  readonly offices: readonly OfficeId[];
}

/** The company's office, the lead's office of its group, and the organiser say for a participant whom it does not want. */
export function mayAnswerFor(actor: Actor, edition: EditionOwner, { id, offices }: ParticipantOwner, role: Role): Result<SideScope> {
  const own = offices.find((office) => holds(actor, office, role));
  const common = { editionId: edition.id, participantId: id, organiser: edition.organiser, offices };
  if (own !== undefined) return ok(grant<SideScope>({ ...common, office: own, side: 'own' }));
  if (holds(actor, edition.organiser, role)) return ok(grant<SideScope>({ ...common, office: edition.organiser, side: 'organiser' }));
  return [...offices, edition.organiser].some((office) => holds(actor, office, 'viewer'))
    ? refuse(forbidden)
    : notFound('matching.unknown');
}

const acting = (scope: Pick<ActingScope, 'offices' | 'writes'>): ActingScope => grant<ActingScope>(scope);

/** Whether an edition suggests, and whom it does not, binds everybody who takes part; both are the organiser's rows. */
export const mayReadChoices = ({ organiser }: Pick<EditionOwner, 'organiser'>): ActingScope =>
  acting({ offices: [organiser], writes: false });

/** A side says of itself whether it is suggested. */
export const mayChoose = ({ organiser }: SideScope): ActingScope => acting({ offices: [organiser], writes: true });

/** What one office of a side set aside holds for the others of that side; the organiser reads what it said itself, and nothing of theirs. */
export const mayReadAside = ({ side, offices }: SideScope): ActingScope =>
  acting({ offices: side === 'own' ? offices : [], writes: false });

/** And any of them takes it back. */
export const mayTakeBack = ({ side, offices }: SideScope): ActingScope => acting({ offices: side === 'own' ? offices : [], writes: true });

/** A letter to a side names nobody whom it set aside, and counts words of its own: read as its offices, and shown to nobody else. */
export const mayReadForLetters = (_scope: OrganiserScope, offices: readonly OfficeId[]): ActingScope => acting({ offices, writes: false });

/** Editors of an office write what it says. */
export const mayWrite = (actor: Actor, office: OfficeId): Result<OfficeScope> =>
  holds(actor, office, 'editor') ? ok(grant<OfficeScope>({ office })) : refuse(forbidden);

/** Its members read what it keeps to itself. */
export const mayReadOwn = (actor: Actor, office: OfficeId): Result<null> => (holds(actor, office, 'viewer') ? ok(null) : refuse(forbidden));

/** The desks of its two cities state something of what was learned; nobody else does. */
export const maySpeak = (actor: Actor, office: OfficeId, desks: readonly OfficeId[]): Result<OfficeScope> =>
  desks.includes(office) ? mayWrite(actor, office) : refuse(forbidden);
