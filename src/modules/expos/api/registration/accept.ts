// A registration becomes a participant, leaves again, and whoever waits takes the place: steps of larger use cases, under the lock of the edition.
import { daySpan } from '#kernel/day-span.ts';
import { forEachLanguage, chooseText, type Language } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { EditionRecord, ParticipantId } from '../../domain/edition.ts';
import { bilingual, type Letter } from '../../domain/letters/letters.ts';
import { registrationLetterIn, type RegistrationLetterKind } from '../../domain/letters/registration-letters.ts';
import { isFull, nextCode, publicListKey, type RegistrationId } from '../../domain/registration.ts';
import { contactsOf, writeContacts } from '../../store/contacts.ts';
import { findParticipantRecord, updateWithdrawn, writeProfile } from '../../store/participants.ts';
import {
  codesWith,
  countTaken,
  listWaiting,
  takeBackDecision,
  writeStep,
  type RegistrationRecord,
  type TermsRecord,
} from '../../store/registrations.ts';
import { enterParticipant, keepSaying } from '../enter-participant.ts';
import { welcome, type Posting } from '../letters/post-letters.ts';
import type { OpenEdition } from '../edition/open-edition.ts';
import { settleAudience } from '../settle-audience.ts';
import { shownMarket } from '../topics.ts';

/** The letter about a registration in both languages, by the address that it is given. */
export async function registrationLetter(
  work: Work,
  edition: EditionRecord,
  { kind, name }: { readonly kind: RegistrationLetterKind; readonly name: RegistrationRecord['name'] },
): Promise<(language: Language, address: string) => Letter> {
  const organiser = { ...(await nameOffices(work, [edition.organiser])).get(edition.organiser) };
  return (language, address) =>
    registrationLetterIn(language, {
      ...{ kind, address, company: chooseText(name, language).text, edition: chooseText(edition.name, language).text },
      organiser: chooseText(organiser, language).text,
      days: daySpan(language, edition),
    });
}

/** Writes to the address of a registration; the id of the mail, null where the person was taken out. */
export async function writeToRegistrant(
  work: Work,
  { language, contact }: Pick<RegistrationRecord, 'language' | 'contact'>,
  letterOf: (language: Language, address: string) => Letter,
  address: string,
): Promise<string | null> {
  if (contact === null) return null;
  const letter = bilingual(
    language,
    forEachLanguage((tag) => letterOf(tag, address)),
  );
  const [mail] = await queueMails(work, [{ recipient: contact.email.toLowerCase(), language, ...letter }]);
  return mail ?? null;
}

/** The contacts of a participant with the person of a registration among them, or without. */
async function setPerson(
  work: Work,
  { scope }: OpenEdition,
  { participantId, contact }: { readonly participantId: ParticipantId; readonly contact: RegistrationRecord['contact'] },
  is: 'in' | 'out',
): Promise<void> {
  const participant = await findParticipantRecord(work.tx, scope.editionId, participantId);
  if (participant === null || contact === null) return;
  const others = participant.contacts.filter(({ email }) => email?.toLowerCase() !== contact.email.toLowerCase());
  const contacts = is === 'in' ? [...others, contact] : others;
  await writeContacts(work.tx, scope, {
    only: [participantId],
    contacts: contactsOf([{ id: participantId, contacts }]),
    newId: () => work.newId(),
  });
}

/** The participant that a registration becomes: one that is there, the one that it was before, or a new one. */
async function participantFor(
  work: Work,
  opened: OpenEdition,
  registration: RegistrationRecord,
  joinTo: ParticipantId | null,
): Promise<Result<ParticipantId>> {
  const { scope } = opened;
  if (joinTo !== null) {
    const there = await findParticipantRecord(work.tx, scope.editionId, joinTo);
    if (there === null || there.withdrawnAt !== null) return notFound('expos.participant_not_found');
    await setPerson(work, opened, { participantId: joinTo, contact: registration.contact }, 'in');
    return ok(joinTo);
  }
  if (registration.participantId !== null && !registration.isJoined) {
    await updateWithdrawn(work.tx, scope, { id: registration.participantId, withdrawnAt: null, now: work.now });
    return ok(registration.participantId);
  }
  const { role, name, country, city, groupId, contact, languages, offer, need, consents } = registration;
  const market = shownMarket(registration);
  const entered = await enterParticipant(work, opened, {
    ...{ role, name, country, city, groupId, offer, need, unavailable: [] },
    ...{ ...market, languages: [...languages] },
    code: nextCode(role, await codesWith(work.tx, scope.editionId, role === 'exhibitor' ? 'E' : 'B')),
    contacts: contact === null ? [] : [{ ...contact, languages: [...contact.languages] }],
    listed: consents.some(({ key, withdrawnAt }) => key === publicListKey && withdrawnAt === null),
  });
  if (!entered.ok) return entered;
  const recorded = await keepSaying(work, opened, entered.value);
  if (!recorded.ok) return recorded;
  // What it registered with is its entry, by its own word.
  const facts = { name, city, languages, offer, need, ...market };
  await writeProfile(work.tx, scope, { id: entered.value.id, facts, now: registration.confirmedAt ?? registration.registeredAt });
  return ok(entered.value.id);
}

/** Makes a registration a participant and writes to its company, with a link to its place; the link's address, null where it has an account. */
export async function accept(
  work: Work,
  opened: OpenEdition,
  registration: RegistrationRecord,
  { joinTo, origin }: { readonly joinTo: ParticipantId | null } & Pick<Posting, 'origin'>,
): Promise<Result<string | null>> {
  const participantId = await participantFor(work, opened, registration, joinTo);
  if (!participantId.ok) return participantId;
  await settleAudience(work, opened.scope);
  const { name, state } = registration;
  const letterOf = await registrationLetter(work, opened.record, { kind: joinTo === null ? 'accepted' : 'joined', name });
  const welcomed = await welcome(work, opened, participantId.value, { origin, letterOf });
  await writeStep(work.tx, opened.scope, {
    ...{ id: registration.id, state: 'accepted', participantId: participantId.value, isJoined: joinTo !== null, now: work.now },
    stateBefore: state === 'unconfirmed' || state === 'withdrawn' ? 'asked' : state,
    mailId: welcomed?.mail ?? null,
  });
  return ok(welcomed?.address ?? null);
}

/** Takes the participant of a registration out again: it withdraws, or loses the person who joined; what has not left is not sent. True: it had left. */
export async function leave(work: Work, opened: OpenEdition, registration: RegistrationRecord): Promise<boolean> {
  const { participantId, isJoined, contact, state } = registration;
  const left = await takeBackDecision(work.tx, opened.scope, registration.id);
  if (state !== 'accepted' || participantId === null) return left;
  if (isJoined) await setPerson(work, opened, { participantId, contact }, 'out');
  else await updateWithdrawn(work.tx, opened.scope, { id: participantId, withdrawnAt: work.now, now: work.now });
  await settleAudience(work, opened.scope);
  return left;
}

/** Gives free places to whoever waits, in their order, where nobody decides by hand; the registrations that were accepted. */
export async function fillPlaces(
  work: Work,
  opened: OpenEdition,
  terms: TermsRecord,
  { origin }: Pick<Posting, 'origin'>,
): Promise<Result<readonly RegistrationId[]>> {
  if (terms.approval !== 'automatic') return ok([]);
  const accepted: RegistrationId[] = [];
  for (const waiting of await listWaiting(work.tx, opened.scope.editionId)) {
    if (isFull(terms, await countTaken(work.tx, opened.scope.editionId), waiting)) continue;
    const done = await accept(work, opened, waiting, { joinTo: null, origin });
    if (!done.ok) return done;
    accepted.push(waiting.id);
  }
  return ok(accepted);
}
