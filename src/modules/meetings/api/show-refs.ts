// How participants, slots, places and meetings look to those who call the API.
import type { Counterpart } from '../domain/agenda/agenda.ts';
import { wishOf, type EditionFacts, type EditionPlace, type EditionSlot, type Meeting } from '../domain/edition-facts.ts';
import { instantText } from '../domain/agenda/venue-clock.ts';

export const participantRef = ({ id, code, name, country, role }: Counterpart) => ({ id, code, name, country, role });

export const slotRef = ({ id, number, start, end, session }: EditionSlot) => ({
  id,
  number,
  startsAt: instantText(start),
  endsAt: instantText(end),
  session,
});

export const placeRef = ({ id, code, kind, hall }: Pick<EditionPlace, 'id' | 'code' | 'kind' | 'hall'>) => ({
  id,
  code,
  kind,
  hall: hall === '' ? null : hall,
});

export const editionRef = ({ id, name, timeZone }: Pick<EditionFacts, 'id' | 'name' | 'timeZone'>) => ({ id, name, timeZone });

/** Somebody whom the reader may not know any more. */
export const unknownParticipant = (id: string): Counterpart => ({
  id,
  code: '?',
  name: { en: { text: '?', origin: 'human' } },
  country: null,
  role: 'exhibitor',
});

/** Shows meetings of an edition; looks participants up once. */
export function meetingShower(edition: Pick<EditionFacts, 'participants'>) {
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  return ({ id, number, a, b, wishOfA, wishOfB }: Meeting) => ({
    id,
    number,
    a: participantRef(who.get(a) ?? unknownParticipant(a)),
    b: participantRef(who.get(b) ?? unknownParticipant(b)),
    wish: wishOf({ wishOfA, wishOfB }),
    wishOfA,
    wishOfB,
  });
}
