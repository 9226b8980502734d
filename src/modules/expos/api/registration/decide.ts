// The organiser's list of registrations, and what is decided of each.
import { cutPage, byId, readCursor } from '#kernel/pages.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Registration } from '../../contract/registration.ts';
import { isFull, type Likeness } from '../../domain/registration.ts';
import {
  countTaken,
  findRegistration,
  likenesses,
  listRegistrationRecords,
  writeStep,
  type RegistrationRecord,
} from '../../store/registrations.ts';
import { instantText } from '../instant.ts';
import type { Posting } from '../letters/post-letters.ts';
import { current, openForChange, openForPreview, type OpenEdition } from '../edition/open-edition.ts';
import { shownMarket } from '../topics.ts';
import { accept, fillPlaces, leave, registrationLetter, writeToRegistrant } from './accept.ts';
import { termsOf } from './terms.ts';

const textOf = (at: Date | null): string | null => (at === null ? null : instantText(at));

function shown(record: RegistrationRecord, like: readonly Likeness[]): Registration {
  const { id, version, state, stateBefore, role, name, country, city, groupId, contact, languages, offer, need, standWish } = record;
  const { registeredAt, confirmedAt, decidedAt, position, participantId, code, isJoined, consents, fault } = record;
  return {
    ...{ fault, id, version, state, role, country, city, groupId, standWish, position, participantId, code, isJoined },
    ...{ name: { ...name }, offer: offer === null ? null : { ...offer }, need: need === null ? null : { ...need } },
    ...{ ...shownMarket(record), languages: [...languages] },
    contact: contact === null ? null : { ...contact, languages: [...contact.languages] },
    ...{ registeredAt: instantText(registeredAt), confirmedAt: textOf(confirmedAt), decidedAt: textOf(decidedAt) },
    canUndo: stateBefore !== null,
    consents: consents.map((consent) => ({ ...consent })),
    like: like.map(({ participantId: participant, registrationId, code: known, name: called, by }) => ({
      ...{ participantId: participant, registrationId, code: known, name: { ...called }, by },
    })),
  };
}

/** For the organiser's editors, in the order in which they were confirmed, each with who may be the same company. */
export async function listRegistrations(work: Work, input: Asked<'listRegistrations'>): Promise<Result<Answer<'listRegistrations'>>> {
  const after = readCursor<'Registration'>(input.cursor);
  if (!after.ok) return after;
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const { editionId } = opened.value.scope;
  const { state = null, q = '', limit } = input;
  const page = cutPage(await listRegistrationRecords(work.tx, { editionId, state, q, after: after.value, limit }), limit, byId);
  const open = page.entries.filter((one) => one.state === 'asked' || one.state === 'waiting' || one.state === 'unconfirmed');
  const like = await likenesses(
    work.tx,
    editionId,
    open.map(({ id }) => id),
  );
  return ok({ ...page, entries: page.entries.map((one) => shown(one, like.get(one.id) ?? [])) });
}

type Decision = Asked<'decideRegistration'>['decision'];

/** From which states each decision leads on. */
const possible: Readonly<Record<Exclude<Decision, 'undo'>, readonly RegistrationRecord['state'][]>> = {
  accept: ['asked', 'waiting', 'declined'],
  wait: ['asked', 'declined'],
  decline: ['asked', 'waiting'],
};

interface Deciding {
  readonly opened: OpenEdition;
  readonly registration: RegistrationRecord;
  readonly posting: Posting;
}

/** Back to what it was before the last decision; true where the letter about it had left already. */
async function undo(work: Work, { opened, registration }: Deciding): Promise<Result<boolean>> {
  const { id, stateBefore, participantId, isJoined } = registration;
  if (stateBefore === null || registration.state === 'withdrawn') return refuse({ kind: 'conflict', code: 'expos.registration_no_undo' });
  const left = await leave(work, opened, registration);
  const kept = isJoined ? { participantId: null, isJoined: false } : { participantId, isJoined };
  await writeStep(work.tx, opened.scope, { id, state: stateBefore, stateBefore: null, ...kept, mailId: null, now: work.now });
  return ok(left);
}

/** Does what was decided; whether a letter goes out, or had gone. */
async function decide(work: Work, deciding: Deciding, input: Asked<'decideRegistration'>): Promise<Result<boolean>> {
  const { opened, registration, posting } = deciding;
  const { decision, joinTo } = input;
  const { id, state, participantId, isJoined } = registration;
  if (decision === 'undo') return undo(work, deciding);
  if (!possible[decision].includes(state)) return refuse({ kind: 'conflict', code: 'expos.registration_decided' });
  if (decision === 'accept') {
    const terms = await termsOf(work, opened.record);
    if (joinTo === null && isFull(terms, await countTaken(work.tx, opened.scope.editionId), registration))
      return refuse({ kind: 'conflict', code: 'expos.registration_full' });
    const done = await accept(work, opened, registration, { joinTo, origin: posting.origin });
    return done.ok ? ok(done.value !== null) : done;
  }
  const letterOf =
    decision === 'decline' ? await registrationLetter(work, opened.record, { kind: 'declined', name: registration.name }) : null;
  const mailId = letterOf === null ? null : await writeToRegistrant(work, registration, letterOf, '');
  const stateBefore = state === 'waiting' || state === 'declined' ? state : 'asked';
  const next = decision === 'decline' ? 'declined' : 'waiting';
  await writeStep(work.tx, opened.scope, { id, state: next, stateBefore, participantId, isJoined, mailId, now: work.now });
  return ok(mailId !== null);
}

/**
 * Decides one registration, or takes the last decision back; a place that becomes free goes to whoever waits, where nobody decides by hand.
 * Refuses `expos.registration_decided`, `expos.registration_full`, `expos.registration_no_undo`.
 */
export async function decideRegistration(
  work: Work,
  input: Asked<'decideRegistration'>,
  posting: Posting,
): Promise<Result<Answer<'decideRegistration'>>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, record } = opened.value;
  const registration = await findRegistration(work.tx, scope.editionId, input.registrationId);
  if (registration === null) return notFound('expos.registration_unknown');
  const fresh = current(work, registration);
  if (!fresh.ok) return fresh;
  const told = await decide(work, { opened: opened.value, registration, posting }, input);
  if (!told.ok) return told;
  // Whoever was just put back there does not take the place that this freed.
  const filled = input.decision === 'undo' ? ok([]) : await fillPlaces(work, opened.value, await termsOf(work, record), posting);
  if (!filled.ok) return filled;
  const subjects = [scope.editionId, registration.id, ...filled.value];
  await audit(work, { useCase: 'decide-registration', office: scope.office, subjects, fields: ['state'] });
  const after = await findRegistration(work.tx, scope.editionId, registration.id);
  if (after === null) return notFound('expos.registration_unknown');
  const like = (await likenesses(work.tx, scope.editionId, [after.id])).get(after.id) ?? [];
  return ok({ registration: shown(after, like), told: told.value });
}
