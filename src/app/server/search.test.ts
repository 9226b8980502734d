// The search finds what stands on the pages of ties and editions, by its words, for whoever may see it and for nobody else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { search } from '#modules/cities/api/search.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { createProgrammeItem } from '#modules/expos/api/programme/change-programme.ts';
import { organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { previewTieAudience, setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import './subscriptions.ts';

let db: TestDatabase;
let tie: TieFixture;
const on = (day: string) => ({ text: day, qualifier: 'exact' as const });

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  const { liverpool } = tie;
  const as = <T>(use: (work: Work) => Promise<Result<T>>, version?: number) => db.as(liverpool.owner, use, version);
  const of = { tieId: tie.tieId, office: liverpool.office };
  const agreement = valueOf(
    await as((work) =>
      addAgreement(work, {
        ...{ ...of, kind: 'memorandum', title: text('Paper on trade fairs'), source: null, documentId: null },
        ...{ parties: [], signedOn: on('2019-04'), validFrom: null, validTo: null },
      }),
    ),
  );
  const exchange = valueOf(
    await as((work) =>
      addExchange(work, {
        ...{
          ...of,
          kind: 'event',
          domains: ['culture'],
          title: text('Cunard anniversary'),
          starts: on('2015'),
          ends: null,
          fromSide: null,
        },
        ...{ level: null, ledBy: 'Frau Köhler, with Li Xiaoming', people: null, note: null, source: null },
      }),
    ),
  );
  const source = { class: 'press_or_study' as const, title: 'Morning paper' };
  const said = { attribute: 'note', value: { type: 'text' as const, text: text('The museum lends a ship model') } };
  valueOf(
    await as((work) =>
      enterStatements(work, {
        office: liverpool.office,
        subject: { kind: 'tie', id: tie.tieId },
        entries: [
          { ...said, saidBy: '上海市社会科学界联合会主席王战', source },
          { attribute: 'class', value: { type: 'code', code: 'sister_city' }, source },
          { attribute: 'established', value: { type: 'date', date: on('1999-10-18') }, source },
        ],
      }),
    ),
  );
  const { version } = valueOf(await as((work) => previewTieAudience(work, of)));
  valueOf(
    await as(
      (work) =>
        setTieAudience(work, {
          ...{ ...of, visibility: 'public', sharedWith: [], statementIds: [], exchangeIds: [exchange.id], agreementIds: [agreement.id] },
        }),
      version,
    ),
  );
  const { id } = valueOf(
    await as((work) =>
      recordOutcome(
        work,
        deals(tie, liverpool.office, {
          title: text('What the delegation found'),
          entry: entry({
            amount: '139000000',
            currency: 'GBP',
            count: '45',
            valueDate: on('2019-04'),
            saidBy: 'Gary Millar, deputy mayor',
          }),
        }),
      ),
    ),
  );
  valueOf(await as((work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] })));
  const organiser = organiserOf(db, tie.stranger);
  const edition = await organiser.edition('Expo');
  valueOf(
    await organiser.as((work) =>
      createProgrammeItem(work, {
        ...{ editionId: edition.id, kind: 'forum', title: text('Cooperation forum'), day: '2019-11-05', startsAt: null, endsAt: null },
        ...{ roomId: null, languages: [], interpretedInto: [], interpreters: [], standId: null, cities: [], hosts: [], themes: [] },
        ...{
          speakers: [{ name: text('Ada Canary'), post: {}, office: {}, rank: 1, participantId: null, topic: {}, email: null }],
          followUp: [],
          source: null,
        },
      }),
    ),
  );
});
afterAll(() => db.close());

const found = async (by: TestOffice | null, q: string) =>
  valueOf(await db.as(by?.owner ?? null, (work) => search(work, { q, limit: 20 }))).entries;
const kinds = async (by: TestOffice | null, q: string) => (await found(by, q)).map(({ kind }) => kind);

test('an agreement is found by the word of its kind in both languages, with its date and the tie on whose page it stands', async () => {
  for (const q of ['memorandum', '谅解备忘录', 'trade fairs'])
    expect(await found(null, q)).toMatchObject([
      { kind: 'agreement', code: 'memorandum', day: on('2019-04'), place: { kind: 'tie', slug: 'liverpool-gb--shanghai-cn' } },
    ]);
});

test('an exchange is found by its title and by who led it, with and without accents, a Chinese name in one word or two', async () => {
  for (const q of ['cunard', 'Köhler', 'kohler', 'KÖHLER cunard', 'li xiaoming', 'lixiaoming'])
    expect(await found(null, q)).toMatchObject([{ kind: 'exchange', place: { slug: 'liverpool-gb--shanghai-cn' } }]);
});

test('figures are found as they are typed, and by whoever said them before a city that is only called alike', async () => {
  for (const q of ['139', '45 deals', '45项', '139 million', '£139m', '1.39亿', 'millar', 'Gary Millar'])
    expect(await found(null, q)).toMatchObject([{ kind: 'outcome', day: on('2019-04'), code: 'deal' }]);
  for (const q of ['39', '45 ships', '13']) expect(await found(null, q)).toEqual([]);
});

test('statements and those who made them are found by the office that keeps them alone', async () => {
  for (const q of ['王战', 'ship model'])
    expect(await found(tie.liverpool, q)).toMatchObject([{ kind: 'statement', isPublic: false, place: { kind: 'tie' } }]);
  for (const by of [null, tie.shanghai, tie.stranger]) expect(await found(by, '王战')).toEqual([]);
});

test('what stands on the page of a city’s tie is found with the city, also written together in Chinese; a statement under what it says', async () => {
  for (const q of ['Liverpool memorandum', '利物浦谅解备忘录', '利物浦 谅解备忘录', 'Shanghai trade fairs'])
    expect((await found(null, q)).filter(({ fit }) => fit !== 'near')).toMatchObject([{ kind: 'agreement', place: { kind: 'tie' } }]);
  // A city alone is no word of a paper, and a paper of another city is none of this one's.
  expect(await kinds(null, 'Cork memorandum')).not.toContain('agreement');
  expect(await kinds(null, 'Liverpool Shanghai')).not.toContain('agreement');
  expect(await found(tie.liverpool, '王战')).toMatchObject([
    { label: text('The museum lends a ship model'), term: '上海市社会科学界联合会主席王战' },
  ]);
});

test('a year finds the ties that began in it and what was signed or happened then; others know nothing of a day that is not shown them', async () => {
  expect(await kinds(tie.liverpool, '1999')).toEqual(['tie']);
  expect(await kinds(tie.liverpool, '18 October 1999')).toEqual(['tie']);
  expect(await kinds(tie.liverpool, '1999年10月')).toEqual(['tie']);
  expect(await kinds(null, '1999')).toEqual([]);
  expect(await kinds(null, '2019')).toEqual(expect.arrayContaining(['agreement', 'outcome']));
});

test('an edition is found by the initials of its name and by the characters to which it is shortened', async () => {
  const name = {
    en: { text: 'China International Import Expo 2019', origin: 'human' as const },
    'zh-Hans': { text: '第二届中国国际进口博览会', origin: 'human' as const },
  };
  await db.owner.query(`update expos.edition set name = $1`, [JSON.stringify(name)]);
  for (const q of ['CIIE', '进博会', '2019进博会']) expect(await kinds(tie.stranger, q)).toEqual(['edition']);
  // With what stands in its programme on a day of that year.
  expect(await kinds(tie.stranger, 'ciie 2019')).toEqual(['edition', 'programme']);
  expect(await kinds(tie.stranger, 'CIEI')).toEqual([]);
});

test('speakers are found in the draft of a programme by its organiser, before release by nobody else', async () => {
  expect(await found(tie.stranger, 'ada canary')).toMatchObject([{ kind: 'programme', term: 'Ada Canary', day: on('2019-11-05') }]);
  for (const by of [null, tie.liverpool]) expect(await found(by, 'ada canary')).toEqual([]);
});

test('a tie is found with its date and class, to those who may know them', async () => {
  const [kept] = (await found(tie.liverpool, 'Liverpool – Shanghai')).filter(({ kind }) => kind === 'tie');
  expect([kept?.day?.text, kept?.what?.['zh-Hans']?.text]).toEqual(['1999-10-18', '友好城市']);
  const [open] = (await found(null, 'Liverpool – Shanghai')).filter(({ kind }) => kind === 'tie');
  expect([open?.day, open?.what]).toEqual([null, null]);
});

test("what a third party says of a tie is found by itself alone until one of the tie's sides takes it up", async () => {
  expect(await kinds(tie.liverpool, 'cunard')).toEqual(['exchange']);
  await db.owner.query(`update ties.exchange set owner_office = $1`, [tie.stranger.office]);
  expect(await kinds(tie.stranger, 'cunard')).toEqual(['exchange']);
  for (const by of [null, tie.liverpool, tie.shanghai]) expect(await kinds(by, 'cunard')).toEqual([]);
});
