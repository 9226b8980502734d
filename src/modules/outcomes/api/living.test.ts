// What came of a tie lives in its domains, and a part never stands beside its whole.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { getTie } from '#modules/ties/api/open-tie.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { tellsHappenings } from '#modules/ties/api/living.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { shareTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { listOutcomes } from './list-outcomes.ts';
import { deals, entry, openTie, text, type TieFixture } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';
import { takeUpOutcome } from './take-up-outcome.ts';
import { tellOutcomes } from './tell-happenings.ts';

let db: TestDatabase;
let tie: TieFixture;
type By = 'liverpool' | 'shanghai' | 'stranger';
tellsHappenings(tellOutcomes);

const publish = async (by: By, facts: Parameters<typeof deals>[2]) => {
  const { owner, office } = tie[by];
  const { id } = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, facts))));
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] })));
  return id;
};
const marks = async (account: Parameters<TestDatabase['as']>[0] = null) => {
  const { domains } = valueOf(await db.as(account, (work) => getTie(work, { tie: tie.tieId, today: '2021-01-01' })));
  return Object.fromEntries(domains.map(({ domain, state, entries, last }) => [domain, `${state} ${entries} ${last?.text ?? ''}`.trim()]));
};

beforeAll(async () => {
  db = await shareTestDatabase();
  tie = await openTie(db);
  const { owner, office } = tie.liverpool;
  const agreement = { kind: 'memorandum' as const, title: text('Memorandum'), parties: [], source: null, documentId: null };
  const dated = { signedOn: { text: '2010', qualifier: 'exact' as const }, validFrom: null, validTo: null };
  const on = { tieId: tie.tieId, office };
  const { id } = valueOf(await db.as(owner, (work) => addAgreement(work, { ...on, ...agreement, ...dated, domains: ['health'] })));
  const opened = { visibility: 'public' as const, sharedWith: [], statementIds: [], exchangeIds: [] };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...on, ...opened, agreementIds: [id] }), 1));
});
afterAll(() => db.close());

test('a domain counts agreements and outcomes, on the tie’s page and on the desk; what is private marks it for its office alone', async () => {
  expect(await marks()).toMatchObject({ health: 'quiet 1 2010', trade: 'empty 0', investment: 'empty 0' });
  const whole = await publish('liverpool', { domain: null });
  await publish('liverpool', { domain: 'trade', partOf: whole, extent: 'single', entry: null, occurred: null });
  await publish('liverpool', { kind: 'investment', domain: 'urban_transport', occurred: null, entry: null });
  await db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, { kind: 'project', domain: 'sport' })));
  const told = { trade: 'alive 1 2019-04', investment: 'undated 1', urban_transport: 'undated 1' };
  expect(await marks()).toMatchObject({ ...told, sport: 'empty 0' });
  expect(await marks(tie.liverpool.owner)).toMatchObject({ ...told, sport: 'alive 1 2019-04' });
  const { owner, office } = tie.shanghai;
  const desk = valueOf(await db.as(owner, (work) => openDesk(work, { officeId: office, today: '2021-01-01' })));
  expect(desk.rows[0]?.domains.find(({ domain }) => domain === 'trade')).toMatchObject({ state: 'alive', entries: 1 });
});

test('a third party’s outcome is in no domain until a side takes it up', async () => {
  const outcomeId = await publish('stranger', { kind: 'project', domain: 'tourism' });
  expect(await marks()).toMatchObject({ tourism: 'empty 0' });
  const { owner, office } = tie.shanghai;
  valueOf(await db.as(owner, (work) => takeUpOutcome(work, { outcomeId, office, takesUp: true })));
  expect(await marks()).toMatchObject({ tourism: 'alive 1 2019-04' });
});

test('a part is listed behind its whole, wherever the page ends, and by itself where the whole is not listed', async () => {
  const whole = await publish('shanghai', { title: text('Whole') });
  const part = await publish('shanghai', {
    title: text('Part'),
    partOf: whole,
    entry: entry({ stage: 'signed', amount: '5', currency: 'GBP' }),
  });
  const last = await publish('shanghai', { title: text('Last') });
  const about = { subjectKind: 'tie' as const, subjectId: tie.tieId };
  const page = async (limit: number, cursor?: string) => {
    const asked = cursor === undefined ? { ...about, limit } : { ...about, limit, cursor };
    return valueOf(await db.as(null, (work) => listOutcomes(work, asked)));
  };
  const first = await page(1);
  expect(first.entries.map(({ id }) => id)).toEqual([last]);
  const second = await page(1, first.nextCursor ?? '');
  expect(second.entries.map(({ id, partOf }) => [id, partOf])).toEqual([
    [whole, null],
    [part, whole],
  ]);
  const { owner } = tie.shanghai;
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: whole, visibility: 'private', sharedWith: [] })));
  expect((await page(2)).entries.map(({ id }) => id)).toEqual([last, part]);
});
