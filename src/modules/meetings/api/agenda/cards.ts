// Sharing a card with the other side of a meeting: a step of its own, logged, and taken back.
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { ContactPerson } from '#modules/expos/domain/roster.ts';
import { hashOf } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { mayAskWhoIsFree, mayBookFor } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import {
  counterpartIn,
  forgetOwnCards,
  insertCard,
  loadCards,
  loadOwnCards,
  loadOwnContacts,
  withdrawCardRow,
  type CardRow,
} from '../../store/cards.ts';
import { openParticipant } from '../open-edition.ts';
import { participantRef } from '../show-refs.ts';

const ofSide: Refusal = { kind: 'forbidden', code: 'meetings.card_of_side' };

/** Names a contact for as long as it says the same: whoever chose it means these very words. */
const keyOf = (person: ContactPerson): string => hashOf(JSON.stringify(person)).slice(0, 16);

const shownPerson = (person: ContactPerson) => ({ ...person, languages: [...person.languages] });

const shown = ({ id, meetingId, with: other, way, people, givenAt }: CardRow): Answer<'giveCard'> => ({
  ...{ id, meetingId, with: participantRef(other), way },
  people: people.map(shownPerson),
  givenAt: instantText(givenAt),
});

/** The participant for its own side: the organiser neither shares a company's card nor reads whose it was given. */
async function openSide(
  work: Work,
  { editionId, participantId }: Asked<'listCards'>,
  role: 'viewer' | 'editor',
): Promise<Result<ParticipantScope>> {
  const opened = await openParticipant(work, editionId, participantId, role);
  if (!opened.ok) return opened;
  return opened.value.scope.side === 'organiser' ? refuse(ofSide) : ok(opened.value.scope);
}

export async function listCards(work: Work, input: Asked<'listCards'>): Promise<Result<Answer<'listCards'>>> {
  const scope = await openSide(work, input, 'viewer');
  if (!scope.ok) return scope;
  const own = await loadOwnContacts(work.tx, input.editionId, input.participantId);
  const rows = await actingFor(work, mayAskWhoIsFree(scope.value), ({ tx }) => loadCards(tx, input.editionId, input.participantId));
  const isOwn = ({ fromParticipant }: CardRow): boolean => fromParticipant === input.participantId;
  return ok({
    own: own.map((person) => ({ ...shownPerson(person), key: keyOf(person) })),
    given: rows.filter(isOwn).map(shown),
    received: rows
      .filter((row) => !isOwn(row))
      .map((row) => {
        const { way: _, ...card } = shown(row);
        return card;
      }),
  });
}

/** Refuses a meeting that this side does not have (`meetings.meeting_not_scheduled`) and contacts that say something else by now (`meetings.card_changed`). */
export async function giveCard(work: Work, input: Asked<'giveCard'>): Promise<Result<Answer<'giveCard'>>> {
  const scope = await openSide(work, input, 'editor');
  if (!scope.ok) return scope;
  const { editionId, participantId, meetingId, way } = input;
  const own = await loadOwnContacts(work.tx, editionId, participantId);
  const people = own.filter((person) => input.keys.includes(keyOf(person)));
  if (people.length < new Set(input.keys).size) return refuse({ kind: 'conflict', code: 'meetings.card_changed' });
  const card = { id: work.newId<'Card'>(), meetingId, way, people, at: work.now };
  const other = await actingFor(work, mayBookFor(scope.value), async ({ tx }) => {
    const found = await counterpartIn(tx, editionId, participantId, meetingId);
    if (found !== null) await insertCard(tx, scope.value, { ...card, to: found.id });
    return found;
  });
  if (other === null) return notFound('meetings.meeting_not_scheduled');
  await audit(work, { useCase: 'give-card', office: scope.value.office, subjects: [participantId, meetingId, card.id], fields: ['card'] });
  const kept = { ...card, fromParticipant: participantId, with: other, people: way === 'sent' ? people : [], givenAt: work.now.getTime() };
  return ok(shown(kept));
}

/** Taking back what is back already changes nothing. */
export async function withdrawCard(work: Work, input: Asked<'withdrawCard'>): Promise<Result<Answer<'withdrawCard'>>> {
  const scope = await openSide(work, input, 'editor');
  if (!scope.ok) return scope;
  const { participantId, cardId: id } = input;
  const meetingId = await actingFor(work, mayBookFor(scope.value), ({ tx }) => withdrawCardRow(tx, scope.value, id, work.now));
  if (meetingId === null) return notFound('meetings.card_unknown');
  await audit(work, { useCase: 'withdraw-card', office: scope.value.office, subjects: [participantId, meetingId, id], fields: ['card'] });
  return ok({ id });
}

/** Shows a person the cards on which they stand, and leaves them off when they are erased. */
export const cardsOfPeople: Holder = { name: 'cards', show: loadOwnCards, forget: forgetOwnCards };
