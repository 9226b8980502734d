import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { addExchange } from './change-exchanges.ts';
import { getExchangeNotes, setExchangeNotes } from './exchange-notes.ts';
import { keepTie } from '../keep-tie.ts';
import { getTie } from '../open-tie.ts';
import { previewTieAudience, setTieAudience } from '../tie-audience.ts';
import { openTieWorld } from '../tie-fixture.ts';

const db = await ownTestDatabase();
const world = await openTieWorld(db);

test('cost, gifts and talking points stay with the office that wrote them, whoever reads the exchange, and each office has its own', async () => {
  const { liverpool, shanghai, city } = world;
  const { office, owner } = liverpool;
  const { id: tieId } = valueOf(
    await db.as(owner, (work) => keepTie(work, { office, cityId: city('Liverpool'), withCityId: city('Shanghai') })),
  );
  const facts = {
    ...{ kind: 'event' as const, domains: ['culture' as const], title: { en: { text: 'Ballet', origin: 'human' as const } } },
    ...{ starts: { text: '2019', qualifier: 'exact' as const }, ends: null, fromSide: null, level: null, ledBy: null, people: null },
  };
  const { id: exchangeId } = valueOf(
    await db.as(owner, (work) => addExchange(work, { tieId, office, ...facts, note: null, source: null })),
  );
  const cost = { value: '12000.50', currency: 'GBP' };
  const notes = { cost, paidBy: 'The city', gifts: 'A print of the harbour', talkingPoints: 'Ask about the cranes' };
  const set = (by: typeof liverpool, written: typeof notes) =>
    db.as(by.owner, (work) => setExchangeNotes(work, { exchangeId, office: by.office, ...written }));
  const get = (by: typeof liverpool, of = by.office) => db.as(by.owner, (work) => getExchangeNotes(work, { exchangeId, office: of }));
  expect(valueOf(await set(liverpool, notes))).toEqual({ ...notes, version: 1 });
  expect([(await set(shanghai, notes)).ok, (await get(shanghai)).ok]).toEqual([false, false]);
  const { version } = valueOf(await db.as(owner, (work) => previewTieAudience(work, { tieId, office })));
  const audience = { tieId, office, visibility: 'public' as const, sharedWith: [], statementIds: [], agreementIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...audience, exchangeIds: [exchangeId] }), version));
  const empty = { cost: null, paidBy: null, gifts: null, talkingPoints: null, version: 0 };
  expect([valueOf(await get(shanghai)), (await get(shanghai, office)).ok]).toEqual([empty, false]);
  const theirs = { ...notes, cost: { value: '3', currency: 'CNY' }, gifts: 'A scroll' };
  expect(valueOf(await set(shanghai, theirs))).toEqual({ ...theirs, version: 1 });
  expect(valueOf(await get(liverpool))).toEqual({ ...notes, version: 1 });
  // Two of an office saw the same notes: the later is told.
  const later = { ...notes, talkingPoints: 'Ask about the quay' };
  const setAt = (version: number, written: typeof notes) =>
    db.as(owner, (work) => setExchangeNotes(work, { exchangeId, office, ...written }), version);
  expect(valueOf(await setAt(1, later)).version).toBe(2);
  for (const seen of [0, 1, 3]) expect(await setAt(seen, notes)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect(valueOf(await get(liverpool))).toEqual({ ...later, version: 2 });
  valueOf(await setAt(2, notes));
  const seen = JSON.stringify(valueOf(await db.as(null, (work) => getTie(work, { tie: tieId }))));
  expect(['harbour', 'cranes', '12000', 'scroll'].filter((word) => seen.includes(word))).toEqual([]);
  const { rows } = await db.owner.query('select visibility, shared_with from ties.exchange_note group by 1, 2');
  expect(rows).toEqual([{ visibility: 'private', shared_with: [] }]);
});

test('a visit further ahead than anybody plans is a slip of the hand and refused, at its beginning as at its end', async () => {
  const { liverpool, city } = world;
  const { office, owner } = liverpool;
  await world.add('Cork', 'IE');
  const sides = { cityId: city('Liverpool'), withCityId: city('Cork') };
  const { id: tieId } = valueOf(await db.as(owner, (work) => keepTie(work, { office, ...sides })));
  const add = (starts: string, ends: string | null) =>
    db.as(owner, (work) =>
      addExchange(work, {
        ...{
          tieId,
          office,
          kind: 'event',
          domains: ['culture'],
          title: { en: { text: 'Ballet', origin: 'human' } },
          note: null,
          source: null,
        },
        ...{ starts: { text: starts, qualifier: 'exact' }, ends: ends === null ? null : { text: ends, qualifier: 'exact' } },
        ...{ fromSide: null, level: null, ledBy: null, people: null },
      }),
    );
  const year = new Date().getUTCFullYear();
  const far = { code: 'ties.years_ahead', params: { year: year + 10 } };
  expect(await add('2199', null)).toMatchObject({ refusal: { problems: [{ path: ['starts'], ...far }] } });
  expect(await add(String(year), '2199-01-01')).toMatchObject({ refusal: { problems: [{ path: ['ends'], ...far }] } });
  expect((await add(String(year + 10), null)).ok).toBe(true);
});
