// An interpreter's day and its calendar addresses, for the interpreter and the organiser.
import { z } from 'zod';
import { id, linked, multilingual } from '#kernel/procedure.ts';
import { calendarAddress } from './agendas.ts';
import { count, editionRef, inEdition, instant, participantRef, placeRef, releaseRef } from './shapes.ts';

const tags = ['meetings: interpreters'];
const feed = calendarAddress.extend({ interpreterId: id });
const onInterpreter = inEdition.extend({ interpreterId: id });

/** A meeting that is interpreted; the exhibitor stands before the buyer. */
const interpreted = z.object({
  meetingId: id,
  number: z.number().int(),
  slotId: id,
  startsAt: instant,
  endsAt: instant,
  /** Start before the last release, where it differs. */
  movedFrom: instant.nullable(),
  /** When the two met in the live queue, where that was before this time. */
  metAt: instant.nullable(),
  place: placeRef,
  parties: z.array(participantRef),
  /** BCP-47 tags of the two sides, as far as they are known. */
  languages: z.array(z.string()),
  sequence: count,
});

const interpreterAgenda = z.object({
  edition: editionRef.extend({ venue: multilingual() }),
  side: z.enum(['own', 'organiser']),
  interpreter: z.object({ id, name: z.string(), languages: z.array(z.string()) }),
  release: releaseRef.nullable(),
  entries: z.array(interpreted),
  cancelled: z.array(interpreted),
  /** `title`: of the item of the programme that they interpret then; null where they are away. */
  away: z.array(z.object({ startsAt: instant, endsAt: instant, itemId: id.nullable(), title: z.string().nullable() })),
  /** Minutes at most that they interpret without a rest, and how many were agreed; null: nothing was. */
  stretchMinutes: count,
  longestMinutes: count.nullable(),
  /** Their part of the live queue of the day; null where none is open, or it does not know them. */
  queue: z
    .object({
      ...{ opensAt: instant, closesAt: instant },
      state: z.enum(['free', 'working', 'expected', 'gone']),
      ...{ from: instant.nullable(), until: instant.nullable() },
      /** Whom they are called to, once the call is shown, or interpret for. */
      talk: z
        .object({ seated: participantRef, rotating: participantRef, place: placeRef, goesOutAt: instant, begunAt: instant.nullable() })
        .nullable(),
    })
    .nullable(),
});

export const interpreting = {
  getInterpreterAgenda: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/interpreters/{interpreterId}/agenda',
      summary: 'The day of one interpreter',
      tags,
    })
    .input(onInterpreter)
    .output(interpreterAgenda),
  listInterpreterFeeds: linked
    .route({
      method: 'GET',
      path: '/editions/{editionId}/interpreters/{interpreterId}/feeds',
      summary: 'Calendar addresses of an interpreter’s day',
      tags,
    })
    .input(onInterpreter)
    .output(z.object({ entries: z.array(feed) })),
  createInterpreterFeed: linked
    .meta({ access: 'signed-in', secret: true })
    .route({
      method: 'POST',
      path: '/editions/{editionId}/interpreters/{interpreterId}/feeds',
      successStatus: 201,
      summary: 'Create a calendar address of an interpreter’s day; it is shown once',
      tags,
    })
    .input(onInterpreter)
    .output(feed.extend({ path: z.string() })),
  revokeInterpreterFeed: linked
    .route({
      method: 'DELETE',
      path: '/editions/{editionId}/interpreters/{interpreterId}/feeds/{feedId}',
      summary: 'Revoke a calendar address of an interpreter’s day',
      tags,
    })
    .input(onInterpreter.extend({ feedId: id }))
    .output(feed),
};
