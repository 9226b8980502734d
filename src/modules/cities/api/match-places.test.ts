import { expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { matchPlaces, type EndToMatch } from './match-places.ts';

const end = (name: string, countryWritten: string | null, more: Partial<EndToMatch> = {}): EndToMatch => ({
  key: `${name}|${countryWritten ?? ''}`,
  name,
  countryWritten,
  latitude: null,
  longitude: null,
  ...more,
});

const numbersOf = async (...ends: readonly EndToMatch[]): Promise<readonly (number | null)[]> =>
  valueOf(await matchPlaces({ ends })).ends.map(({ geonamesId }) => geonamesId);

test('the Liverpools are three', async () => {
  expect(await numbersOf(end('Liverpool', 'GB'), end('Liverpool', 'Australia'))).toEqual([2644210, 2159851]);
});

test('refuses more ends than one question may hold', async () => {
  const refused = await matchPlaces({ ends: Array.from({ length: 50_001 }, (_, at) => end(String(at), null)) });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'kernel.too_many_entries', params: { max: 50_000 } } });
});
