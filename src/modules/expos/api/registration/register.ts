// What a company does by itself: registers, confirms its address, sees where it stands, withdraws. Whoever is signed in counts as nobody here.
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { chooseText } from '#kernel/language.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import {
  confirmDays,
  isFull,
  pageState,
  publicListKey,
  registrationLimits,
  registrationProblems,
  type RegistrationId,
} from '../../domain/registration.ts';
import { marketOf, noMarket } from '../../domain/topic.ts';
import { editionSpan } from '../../domain/venue-time.ts';
import { mayChange } from '../../policy.ts';
import { findEditionRecord } from '../../store/editions.ts';
import { findParticipantRecord, updateParticipantFacts } from '../../store/participants.ts';
import {
  countTaken,
  findRegistration,
  insertRegistration,
  likenesses,
  registeredLately,
  registrationByToken,
  stripPerson,
  writeConsentWithdrawn,
  writeStep,
  type RegistrationRecord,
  type TermsRecord,
} from '../../store/registrations.ts';
import type { Posting } from '../letters/post-letters.ts';
import { openForChange, type OpenEdition } from '../edition/open-edition.ts';
import { settleAudience } from '../settle-audience.ts';
import { topicProblems } from '../topics.ts';
import { accept, fillPlaces, leave, registrationLetter, writeToRegistrant } from './accept.ts';
import { shownEdition, termsOf } from './terms.ts';

/** A letter's secret says what it opens, so that one lying about is recognised. */
const tokenPrefix = 'hansa_registration_';

/** What opens a registration stands behind the #, as of a personal link. */
const registrationAddress = (origin: string, token: string): string => `${origin}/registration#${token}`;

type Refusals = Result<never>;
const tooMany = (code: string): Refusals => refuse({ kind: 'too_many', code, params: { seconds: 3600 } });

/** Whether this network or address asked too much, or so many wait that somebody plays a game. */
async function floodOf(work: Work, asked: Parameters<typeof registeredLately>[1]): Promise<Refusals | null> {
  const { byNetwork, byAddress, unconfirmed } = await registeredLately(work.tx, asked);
  if (byNetwork >= registrationLimits.byNetwork) return tooMany('expos.registrations_from_here');
  if (byAddress >= registrationLimits.byAddress) return tooMany('expos.registrations_of_address');
  return unconfirmed >= registrationLimits.unconfirmed ? tooMany('expos.registrations_at_once') : null;
}

/** `network`: a keyed hash of where the request came from. */
export interface From extends Posting {
  readonly network: string;
}

/**
 * Registers a company; it counts once the address is confirmed. Refuses all field problems at once; `expos.registration_closed`,
 * `expos.registration_changed` where the page says something else by now, and 429 where too much is asked.
 */
export async function register(work: Work, input: Asked<'register'>, { origin, network }: From): Promise<Result<Answer<'register'>>> {
  const nobody = await asPublic(work);
  const edition = await findEditionRecord(nobody.tx, { id: input.editionId as OpenEdition['record']['id'] });
  if (edition === null) return notFound('expos.not_found');
  const { editionId: _edition, version, language, consents, contact: typed, country, ...said } = input;
  const contact = { ...typed, email: typed.email ?? '', languages: said.languages };
  const facts = { ...said, ...marketOf(said, noMarket), country: country ?? '', contact };
  const flood = await floodOf(nobody, { editionId: edition.id, network, email: contact.email, now: work.now });
  if (flood !== null) return flood;
  return actAs(nobody, { offices: [edition.organiser], writes: true }, async (acting) => {
    const scope = mayChange(acting.actor, edition);
    if (!scope.ok) return scope;
    const terms = await termsOf(acting, edition);
    const state = pageState(terms, { now: work.now, taken: [], ends: editionSpan(edition).end, registered: 0 });
    if (state !== 'open' && state !== 'full') return refuse({ kind: 'conflict', code: 'expos.registration_closed' });
    if (terms.version !== version) return refuse({ kind: 'conflict', code: 'expos.registration_changed' });
    const problems = [...registrationProblems(terms, facts, consents), ...(await topicProblems(acting, edition.id, facts))];
    if (problems.length > 0) return refuseInput(problems);
    const id = work.newId<'Registration'>();
    const token = newSecret(tokenPrefix);
    const letterOf = await registrationLetter(acting, edition, { kind: 'confirm', name: facts.name });
    const mail = await writeToRegistrant(acting, { language, contact: facts.contact }, letterOf, registrationAddress(origin, token));
    await insertRegistration(acting.tx, scope.value, {
      ...{ id, facts, language, network, tokenHash: hashOf(token), mail, now: work.now },
      consents: agreedWords(terms, consents, language),
    });
    await audit(acting, { useCase: 'register', office: edition.organiser, subjects: [edition.id, id], fields: Object.keys(facts) });
    return ok({ email: contact.email });
  });
}

/** What was agreed to, in the words that were read. */
const agreedWords = (terms: TermsRecord, keys: readonly string[], language: Asked<'register'>['language']) =>
  terms.consents.flatMap(({ key, purpose, receiver, needed }) =>
    keys.includes(key) ? [{ key, needed, purpose: chooseText(purpose, language).text, receiver: chooseText(receiver, language).text }] : [],
  );

interface Own {
  readonly opened: OpenEdition;
  readonly terms: TermsRecord;
  readonly registration: RegistrationRecord;
}

const DAY_MS = 86_400_000;

/** Runs `use` on the registration that a letter opens, with the organiser's rights and the edition locked. Refuses `expos.registration_unknown`. */
async function byLetter<T>(
  work: Work,
  { token }: { readonly token: string },
  use: (acting: Work, own: Own) => Promise<Result<T>>,
): Promise<Result<T>> {
  const nobody = await asPublic(work);
  const found = await registrationByToken(nobody.tx, hashOf(token));
  if (found === null) return notFound('expos.registration_unknown');
  return actAs(nobody, { offices: [found.office], writes: true }, async (acting) => {
    const opened = await openForChange(acting, found.editionId);
    if (!opened.ok) return opened;
    const registration = await findRegistration(acting.tx, found.editionId, found.id);
    const expires = (registration?.registeredAt.getTime() ?? 0) + confirmDays * DAY_MS;
    if (registration === null || (registration.state === 'unconfirmed' && work.now.getTime() >= expires))
      return notFound('expos.registration_unknown');
    return use(acting, { opened: opened.value, registration, terms: await termsOf(acting, opened.value.record) });
  });
}

async function shown(
  work: Work,
  { opened }: Own,
  id: RegistrationId,
  place: string | null,
): Promise<Result<Answer<'confirmRegistration'>>> {
  const registration = await findRegistration(work.tx, opened.scope.editionId, id);
  if (registration === null) return notFound('expos.registration_unknown');
  const { name, state, position, consents, role, country, city, contact, languages, offer, need } = registration;
  return ok({
    edition: await shownEdition(work, opened.record),
    ...{ name: { ...name }, state, position, consents: consents.map((consent) => ({ ...consent })), place },
    entered: {
      ...{ role, country, city, languages: [...languages], offer: offer && { ...offer }, need: need && { ...need } },
      contact: contact && { ...contact, languages: [...contact.languages] },
    },
  });
}

const audited = (
  work: Work,
  { opened, registration }: Own,
  change: Pick<AuditedChange, 'useCase' | 'fields'> & { also?: readonly string[] },
) =>
  audit(work, {
    ...{ useCase: change.useCase, fields: change.fields, office: opened.scope.office },
    subjects: [opened.scope.editionId, registration.id, ...(change.also ?? [])],
  });

/** Confirms: accepted where there is room and nobody decides by hand, else asked, or on the waiting list. What may be there already is asked. */
export function confirmRegistration(
  work: Work,
  input: Asked<'confirmRegistration'>,
  posting: Posting,
): Promise<Result<Answer<'confirmRegistration'>>> {
  return byLetter(work, input, async (acting, own) => {
    const { opened, terms, registration } = own;
    let place: string | null = null;
    if (registration.state === 'unconfirmed') {
      const full = isFull(terms, await countTaken(acting.tx, opened.scope.editionId), registration);
      const like = (await likenesses(acting.tx, opened.scope.editionId, [registration.id])).get(registration.id) ?? [];
      if (!full && terms.approval === 'automatic' && like.length === 0) {
        const accepted = await accept(acting, opened, registration, { joinTo: null, origin: posting.origin });
        if (!accepted.ok) return accepted;
        place = accepted.value;
      } else
        await writeStep(acting.tx, opened.scope, {
          ...{ id: registration.id, state: full ? 'waiting' : 'asked', stateBefore: null, now: work.now },
          ...{ participantId: null, isJoined: false, mailId: null },
        });
    }
    await audited(acting, own, { useCase: 'confirm-registration', fields: ['state'] });
    return shown(acting, own, registration.id, place);
  });
}

/** The registration ends, its participant withdraws, the person is taken out, and whoever waits moves up. */
async function withdraw(
  acting: Work,
  own: Own,
  useCase: 'withdraw-registration' | 'withdraw-consent',
  posting: Posting,
): Promise<Result<Answer<'withdrawRegistration'>>> {
  const { opened, terms, registration } = own;
  const { id, participantId, isJoined } = registration;
  let filled: readonly string[] = [];
  if (registration.state !== 'withdrawn') {
    await leave(acting, opened, registration);
    const step = { id, state: 'withdrawn', stateBefore: null, participantId, isJoined, mailId: null, now: acting.now } as const;
    await writeStep(acting.tx, opened.scope, step);
    await writeConsentWithdrawn(acting.tx, opened.scope, { id, key: null, now: acting.now });
    await stripPerson(acting.tx, opened.scope, id);
    const done = await fillPlaces(acting, opened, terms, posting);
    if (!done.ok) return done;
    filled = done.value;
  }
  await audited(acting, own, { useCase, fields: ['state', 'consents'], also: filled });
  return shown(acting, own, id, null);
}

export const withdrawRegistration = (
  work: Work,
  input: Asked<'withdrawRegistration'>,
  posting: Posting,
): Promise<Result<Answer<'withdrawRegistration'>>> =>
  byLetter(work, input, (acting, own) => withdraw(acting, own, 'withdraw-registration', posting));

/** Withdraws one consent; what is needed takes the registration with it, the public list is left at once. Refuses `expos.consent_unknown`. */
export function withdrawConsent(work: Work, input: Asked<'withdrawConsent'>, posting: Posting): Promise<Result<Answer<'withdrawConsent'>>> {
  return byLetter(work, input, async (acting, own) => {
    const { opened, registration } = own;
    const consent = registration.consents.find(({ key }) => key === input.key);
    if (consent === undefined) return notFound('expos.consent_unknown');
    if (consent.needed) return withdraw(acting, own, 'withdraw-consent', posting);
    await writeConsentWithdrawn(acting.tx, opened.scope, { id: registration.id, key: input.key, now: work.now });
    const { participantId, isJoined } = registration;
    if (input.key === publicListKey && participantId !== null && !isJoined) {
      const facts = await findParticipantRecord(acting.tx, opened.scope.editionId, participantId);
      if (facts !== null) {
        await updateParticipantFacts(acting.tx, opened.scope, { id: participantId, facts: { ...facts, listed: false }, now: work.now });
        await settleAudience(acting, opened.scope);
      }
    }
    await audited(acting, own, { useCase: 'withdraw-consent', fields: ['consents'] });
    return shown(acting, own, registration.id, null);
  });
}
