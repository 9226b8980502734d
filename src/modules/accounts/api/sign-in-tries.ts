// How often somebody has tried to sign in, and from where: kept in the database, told apart by network and by devices that have signed in.
import { createHmac, randomUUID } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { Database } from '#platform/postgres/database.ts';
import { placeKey, triesFromOnePlace, waitFor, type Place, type Tried } from '../domain/guessing.ts';
import { countTry, forgetTries, lookAtTries } from '../store/tries.ts';

/** Tells a device that has signed in before, for a year; it opens nothing. */
const deviceCookie = 'hansa.device';

/** A text signed by the server (HMAC). */
export const signature = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('base64');

interface Parts {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
  readonly now: () => number;
}

export function createTries({ database, origin, secret, now }: Parts) {
  const pool = database.authPool;
  const keyOf = (key: string): string => signature(`tries ${key}`, secret);
  const markOf = (address: string, device: string): string => `${device}.${signature(`device ${device} ${address}`, secret)}`;
  return {
    /** Counts a try; the whole seconds that it must wait, 0 where it need not. */
    wait: async (tried: Tried, place: Place): Promise<number> =>
      Math.ceil(await waitFor(tried, place, (key, most) => countTry(pool, keyOf(key), now(), most))),
    /** The same where only what fails is counted, afterwards: whole seconds that the next try from this place must wait. */
    waitAfterFailures: async (tried: Tried, place: Place): Promise<number> =>
      Math.ceil(await lookAtTries(pool, keyOf(placeKey(tried, place)), now(), triesFromOnePlace)),
    fail: async (tried: Tried, place: Place): Promise<void> =>
      void (await countTry(pool, keyOf(placeKey(tried, place)), now(), triesFromOnePlace)),
    forget: (tried: Tried, place: Place): Promise<void> => forgetTries(pool, keyOf(placeKey(tried, place))),
    placeOf: ({ headers }: Request, address: string, network: string): Place => {
      const given = parse(headers.get('cookie') ?? '', deviceCookie)[deviceCookie] ?? '';
      const [device = ''] = given.split('.');
      return device !== '' && given === markOf(address, device) ? { from: device, known: true } : { from: network, known: false };
    },
    /** The cookie of a device that has just signed in to the address. */
    mark: (address: string): string =>
      serialize(deviceCookie, markOf(address, randomUUID()), {
        path: '/',
        httpOnly: true,
        secure: origin.startsWith('https:'),
        sameSite: 'Lax',
        maxAge: 365 * 86_400,
      }),
  };
}
