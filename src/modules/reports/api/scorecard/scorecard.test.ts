import { afterAll, beforeAll, expect, test } from 'vitest';
import { deals, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { exportScorecard, getScorecard, listScored } from './scorecard.ts';

let db: TestDatabase;
let world: TieFixture;
const city = 'liverpool-gb';

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const { owner, office } = world.liverpool;
  const whole = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office))));
  valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office, { title: text('CANARY of the office') }))));
  const unstaged = deals(world, office, { extent: 'single', title: text('A port') });
  const bare = valueOf(await db.as(owner, (work) => recordOutcome(work, { ...unstaged, entry: null })));
  for (const { id: outcomeId } of [whole, bare])
    valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const audience = { tieId: world.tieId, office, visibility: 'public' as const, sharedWith: [] };
  const none = { statementIds: [], agreementIds: [], exchangeIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...audience, ...none })));
});
afterAll(() => db.close());

test('everybody reads what is public, an office what it sees besides, and what states no stage is said', async () => {
  const read = async (account: Parameters<TestDatabase['as']>[0], view: 'public' | 'own') =>
    valueOf(await db.as(account, (work) => getScorecard(work, { city, view })));
  const open = await read(null, 'public');
  expect(open).toMatchObject({ outcomes: 1, things: 45, fates: { unknown: 45 }, unstaged: 1, ties: [{ status: null, outcomes: 1 }] });
  expect(await read(null, 'own')).toMatchObject({ view: 'public', outcomes: 1 });
  expect(await read(world.liverpool.owner, 'public')).toEqual({ ...open, asOf: open.asOf });
  expect(await read(world.liverpool.owner, 'own')).toMatchObject({ view: 'own', outcomes: 2, fates: { unknown: 90 } });
  expect(await read(world.stranger.owner, 'own')).toMatchObject({ outcomes: 1 });
});

test('each figure leads to a list of as many, and the files say the same without a word of what is not public', async () => {
  const listed = async (account: Parameters<TestDatabase['as']>[0], view: 'public' | 'own') =>
    valueOf(await db.as(account, (work) => listScored(work, { city, view, limit: 50, fate: 'unknown', stage: 'potential' })));
  expect((await listed(null, 'public')).entries).toMatchObject([{ things: 45, sureness: 'reported', isPublic: true }]);
  expect((await listed(world.liverpool.owner, 'own')).entries).toHaveLength(2);
  for (const format of ['csv', 'json'] as const) {
    const said = await valueOf(await exportScorecard((use) => db.as(null, use), { city, view: 'public', format, language: 'en' })).text();
    expect([said.includes('45'), said.includes('CANARY')]).toEqual([true, false]);
  }
});
