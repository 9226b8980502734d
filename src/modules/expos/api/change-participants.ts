// Participants of an edition: adding, changing, when they are away, withdrawing and taking back in.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { shareWithLinked } from '#modules/organisations/api/share-with-linked.ts';
import type { Work } from '#platform/work.ts';
import type { Saying } from '../domain/participant.ts';
import type { Asked } from '../contract.ts';
import type { Participant } from '../contract/roster.ts';
import type { ParticipantId } from '../domain/edition.ts';
import { marketOf } from '../domain/topic.ts';
import { absenceProblems, type ParticipantFacts, type ParticipantRecord } from '../domain/participant.ts';
import { contactsOf, writeContacts } from '../store/contacts.ts';
import { namingOffice } from '../store/faults.ts';
import { findParticipantRecord, updateParticipantFacts, updateWithdrawn, writeUnavailable } from '../store/participants.ts';
import { readAbsences } from './instant.ts';
import { showParticipant } from './list-participants.ts';
import { current, openForChange, type OpenEdition } from './edition/open-edition.ts';
import { enterParticipant, keepSaying, problemsOf } from './enter-participant.ts';
import type { Posting } from './letters/post-letters.ts';
import { fillPlaces } from './registration/accept.ts';
import { termsOf } from './registration/terms.ts';
import { settleAudience } from './settle-audience.ts';

interface Change {
  readonly useCase: AuditedChange['useCase'];
  readonly fields: readonly string[];
  /** Other things the change concerns. */
  readonly subjects?: readonly string[];
  /** What it says of offers and needs, which its organisation keeps. */
  readonly said?: Saying;
}

async function finish(work: Work, { scope, record }: OpenEdition, id: ParticipantId, change: Change): Promise<Result<Participant>> {
  await settleAudience(work, scope);
  const { useCase, fields, subjects = [], said } = change;
  const kept = said === undefined ? ok(null) : await keepSaying(work, { scope, record }, said);
  if (!kept.ok) return kept;
  await audit(work, { useCase, office: scope.office, subjects: [scope.editionId, id, ...subjects], fields });
  const changed = await findParticipantRecord(work.tx, scope.editionId, id);
  return changed === null ? notFound('expos.participant_not_found') : ok(await showParticipant(work, record, changed));
}

/**
 * Adds a participant: an organisation on record (its name, country, city and office are taken over unless given), or a
 * new one by name, which is recorded for the organiser's office. Refuses all field problems at once.
 */
export async function createParticipant(work: Work, input: Asked<'createParticipant'>): Promise<Result<Participant>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const entered = await enterParticipant(work, opened.value, input);
  if (!entered.ok) return entered;
  const { id, organisationId, facts, created } = entered.value;
  return finish(work, opened.value, id, {
    useCase: 'create-participant',
    fields: Object.keys(facts),
    subjects: created ? [organisationId] : [],
    said: { organisationId, facts },
  });
}

async function openParticipant(
  work: Work,
  input: { readonly editionId: string; readonly participantId: ParticipantId },
): Promise<Result<OpenEdition & { readonly participant: ParticipantRecord }>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const participant = await findParticipantRecord(work.tx, opened.value.scope.editionId, input.participantId);
  if (participant === null) return notFound('expos.participant_not_found');
  const fresh = current(work, participant);
  return fresh.ok ? ok({ ...opened.value, participant }) : fresh;
}

/** Sets the fields that are given. Who may see the participant follows its group and office. */
export async function updateParticipant(work: Work, input: Asked<'updateParticipant'>): Promise<Result<Participant>> {
  const opened = await openParticipant(work, input);
  if (!opened.ok) return opened;
  const { scope, participant } = opened.value;
  const { editionId: _edition, participantId: _participant, ...change } = input;
  const facts: ParticipantFacts = { ...withGiven<ParticipantFacts>(participant, change), ...marketOf(change, participant) };
  const problems = await problemsOf(work, opened.value, participant.id, facts);
  if (problems.length > 0) return refuseInput(problems);
  const written = await namingOffice('officeId', () =>
    updateParticipantFacts(work.tx, scope, { id: participant.id, facts, now: work.now }),
  );
  if (!written.ok) return written;
  if (change.contacts !== undefined)
    await writeContacts(work.tx, scope, {
      only: [participant.id],
      contacts: contactsOf([{ id: participant.id, contacts: facts.contacts }]),
      newId: () => work.newId(),
    });
  await shareWithLinked(work, { organisationId: participant.organisationId, before: participant.officeId, after: facts.officeId });
  return finish(work, opened.value, participant.id, {
    ...{ useCase: 'update-participant', fields: Object.keys(change) },
    said: { organisationId: participant.organisationId, facts },
  });
}

/** Sets when the participant is away, as a whole. */
export async function replaceUnavailable(work: Work, input: Asked<'replaceUnavailable'>): Promise<Result<Participant>> {
  const opened = await openParticipant(work, input);
  if (!opened.ok) return opened;
  const { scope, participant } = opened.value;
  const unavailable = readAbsences(input.unavailable);
  const problems = absenceProblems(unavailable);
  if (problems.length > 0) return refuseInput(problems);
  await writeUnavailable(work.tx, scope, { id: participant.id, unavailable, now: work.now, newId: () => work.newId() });
  return finish(work, opened.value, participant.id, { useCase: 'replace-unavailable', fields: ['unavailable'] });
}

/** Withdraws the participant: it leaves every list and every new plan, and nothing is deleted; `posting`: whoever waits for its place is told. */
export async function withdrawParticipant(
  work: Work,
  input: Asked<'withdrawParticipant'>,
  posting?: Pick<Posting, 'origin'>,
): Promise<Result<Participant>> {
  const opened = await openParticipant(work, input);
  if (!opened.ok) return opened;
  const { scope, participant } = opened.value;
  const withdrawnAt = participant.withdrawnAt ?? work.now;
  await updateWithdrawn(work.tx, scope, { id: participant.id, withdrawnAt, now: work.now });
  const terms = await termsOf(work, opened.value.record);
  const filled = posting === undefined ? ok([]) : await fillPlaces(work, opened.value, terms, posting);
  if (!filled.ok) return filled;
  return finish(work, opened.value, participant.id, { useCase: 'withdraw-participant', fields: ['withdrawnAt'], subjects: filled.value });
}

/** Takes a withdrawn participant back in. Refuses `expos.stand_lead_taken` where another leads its stand by now. */
export async function reinstateParticipant(work: Work, input: Asked<'reinstateParticipant'>): Promise<Result<Participant>> {
  const opened = await openParticipant(work, input);
  if (!opened.ok) return opened;
  const { scope, participant } = opened.value;
  const problems = await problemsOf(work, opened.value, participant.id, participant);
  if (problems.length > 0) return refuseInput(problems);
  await updateWithdrawn(work.tx, scope, { id: participant.id, withdrawnAt: null, now: work.now });
  return finish(work, opened.value, participant.id, { useCase: 'reinstate-participant', fields: ['withdrawnAt'] });
}
