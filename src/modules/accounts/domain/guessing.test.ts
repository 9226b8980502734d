import { expect, test } from 'vitest';
import { triesFromOnePlace, triesFromUnknownPlaces, waitFor, type Place } from './guessing.ts';

/** Counts within one window. */
function counter() {
  const counted = new Map<string, number>();
  return (key: string, most: number): Promise<number> => {
    const before = counted.get(key) ?? 0;
    if (before < most) counted.set(key, before + 1);
    return Promise.resolve(before < most ? 0 : 60);
  };
}

const password = { what: 'password', on: 'a@example.org' } as const;
const network = (n: number): Place => ({ from: `network ${n}`, known: false });
const device: Place = { from: 'device', known: true };

async function evaluated(tries: number, place: (n: number) => Place, count = counter()): Promise<number> {
  let done = 0;
  for (let n = 0; n < tries; n++) if ((await waitFor(password, place(n), count)) === 0) done += 1;
  return done;
}

test('a thousand tries from one place are evaluated ten times', async () => {
  expect(await evaluated(1000, () => network(1))).toBe(triesFromOnePlace);
  expect(await evaluated(1000, () => device)).toBe(triesFromOnePlace);
});

test('from a hundred places a hundred are, and one more each', async () => {
  expect(await evaluated(10_000, (n) => network(n % 100))).toBe(triesFromUnknownPlaces + 100);
});

test('whoever comes from elsewhere, or with a device that signed in before, is not kept out by it', async () => {
  const count = counter();
  await evaluated(10_000, (n) => network(n % 100), count);
  expect(await waitFor(password, network(1000), count)).toBe(0);
  expect(await evaluated(20, () => device, count)).toBe(triesFromOnePlace);
  expect(await waitFor({ ...password, on: 'b@example.org' }, network(1), count)).toBe(0);
  expect(await waitFor({ ...password, what: 'letter' }, network(1), count)).toBe(0);
});
