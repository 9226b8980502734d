// Screens in the halls: what they show, and the links that open them where nobody is signed in.
import { z } from 'zod';
import { id, linked, multilingual, signedIn } from '#kernel/procedure.ts';
import { queueState } from './queue.ts';
import { code, count, editionRef, inEdition, instant, placeRef } from './shapes.ts';

const tags = ['meetings: screens in the hall'];

/** calls: numbers that the live queue calls; schedule: what begins next, and what was changed. */
const shows = z.enum(['calls', 'schedule']);
/** Of a meeting's two sides: their numbers alone, or the companies' names as well. */
const namesShown = z.enum(['numbers', 'companies']);
/** By name, as places have it; empty: all halls. */
const hall = z.string().trim().max(100);
const theme = z.enum(['dark', 'light']);
const settings = z.object({ name: z.string().trim().min(1).max(80), shows, names: namesShown, hall, theme });

/** `name` is null where the screen shows numbers alone. */
const party = z.object({ code, name: multilingual().nullable() });
const spot = z.object({ startsAt: instant, place: code });
const wall = z.object({
  edition: editionRef,
  at: instant,
  shows,
  hall,
  calls: z
    .object({
      state: queueState.nullable(),
      calls: z.array(z.object({ talkId: id, number: code, place: placeRef, calledAt: instant, last: z.boolean() })),
      soon: z.array(code),
    })
    .nullable(),
  schedule: z
    .object({
      released: z.boolean(),
      begins: z.array(z.object({ meetingId: id, startsAt: instant, place: placeRef, parties: z.array(party) })),
      /** More that begin as soon and are not listed. */
      moreBegin: count,
      changes: z.array(
        z.object({
          meetingId: id,
          kind: z.enum(['added', 'removed', 'moved', 'place']),
          parties: z.array(party),
          before: spot.nullable(),
          after: spot.nullable(),
        }),
      ),
      moreChanged: count,
    })
    .nullable(),
});
const screen = settings.extend({
  id,
  madeAt: instant,
  expiresAt: instant,
  state: z.enum(['unopened', 'showing', 'silent', 'expired']),
  /** When it last asked what to show. */
  seenAt: instant.nullable(),
});
const screensPath = '/editions/{editionId}/screens';
const onScreen = inEdition.extend({ screenId: id });
const listed = z.object({ edition: editionRef, halls: z.array(z.string()), entries: z.array(screen) });

export const screens = {
  getWall: signedIn
    .route({
      method: 'GET',
      path: '/editions/{editionId}/wall',
      summary: 'What a screen in the hall would show, for its organiser: numbers that are called, or what begins next',
      tags,
    })
    .input(inEdition.extend({ shows: shows.default('calls'), names: namesShown.default('numbers'), hall: hall.default('') }))
    .output(wall),
  listScreens: signedIn
    .route({ method: 'GET', path: screensPath, summary: 'Screens in the halls of an edition, and when each was last seen', tags })
    .input(inEdition)
    .output(listed),
  createScreen: signedIn
    .meta({ access: 'signed-in', secret: true })
    .route({ method: 'POST', path: screensPath, successStatus: 201, summary: 'Make a link that opens a screen in the hall', tags })
    .input(inEdition.extend(settings.shape))
    .output(z.object({ id, address: z.string(), until: instant })),
  setScreen: signedIn
    .route({ method: 'POST', path: `${screensPath}/{screenId}`, summary: 'Set what a screen shows; it follows within seconds', tags })
    .input(onScreen.extend(settings.shape))
    .output(listed),
  endScreen: signedIn
    .route({ method: 'POST', path: `${screensPath}/{screenId}/end`, summary: 'End a screen: its link opens nothing more', tags })
    .input(onScreen)
    .output(listed),
  getScreen: linked
    .route({ method: 'GET', path: '/screen', summary: 'What the screen shows whose link the caller holds', tags })
    .input(z.object({}))
    .output(wall.extend({ theme })),
};
