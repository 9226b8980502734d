// Cards: how people of a participant are reached, which is theirs to share, meeting by meeting.
import { z } from 'zod';
import { id, linked } from '#kernel/procedure.ts';
import { contact } from '#modules/expos/contract/roster.ts';
import { cardWays } from '../domain/agenda/card.ts';
import { instant, onParticipant, participantRef } from './shapes.ts';

const tags = ['meetings: agendas'];
const path = '/editions/{editionId}/participants/{participantId}/cards';
const key = z.string().regex(/^[0-9a-f]{16}$/);

const given = z.object({
  id,
  meetingId: id,
  /** The other side of the meeting. */
  with: participantRef,
  way: z.enum(cardWays),
  people: z.array(contact),
  givenAt: instant,
});

export const cards = {
  listCards: linked
    .route({ method: 'GET', path, summary: 'Cards that a participant can share, has shared and was given', tags })
    .input(onParticipant)
    .output(
      z.object({
        /** Contacts that have a name or a way to reach them; `key` names one for as long as it says the same. */
        own: z.array(contact.extend({ key })),
        given: z.array(given),
        received: z.array(given.omit({ way: true })),
      }),
    ),
  /** `sent`: the other side of the meeting reads it in its agenda; `shown`: it was read as a code off a screen, and is only noted. */
  giveCard: linked
    .route({ method: 'POST', path, successStatus: 201, summary: 'Share a card with the other side of a meeting', tags })
    .input(onParticipant.extend({ meetingId: id, way: z.enum(cardWays), keys: z.array(key).min(1).max(20) }))
    .output(given),
  /** What the other side has saved stays with it. */
  withdrawCard: linked
    .route({ method: 'POST', path: `${path}/{cardId}/withdraw`, summary: 'Take a shared card back: it is read no more', tags })
    .input(onParticipant.extend({ cardId: id }))
    .output(z.object({ id })),
};
