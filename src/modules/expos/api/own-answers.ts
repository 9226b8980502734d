// What a company and an interpreter answer of their own entries: corrected, or confirmed as they stand.
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Participant } from '../contract/roster.ts';
import type { InterpreterRecord } from '../domain/interpreter.ts';
import { entriesOf } from '../domain/participant.ts';
import { marketOf } from '../domain/topic.ts';
import { contactsOf, writeContacts } from '../store/contacts.ts';
import { findInterpreterRecord, saveInterpreter } from '../store/interpreters.ts';
import { findParticipantRecord, writeProfile } from '../store/participants.ts';
import { contactGiven, showInterpreter } from './change-interpreters.ts';
import { showParticipant } from './list-participants.ts';
import { current } from './edition/open-edition.ts';
import { asOwn, audited } from './own-side.ts';
import { settleEntry } from './settle-audience.ts';
import { topicProblems } from './topics.ts';

/** Sets what is given of the company's entry, and that the company has said it is right. */
export function answerProfile(work: Work, input: Asked<'answerProfile'>): Promise<Result<Participant>> {
  const { editionId, participantId: id, contacts, ...change } = input;
  return asOwn(work, { editionId, addresseeId: id }, async (acting, own) => {
    const { scope, edition } = own;
    const participant = await findParticipantRecord(acting.tx, edition.id, id);
    if (participant === null) return notFound('expos.participant_not_found');
    const fresh = current(acting, participant);
    if (!fresh.ok) return fresh;
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

/** As the interpreter reads it: why they are down as away is said to the organiser alone. */
export const shownToThemselves = (record: InterpreterRecord) =>
  showInterpreter({ ...record, unavailable: record.unavailable.map((one) => ({ ...one, reason: '' })) });

/** Sets what is given of the interpreter's own entry; the name in the organiser's list stays. */
export function answerInterpreter(work: Work, input: Asked<'answerInterpreter'>): Promise<Result<Answer<'answerInterpreter'>>> {
  const { editionId, interpreterId: id, ...change } = input;
  return asOwn(work, { editionId, addresseeId: id }, async (acting, own) => {
    const interpreter = await findInterpreterRecord(acting.tx, own.edition.id, id);
    if (interpreter === null) return notFound('expos.interpreter_not_found');
    const fresh = current(acting, interpreter);
    if (!fresh.ok) return fresh;
    const contact = change.contact === undefined ? interpreter.contact : contactGiven(change.contact);
    const facts = { ...interpreter, contact, languages: change.languages ?? interpreter.languages };
    await saveInterpreter(acting.tx, own.scope, facts, () => work.newId());
    await audited(work, own, { useCase: 'answer-interpreter', fields: Object.keys(change) });
    const changed = await findInterpreterRecord(acting.tx, own.edition.id, id);
    return changed === null ? notFound('expos.interpreter_not_found') : ok(shownToThemselves(changed));
  });
}
