import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { answerAdoption, askAdoption } from '#modules/cities/api/adopt-city.ts';
import { listWaiting } from '#modules/outcomes/api/take-up-outcome.ts';
import { getTieReport } from '#modules/reports/api/tie-report.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { TieCityId, TieId } from '../domain/tie.ts';
import { addAgreement } from './agreement/change-agreements.ts';
import { addCarrier } from './carriers/change-carriers.ts';
import { addExchange } from './exchange/change-exchanges.ts';
import { keepTie } from './keep-tie.ts';
import { listTies } from './list-ties.ts';
import { countsOf, findTie, getTie } from './open-tie.ts';
import { listAnswers } from '#modules/desk/api/answers/list-answers.ts';
import { replyToDesk } from './replies.ts';
import { takeUp } from './take-up.ts';
import { previewTieAudience, setTieAudience } from './tie-audience.ts';
import { openTieWorld, type TieWorld } from './tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: TieId;
let cork: TestOffice;
let chicago: TestOffice;
let ids: { readonly agreement: string; readonly exchange: string; readonly carrier: string };
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const on = (text: string) => ({ text, qualifier: 'exact' as const });
const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));

/** What the register office says of the tie of two cities that it stewards, all of it public. */
async function speak(register: TestOffice) {
  const of = { tieId, office: register.office };
  const cited = { class: 'press_or_study' as const, title: 'Gazette', publisher: null, address: null, date: null, documentId: null };
  const source = { ...cited, passage: 'as it says', place: 'p. 1' };
  const agreement = await as(register, (work) =>
    addAgreement(work, {
      ...{ ...of, kind: 'charter', title: en('Charter'), parties: [], signedOn: on('1990'), validFrom: null, validTo: null },
      ...{ source, documentId: null },
    }),
  );
  const happened = { kind: 'visit' as const, domains: ['trade' as const], title: en('A visit'), starts: on('2019-05'), ends: null };
  const unknown = { level: null, ledBy: null, people: null, note: null };
  const exchange = await as(register, (work) => addExchange(work, { ...of, ...happened, ...unknown, fromSide: 'a', source }));
  const post = {
    kind: 'post' as const,
    side: null,
    organisationId: null,
    name: 'Curator',
    body: null,
    role: null,
    starts: null,
    ends: null,
  };
  const carrier = await as(register, (work) => addCarrier(work, { ...of, ...post, source }));
  const { version } = await as(register, (work) => previewTieAudience(work, of));
  const shown = { agreementIds: [agreement.id], exchangeIds: [exchange.id], carrierIds: [carrier.id], statementIds: [] };
  await as(register, (work) => setTieAudience(work, { ...of, visibility: 'public', sharedWith: [], ...shown }), version);
  return { agreement: agreement.id, exchange: exchange.id, carrier: carrier.id };
}

async function adopt(cityId: TieCityId): Promise<TestOffice> {
  const office = await db.foundOffice({ kind: 'city' });
  const asked = await as(office, (work) => askAdoption(work, { cityId, office: office.office, note: null }));
  await as(world.register, (work) => answerAdoption(work, { adoptionId: asked.id, approved: true }));
  return office;
}

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const [one, other] = [await world.add('Cork', 'IE'), await world.add('Chicago', 'US')];
  const kept = { office: world.register.office, cityId: one, withCityId: other };
  tieId = (await as(world.register, (work) => keepTie(work, kept))).id;
  ids = await speak(world.register);
  expect(await standing(null)).toEqual([true, true, true]);
  cork = await adopt(one);
  chicago = await adopt(other);
});
afterAll(() => db.close());

/** Whether the agreement, the exchange and the carrier stand on the page of the tie as somebody reads it. */
async function standing(office: TestOffice | null): Promise<readonly boolean[]> {
  const tie = await as(office, (work) => getTie(work, { tie: tieId }));
  return [
    tie.agreements.some(({ id }) => id === ids.agreement),
    tie.exchanges.some(({ id }) => id === ids.exchange),
    tie.carriers.some(({ id }) => id === ids.carrier),
  ];
}
const waiting = async (office: TestOffice) =>
  (await as(office, (work) => listWaiting(work, { officeId: office.office }))).entries.map(({ kind, office: by }) => [kind, by.id]);
const decide = (office: TestOffice, thingId: string, takesUp: boolean) =>
  db.as(office.owner, (work) => takeUp(work, { tieId, office: office.office, thingId, takesUp }));

test('what an office of neither city says of a tie waits, named, at both desks, and stands on no page of the tie but its own', async () => {
  const { register, liverpool } = world;
  expect(await standing(null)).toEqual([false, false, false]);
  expect(await standing(liverpool)).toEqual([false, false, false]);
  expect(await standing(register)).toEqual([true, true, true]);
  const everything = (['agreement', 'exchange', 'carrier'] as const).map((kind) => [kind, register.office]);
  for (const desk of [cork, chicago]) expect(await waiting(desk)).toEqual(everything);
  const report = JSON.stringify(await as(null, (work) => getTieReport(work, { tie: tieId })));
  expect(['Charter', 'A visit', 'Curator', 'Gazette'].filter((words) => report.includes(words))).toEqual([]);
  const counts = await as(null, async (work) => {
    const found = await findTie(work, tieId);
    return found.ok ? { ok: true as const, value: await countsOf(work, found.value) } : found;
  });
  expect(counts).toMatchObject({ agreements: 0, exchanges: 0 });
});

test('the desks see all of it before they decide, and so does whoever says it; nobody else is told of it', async () => {
  const told = async (office: TestOffice | null) => (await as(office, (work) => getTie(work, { tie: tieId }))).ofOthers;
  expect(await told(cork)).toMatchObject([
    { kind: 'agreement', title: en('Charter'), date: on('1990'), source: { title: 'Gazette', passage: 'as it says' }, heard: false },
    { kind: 'exchange', title: en('A visit'), decisions: [{ office: cork.office, takesUp: null }] },
    { kind: 'carrier', title: { und: { text: 'Curator' } }, office: { id: world.register.office } },
  ]);
  expect((await told(world.register)).map(({ decisions }) => decisions)).toEqual([[], [], []]);
  expect([await told(null), await told(world.liverpool)]).toEqual([[], []]);
});

test('one desk is enough; what it takes up stands everywhere, what it leaves waits at the other one alone', async () => {
  expect(await decide(world.liverpool, ids.exchange, true)).toMatchObject({ ok: false, refusal: { code: 'ties.not_a_side' } });
  expect(await decide(world.register, ids.exchange, true)).toMatchObject({ ok: false, refusal: { code: 'ties.not_a_side' } });
  valueOf(await decide(cork, ids.exchange, true));
  valueOf(await decide(cork, ids.carrier, false));
  expect(await standing(null)).toEqual([false, true, false]);
  expect([await waiting(cork), await waiting(chicago)].map((rows) => rows.map(([kind]) => kind))).toEqual([
    ['agreement'],
    ['agreement', 'carrier'],
  ]);
  const tie = await as(null, (work) => getTie(work, { tie: tieId }));
  expect([tie.visits.a.visits, tie.domains.find(({ domain }) => domain === 'trade')?.state === 'empty']).toEqual([1, false]);
  // That it was left is known to that office alone.
  const seen = async (office: TestOffice) =>
    (await as(office, (work) => getTie(work, { tie: tieId }))).ofOthers.find(({ kind }) => kind === 'carrier')?.decisions;
  expect([await seen(cork), await seen(chicago)]).toEqual([
    [{ office: cork.office, takesUp: false }],
    [{ office: chicago.office, takesUp: null }],
  ]);
  valueOf(await decide(chicago, ids.carrier, true));
  expect(await standing(null)).toEqual([false, true, true]);
  valueOf(await decide(chicago, ids.carrier, false));
  expect(await standing(null)).toEqual([false, true, false]);
  expect(await decide(cork, tieId, true)).toMatchObject({ ok: false, refusal: { code: 'ties.nothing_to_take_up' } });
});

test('a desk that leaves what a third party says can say what it was instead: told to whoever says it, and to nobody else', async () => {
  const differ = (takesUp: boolean | null) =>
    db.as(cork.owner, (work) =>
      takeUp(work, { tieId, office: cork.office, thingId: ids.agreement, takesUp, differs: 'A letter of intent, signed in 1991' }),
    );
  expect(await differ(true)).toMatchObject({ refusal: { problems: [{ path: ['differs'], code: 'ties.differs_when_left' }] } });
  valueOf(await differ(false));
  const told = async (office: TestOffice) =>
    (await as(office, (work) => getTie(work, { tie: tieId }))).ofOthers.find(({ kind }) => kind === 'agreement')?.differing;
  const words = [{ office: { id: cork.office }, words: 'A letter of intent, signed in 1991' }];
  expect([await told(cork), await told(world.register)]).toMatchObject([words, words]);
  expect(await told(chicago)).toEqual([]);
  // Whoever said the thing is asked for its word among its answers, and what it answers is told to that desk alone.
  const { register } = world;
  const asked = async () => {
    const { entries, answered } = await as(register, (work) => listAnswers(work, { officeId: register.office, limit: 50 }));
    return [...entries.filter(({ kind }) => kind === 'otherwise'), ...answered.filter(({ undo }) => undo.kind === 'reply')];
  };
  const reply = (by: TestOffice, verdict: 'agrees' | 'maintains' | null) => {
    const on = { tieId, thingId: ids.agreement, office: by.office, to: cork.office, verdict };
    return db.as(by.owner, (work) => replyToDesk(work, on));
  };
  const waits = [{ kind: 'otherwise', thing: 'agreement', words: 'A letter of intent, signed in 1991', office: { id: cork.office } }];
  expect(await asked()).toMatchObject(waits);
  expect([await reply(chicago, 'agrees'), await reply(cork, 'agrees')]).toMatchObject([
    { refusal: { code: 'ties.nothing_to_reply' } },
    { refusal: { code: 'ties.nothing_to_reply' } },
  ]);
  valueOf(await reply(register, 'maintains'));
  expect(await asked()).toMatchObject([{ answer: 'maintained', undo: { thingId: ids.agreement, to: cork.office } }]);
  expect([await told(cork), await told(register), await told(chicago)]).toMatchObject([
    [{ ...words[0], reply: 'maintains' }],
    [{ reply: 'maintains' }],
    [],
  ]);
  valueOf(await reply(register, null));
  expect(await asked()).toMatchObject(waits);
  valueOf(await reply(register, 'agrees'));
  // What is said anew asks anew.
  valueOf(await differ(false));
  expect([await asked(), await told(cork)]).toMatchObject([waits, [{ reply: null }]]);
  expect((await waiting(cork)).map(([kind]) => kind)).toEqual([]);
  expect(await standing(null)).toEqual([false, true, false]);
});

test('lists of ties tell nothing of what nobody has taken up', async () => {
  const { entries } = await as(null, (work) => listTies(work, { city: 'cork-ie', limit: 10 }));
  expect(JSON.stringify(entries)).not.toContain('Charter');
});

test('a decision is never changed by hand, and an office decides for itself alone', async () => {
  const insert = async (office: TestOffice, by: TestOffice) =>
    db.as(by.owner, async (work) => {
      const values = { thing_id: ids.agreement, owner_office: office.office, visibility: 'public' as const, takes_up: true };
      await work.tx
        .insertInto('ties.taking')
        .values({ ...values, entered_by: by.owner, entered_at: work.now.toISOString() })
        .execute();
      return { ok: true as const, value: null };
    });
  await expect(insert(cork, world.register)).rejects.toThrow(/row-level security/);
  await expect(db.owner.query(`update ties.taking set takes_up = not takes_up`)).rejects.toThrow(/taking_check/);
});
