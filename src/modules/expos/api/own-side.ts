// A company acts for itself at an edition: corrects or confirms its entry, says when it can meet, wants no more letters.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { linkUntil, revokeLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Participant } from '../contract/roster.ts';
import type { EditionRecord, ParticipantId } from '../domain/edition.ts';
import { entriesOf, type ParticipantRecord } from '../domain/participant.ts';
import type { EditionScope } from '../domain/scope.ts';
import { marketOf } from '../domain/topic.ts';
import { mayActForOwn, mayChange } from '../policy.ts';
import { contactsOf, writeContacts } from '../store/contacts.ts';
import { lockEdition } from '../store/editions.ts';
import { loadOwnParticipations, loadTimes, writeNoLetters, writeProfile, writeTimes } from '../store/own-side.ts';
import { writeWay } from '../store/letter-ways.ts';
import { findParticipantRecord } from '../store/participants.ts';
import { instantText } from './instant.ts';
import { showParticipant } from './list-participants.ts';
import { current, findEdition } from './open-edition.ts';
import { settleEntry } from './settle-audience.ts';
import { topicProblems } from './topics.ts';

interface Own {
  readonly edition: EditionRecord;
  readonly scope: EditionScope;
  /** The company's own office. */
  readonly office: OfficeId;
  readonly participant: ParticipantRecord;
}

type OfParticipant = { readonly editionId: string; readonly participantId: ParticipantId };

/** The caller's own participant as they see it by themselves. Refuses what is not theirs as if it were not there. */
export async function openOwn(
  work: Work,
  { editionId, participantId }: OfParticipant,
): Promise<Result<{ readonly edition: EditionRecord; readonly office: OfficeId }>> {
  const edition = await findEdition(work, editionId);
  if (!edition.ok) return edition;
  const seen = await findParticipantRecord(work.tx, edition.value.id, participantId);
  if (seen === null) return notFound('expos.participant_not_found');
  const office = mayActForOwn(work.actor, seen);
  return office.ok ? ok({ edition: edition.value, office: office.value }) : office;
}

/**
 * Runs `use` on the organiser's rows of the caller's own participant, the edition locked; who may is asked first, of what the caller sees
 * by themselves. Refuses what is not theirs as if it were not there.
 */
export async function asOwnSide<T>(
  work: Work,
  input: OfParticipant,
  use: (acting: Work, own: Own) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openOwn(work, input);
  if (!opened.ok) return opened;
  const { edition, office } = opened.value;
  return actAs(work, { offices: [edition.organiser], writes: true }, async (acting) => {
    const scope = mayChange(acting.actor, edition);
    if (!scope.ok) return scope;
    await lockEdition(acting.tx, scope.value);
    const participant = await findParticipantRecord(acting.tx, edition.id, input.participantId);
    if (participant === null) return notFound('expos.participant_not_found');
    const fresh = current(acting, participant);
    return fresh.ok ? use(acting, { edition, scope: scope.value, office, participant }) : fresh;
  });
}

export const audited = (
  work: Work,
  { edition, office, participant }: Own,
  change: Pick<AuditedChange, 'useCase' | 'fields'>,
): Promise<void> => audit(work, { ...change, office, subjects: [edition.id, participant.id] });

/** Where the caller's company takes part, newest first. */
export async function listOwnParticipations(work: Work): Promise<Result<Answer<'listOwnParticipations'>>> {
  const rows = await loadOwnParticipations(
    work.tx,
    work.actor.memberships.map(({ office }) => office),
  );
  const names = await nameOffices(
    work,
    rows.map(({ organiser }) => organiser),
  );
  const until = await linkUntil(work);
  return ok({
    entries: rows.map(
      ({ editionId, editionName, organiser, slug, venue, timeZone, firstDay, lastDay, profileSaidAt, timesSaidAt, ...one }) => ({
        ...one,
        edition: { id: editionId, slug, name: editionName, venue, timeZone, firstDay, lastDay, organiserName: { ...names.get(organiser) } },
        profileSaidAt: profileSaidAt === null ? null : instantText(profileSaidAt),
        timesSaidAt: timesSaidAt === null ? null : instantText(timesSaidAt),
        linkUntil: until === null ? null : instantText(until),
      }),
    ),
  });
}

/** Sets what is given of the company's entry, and that the company has said it is right. */
export function answerProfile(work: Work, input: Asked<'answerProfile'>): Promise<Result<Participant>> {
  return asOwnSide(work, input, async (acting, own) => {
    const { participant, scope, edition } = own;
    const { editionId: _edition, participantId: id, contacts, ...change } = input;
    const facts = {
      name: change.name ?? participant.name,
      city: change.city === undefined ? participant.city : change.city,
      languages: change.languages ?? participant.languages,
      offer: change.offer === undefined ? participant.offer : change.offer,
      need: change.need === undefined ? participant.need : change.need,
      ...marketOf(change, participant),
    };
    const problems = await topicProblems(acting, edition.id, facts);
    if (problems.length > 0) return refuseInput(problems);
    await writeProfile(acting.tx, scope, { id, facts, now: work.now });
    if (contacts !== undefined) {
      await writeContacts(acting.tx, scope, { only: [id], contacts: contactsOf([{ id, contacts }]), newId: () => work.newId() });
    }
    const said = { organisationId: participant.organisationId, facts };
    const recorded = await recordEntries(acting, { office: scope.office, entries: entriesOf([said]) });
    if (!recorded.ok) return recorded;
    await settleEntry(acting, scope, id);
    await audited(work, own, {
      useCase: 'answer-profile',
      fields: Object.keys({ ...change, ...(contacts === undefined ? {} : { contacts }) }),
    });
    const changed = await findParticipantRecord(acting.tx, edition.id, id);
    return changed === null
      ? notFound('expos.participant_not_found')
      : ok({ ...(await showParticipant(acting, edition, changed)), mayEdit: false });
  });
}

async function showTimes(work: Work, edition: EditionRecord, id: ParticipantId): Promise<Result<Answer<'getTimes'>>> {
  const participant = await findParticipantRecord(work.tx, edition.id, id);
  if (participant === null) return notFound('expos.participant_not_found');
  const slots = await loadTimes(work.tx, edition.id, id);
  const { version, timesSaidAt } = participant;
  return ok({
    version,
    timeZone: edition.timeZone,
    saidAt: timesSaidAt === null ? null : instantText(timesSaidAt),
    slots: slots.map(({ start, end, ...slot }) => ({ ...slot, startsAt: instantText(start), endsAt: instantText(end) })),
  });
}

/** For the company, its group's lead and the organiser. Refuses `expos.not_found`, `expos.participant_not_found`. */
export async function getTimes(work: Work, input: Asked<'getTimes'>): Promise<Result<Answer<'getTimes'>>> {
  const edition = await findEdition(work, input.editionId);
  return edition.ok ? showTimes(work, edition.value, input.participantId) : edition;
}

/** Sets of which slots the company says that it can meet or cannot. */
export function sayTimes(work: Work, input: Asked<'sayTimes'>): Promise<Result<Answer<'getTimes'>>> {
  return asOwnSide(work, input, async (acting, own) => {
    await writeTimes(acting.tx, own.scope, { id: own.participant.id, said: input.said, now: work.now });
    await audited(work, own, { useCase: 'say-times', fields: ['said'] });
    return showTimes(acting, own.edition, own.participant.id);
  });
}

/** No letter goes to this participant any more, and its links end: whoever says so was written to by mistake, or wants no more. */
export function declineLetters(work: Work, input: Asked<'declineLetters'>): Promise<Result<Answer<'declineLetters'>>> {
  return asOwnSide(work, input, async (acting, own) => {
    await writeNoLetters(acting.tx, own.scope, own.participant.id, work.now);
    await writeWay(acting.tx, own.scope, own.participant.id, null);
    await revokeLinks(acting, own.office);
    await audited(work, own, { useCase: 'stop-own-letters', fields: ['letters'] });
    return ok({ participantId: own.participant.id });
  });
}
