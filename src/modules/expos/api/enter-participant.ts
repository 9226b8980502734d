// Enters a participant: the part that adding by hand and registering have in common, without the audit entry of either.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import { shareWithLinked } from '#modules/organisations/api/share-with-linked.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { ParticipantId } from '../domain/edition.ts';
import { absenceProblems, entriesOf, participantProblems, type ParticipantFacts, type Saying } from '../domain/participant.ts';
import { limits } from '../domain/limits.ts';
import { marketOf, noMarket } from '../domain/topic.ts';
import { contactsOf, writeContacts } from '../store/contacts.ts';
import { namingOffice } from '../store/faults.ts';
import { countEntriesOf, insertParticipant, lookAround, writeUnavailable } from '../store/participants.ts';
import { readAbsences } from './instant.ts';
import type { OpenEdition } from './edition/open-edition.ts';
import { resolveOrganisation } from './resolve-organisation.ts';
import { topicProblems } from './topics.ts';

type NewParticipant = Omit<Asked<'createParticipant'>, 'editionId'>;

/** One that was entered: what it is, which organisation, and whether that was recorded with it. */
export interface Entered extends Saying {
  readonly id: ParticipantId;
  readonly facts: ParticipantFacts;
  readonly created: boolean;
}

/** All that is wrong with a participant, by itself and among the others. */
export async function problemsOf(
  work: Work,
  { scope }: OpenEdition,
  id: ParticipantId,
  facts: ParticipantFacts,
): Promise<readonly Problem[]> {
  const around = await lookAround(work.tx, scope, { id, ...facts });
  return [
    ...(around.codeTaken ? [{ path: ['code'], code: 'expos.code_taken', params: { code: facts.code } }] : []),
    ...(facts.groupId !== null && !around.groupKnown ? [{ path: ['groupId'], code: 'expos.group_unknown' }] : []),
    ...(facts.standId !== null && !around.standKnown ? [{ path: ['standId'], code: 'expos.stand_unknown' }] : []),
    ...(facts.leadsStand && around.standLed ? [{ path: ['leadsStand'], code: 'expos.stand_lead_taken' }] : []),
    ...participantProblems({ ...facts, hasStand: facts.standId !== null }),
    ...(await topicProblems(work, scope.editionId, facts)),
  ];
}

/** What a new participant is unless the organiser says otherwise. */
function newFacts(
  input: NewParticipant,
  from: Pick<ParticipantFacts, 'name' | 'country' | 'city' | 'officeId' | 'offer' | 'need' | 'offerDetails' | 'needDetails'>,
): ParticipantFacts {
  return {
    ...from,
    code: input.code,
    role: input.role,
    offer: input.offer === undefined ? from.offer : input.offer,
    need: input.need === undefined ? from.need : input.need,
    ...marketOf(input, { ...noMarket, offerDetails: from.offerDetails, needDetails: from.needDetails }),
    seats: input.seats ?? 1,
    languages: input.languages ?? [],
    minMeetings: input.minMeetings ?? null,
    maxMeetings: input.maxMeetings ?? null,
    groupId: input.groupId ?? null,
    standId: input.standId ?? null,
    leadsStand: input.leadsStand ?? false,
    meetsAt: input.meetsAt ?? 'table',
    contacts: input.contacts ?? [],
    listed: input.listed ?? true,
  };
}

async function oftenProblems(work: Work, { scope }: OpenEdition, organisationId: Entered['organisationId']): Promise<readonly Problem[]> {
  const count = await countEntriesOf(work.tx, scope, organisationId);
  const max = limits.entriesOfOne;
  return count < max ? [] : [{ path: ['name'], code: 'expos.organisation_too_often', params: { count, max } }];
}

/** Refuses all field problems at once. `settleAudience` and `keepSaying` must follow. */
export async function enterParticipant(work: Work, opened: OpenEdition, input: NewParticipant): Promise<Result<Entered>> {
  const { scope } = opened;
  const id = work.newId<'Participant'>();
  const unavailable = readAbsences(input.unavailable);
  const resolved = await resolveOrganisation(work, scope.office, input);
  if (!resolved.ok && resolved.refusal.problems === undefined) return resolved;
  // Its name stands in until the organisation is known, so that the other problems are found too.
  const from = resolved.ok
    ? resolved.value
    : { name: {}, country: null, city: null, officeId: null, offer: null, need: null, offerDetails: null, needDetails: null };
  const facts = newFacts(input, from);
  const problems = [
    ...(resolved.ok ? [] : (resolved.refusal.problems ?? [])),
    ...(resolved.ok ? await oftenProblems(work, opened, resolved.value.organisationId) : []),
    ...(await problemsOf(work, opened, id, facts)),
    ...absenceProblems(unavailable),
  ];
  if (!resolved.ok || problems.length > 0) return refuseInput(problems);
  const { organisationId, created } = resolved.value;
  const inserted = await namingOffice('officeId', () => insertParticipant(work.tx, scope, { id, organisationId, facts, now: work.now }));
  if (!inserted.ok) return inserted;
  await shareWithLinked(work, { organisationId, before: null, after: facts.officeId });
  await writeContacts(work.tx, scope, { only: [id], contacts: contactsOf([{ id, contacts: facts.contacts }]), newId: () => work.newId() });
  if (unavailable.length > 0) await writeUnavailable(work.tx, scope, { id, unavailable, now: work.now, newId: () => work.newId() });
  return ok({ id, organisationId, facts, created });
}

/** What a participant says that it offers and looks for is kept with its organisation. */
export const keepSaying = (work: Work, { scope }: OpenEdition, said: Saying): Promise<Result<unknown>> =>
  recordEntries(work, { office: scope.office, entries: entriesOf([said]) });
