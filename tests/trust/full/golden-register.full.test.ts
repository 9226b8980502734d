// The golden cases of the register, on what the demo's sources really say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRegister } from '#app/demo/load-register.ts';
import { openTestApp, type TestApp } from '../../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  const people = {
    liverpool: await app.db.foundOffice({ kind: 'city' }),
    shanghai: await app.db.foundOffice({ kind: 'city' }),
    register: await app.db.foundOffice({ kind: 'register' }),
  };
  await loadRegister({ database: app.db.database, people, print: () => undefined, origin: 'http://127.0.0.1:4000', today: '2026-11-26' });
});
afterAll(() => app.close());

const read = async <T>(path: string): Promise<T> => {
  const { status, body } = await app.ask('GET', `/api/v1${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body as T;
};

interface Listed {
  readonly entries: readonly {
    readonly slug: string;
    readonly doubts: { readonly sources: number; readonly dates: number; readonly differing: boolean };
  }[];
}

test('six of Shanghai’s ties are told apart by their sources’ dates, San Francisco’s among them, and each tells how many', async () => {
  const { entries } = await read<Listed>('/ties?city=shanghai-cn&only=differing&limit=100');
  const dated = entries.filter(({ doubts }) => doubts.dates > 1);
  expect(dated.map(({ slug }) => slug.split('--').find((city) => city !== 'shanghai-cn')).toSorted()).toEqual([
    'alexandria-eg',
    'haifa-il',
    'hamburg-de',
    'milan-it',
    'san-francisco-us',
    'santiago-de-cuba-province-cu',
  ]);
  for (const { doubts } of dated) expect(doubts.sources).toBeGreaterThan(1);
});

test('both dates of Shanghai and San Francisco stand on the tie with their sources, and neither is dropped', async () => {
  const { text } = await app.ask('GET', '/api/v1/ties/san-francisco-us--shanghai-cn');
  expect(text).toContain('"1979');
  expect(text).toContain('"1980-01-28"');
});

test('Osaka and its prefecture are two, and so are the ties of Shanghai with them', async () => {
  const { entries } = await read<Listed>('/ties?city=shanghai-cn&limit=200');
  expect(entries.filter(({ slug }) => slug.includes('osaka')).length).toBe(2);
});

interface Found {
  readonly entries: readonly { readonly kind: string; readonly label: { readonly en?: { readonly text: string } } }[];
}

test.each([
  ['Leningrad', 'Saint Petersburg'],
  ['Liverpol', 'Liverpool'],
  ['利物浦', 'Liverpool'],
  ['shang hai', 'Shanghai'],
])('%s is found', async (q, name) => {
  const { entries } = await read<Found>(`/search?q=${encodeURIComponent(q)}`);
  expect(entries.filter(({ kind }) => kind === 'city').map(({ label }) => label.en?.text ?? '')[0]).toContain(name);
});
