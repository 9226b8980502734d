// Heads of pages, and with them whether there is a page for everybody.
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { openTie, text } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { describePage } from './describe-page.ts';

const db = await ownTestDatabase();
const slug = 'liverpool-gb--shanghai-cn';

test('a visit has a head of its own once everybody may read it, and only under its own tie', async () => {
  const { liverpool, tieId } = await openTie(db);
  const { office, owner } = liverpool;
  const facts = {
    ...{ kind: 'visit' as const, domains: ['trade' as const], title: text('A day in the docks'), note: null, source: null },
    ...{
      starts: { text: '2019', qualifier: 'exact' as const },
      ends: null,
      fromSide: 'a' as const,
      level: null,
      ledBy: null,
      people: null,
    },
  };
  const { id } = valueOf(await db.as(owner, (work) => addExchange(work, { tieId, office, ...facts })));
  const describing = { say: (code: string) => code, origin: 'https://hansa.example' };
  const describe = async (account: typeof owner | null, under = slug) =>
    valueOf(await db.as(account, async (work) => ok(await describePage(work, `/ties/${under}/visits/${id}`, describing))));
  const on = { tieId, office, visibility: 'public' as const, sharedWith: [], statementIds: [], agreementIds: [] };
  const publish = async (exchangeIds: readonly Id<'Exchange'>[]) =>
    valueOf(await db.as(owner, (work) => setTieAudience(work, { ...on, exchangeIds: [...exchangeIds] })));
  expect(await describe(owner)).toBeNull();
  // The tie alone is public: its own office still reads the visit, and it has no page for everybody.
  await publish([]);
  expect([await describe(null), await describe(owner)]).toEqual([null, null]);
  await publish([id]);
  expect(await describe(null)).toMatchObject({ title: 'A day in the docks', path: `/ties/${slug}/visits/${id}` });
  expect(await describe(null, 'liverpool-gb--nowhere-xx')).toBeNull();
});

test('lists that everybody reads say what they are of, and their addresses stay as they are', async () => {
  const describing = { say: (code: string) => code, origin: 'https://hansa.example' };
  const head = async (path: string) => valueOf(await db.as(null, async (work) => ok(await describePage(work, path, describing))));
  expect(await head('/editions')).toMatchObject({ title: 'expos.editions', description: 'reports.head_editions_text', path: '/editions' });
  expect(await head('/cities')).toMatchObject({ title: 'cities.register', description: 'reports.head_cities_text', path: '/cities' });
  expect([await head('/outcomes'), await head('/editions/new')]).toEqual([null, null]);
});
