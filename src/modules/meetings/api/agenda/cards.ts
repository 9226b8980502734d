// Sharing a card with the other side of a meeting: a step of its own, logged, and taken back.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { readAs } from '#kernel/written-language.ts';
import type { Holder } from '#modules/accounts/api/own-data.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { ContactPerson } from '#modules/expos/domain/roster.ts';
import { hashOf } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { cardLetter } from '../../domain/agenda/letters.ts';
import { mayAskWhoIsFree, mayBookFor, mayOrganise } from '../../policy.ts';
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
import { openParticipant, type OpenedParticipant } from '../open-edition.ts';
import { participantRef } from '../show-refs.ts';
import { tellOffices } from './tell-participants.ts';

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
): Promise<Result<OpenedParticipant>> {
  const opened = await openParticipant(work, editionId, participantId, role);
  return opened.ok && opened.value.scope.side === 'organiser' ? refuse(ofSide) : opened;
}

export async function listCards(work: Work, input: Asked<'listCards'>): Promise<Result<Answer<'listCards'>>> {
  const opened = await openSide(work, input, 'viewer');
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const own = await loadOwnContacts(work.tx, input.editionId, input.participantId);
  const rows = await actingFor(work, mayAskWhoIsFree(scope), ({ tx }) => loadCards(tx, input.editionId, input.participantId));
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

/** Writes to the other side that there is a card for it; to who acts for both, nothing. */
async function tellOfCard(
  acting: Work,
  { edition, scope }: OpenedParticipant,
  offices: readonly OfficeId[],
  origin: string,
): Promise<void> {
  const organiser = mayOrganise(acting.actor, edition);
  if (!organiser.ok) return;
  await tellOffices(acting, organiser.value, {
    ...{ edition, origin, offices: offices.filter((office) => !scope.offices.includes(office)) },
    letterOf: (language, address) => cardLetter(language, { edition: readAs(edition.name, language), address }),
  });
}

/** A letter tells the other side of a first card; one that takes its place is told in their agenda alone. Refuses a meeting that this side does not have (`meetings.meeting_not_scheduled`) and contacts that say something else by now (`meetings.card_changed`). */
export async function giveCard(work: Work, input: Asked<'giveCard'>, origin: string): Promise<Result<Answer<'giveCard'>>> {
  const opened = await openSide(work, input, 'editor');
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const { editionId, participantId, meetingId, way } = input;
  const own = await loadOwnContacts(work.tx, editionId, participantId);
  const people = own.filter((person) => input.keys.includes(keyOf(person)));
  if (people.length < new Set(input.keys).size) return refuse({ kind: 'conflict', code: 'meetings.card_changed' });
  const card = { id: work.newId<'Card'>(), meetingId, way, people, at: work.now };
  const other = await actingFor(work, mayBookFor(scope), async (acting) => {
    const found = await counterpartIn(acting.tx, editionId, participantId, meetingId);
    if (found === null) return null;
    const stood = await insertCard(acting.tx, scope, { ...card, to: found.counterpart.id });
    if (way === 'sent' && !stood) await tellOfCard(acting, opened.value, found.offices, origin);
    return found.counterpart;
  });
  if (other === null) return notFound('meetings.meeting_not_scheduled');
  await audit(work, { useCase: 'give-card', office: scope.office, subjects: [participantId, meetingId, card.id], fields: ['card'] });
  const kept = { ...card, fromParticipant: participantId, with: other, people: way === 'sent' ? people : [], givenAt: work.now.getTime() };
  return ok(shown(kept));
}

/** Taking back what is back already changes nothing. */
export async function withdrawCard(work: Work, input: Asked<'withdrawCard'>): Promise<Result<Answer<'withdrawCard'>>> {
  const opened = await openSide(work, input, 'editor');
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const { participantId, cardId: id } = input;
  const meetingId = await actingFor(work, mayBookFor(scope), ({ tx }) => withdrawCardRow(tx, scope, id, work.now));
  if (meetingId === null) return notFound('meetings.card_unknown');
  await audit(work, { useCase: 'withdraw-card', office: scope.office, subjects: [participantId, meetingId, id], fields: ['card'] });
  return ok({ id });
}

/** Shows a person the cards on which they stand, and leaves them off when they are erased. */
export const cardsOfPeople: Holder = { name: 'cards', show: loadOwnCards, forget: forgetOwnCards };
