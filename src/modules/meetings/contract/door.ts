// The door of an edition: who has come, by the code on their badge, their number or their name.
import { z } from 'zod';
import { id, multilingual, signedIn } from '#kernel/procedure.ts';
import { tellings, told } from './queue.ts';
import { code, editionRef, inEdition, instant, participantRef, personRef, placeRef } from './shapes.ts';

const tags = ['meetings: check-in'];

/** What has happened at the door; `takeBack` undoes what was told under that name. */
const atDoor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arrived'), participantId: id }),
  z.object({ kind: z.literal('left'), participantId: id }),
  z.object({ kind: z.literal('takeBack'), of: id }),
]);

const expected = participantRef.extend({
  /** How their names sound, to be found by. */
  sound: z.string(),
  groupId: id.nullable(),
  /** Of their own stand, and of today's meetings. */
  halls: z.array(z.string()),
  people: z.array(personRef),
  /** Of today, in order of time. */
  meetings: z.array(z.object({ startsAt: instant, endsAt: instant, place: placeRef })),
});

const stewards = z.object({
  /** Of the edition. */
  halls: z.array(z.string()),
  entries: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      /** Editors and owners check people in without being stewards. */
      mayAnyhow: z.boolean(),
      isSteward: z.boolean(),
      /** Empty: all. */
      halls: z.array(z.string()),
    }),
  ),
});

export const door = {
  getDoor: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/door',
      summary: 'Who is expected at the door, with their meetings of today',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        edition: editionRef,
        day: z.iso.date(),
        mayTell: z.boolean(),
        /** The actor's own halls as a steward; empty: all. */
        ownHalls: z.array(z.string()),
        groups: z.array(z.object({ id, code, name: multilingual() })),
        participants: z.array(expected),
        /** Known by their badge; nobody checks them in. */
        interpreters: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  listCheckIns: signedIn
    .route({ method: 'GET', path: '/editions/{editionId}/check-ins', summary: 'Who has come and gone today, and since when', tags })
    .input(inEdition)
    .output(
      z.object({
        at: instant,
        entries: z.array(
          z.object({
            participantId: id,
            state: z.enum(['here', 'left']),
            since: instant,
            /** What says so, and can be taken back. */ told: z.array(id),
          }),
        ),
        inside: z
          .array(id)
          .describe('Those who were not checked in, or were, and report today that the other side of a meeting is missing'),
      }),
    ),
  listStewards: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/stewards',
      summary: 'Members of the organiser’s office, and who of them keeps the door',
      tags,
    })
    .input(inEdition)
    .output(stewards),
  setSteward: signedIn
    .route({ method: 'POST', path: '/editions/{editionId}/stewards', summary: 'Let a member keep the door, in some halls or all', tags })
    .input(inEdition.extend({ accountId: id, halls: z.array(z.string().min(1).max(100)).max(50) }))
    .output(stewards),
  removeSteward: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/stewards/{accountId}/remove',
      summary: 'Let a member keep the door no longer',
      tags,
    })
    .input(inEdition.extend({ accountId: id }))
    .output(stewards),
  tellDoor: signedIn
    .route({
      method: 'POST',
      path: '/editions/{editionId}/check-ins',
      summary: 'Say who came to the door or left it, or take that back',
      tags,
    })
    .input(inEdition.extend({ happenings: z.array(told(atDoor)).min(1).max(500) }))
    .output(tellings),
};
