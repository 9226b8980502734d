import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '#kernel/language.ts';
import { ok } from '#kernel/result.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import { chooseRates, recordRateTable } from '#modules/outcomes/api/rates/keep-table.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addCarrier } from '#modules/ties/api/carriers/change-carriers.ts';
import { addHolder } from '#modules/ties/api/carriers/change-holders.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setExchangeNotes } from '#modules/ties/api/exchange/exchange-notes.ts';
import { setDelegation, setItinerary } from '#modules/ties/api/visit/change-visit.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { few, fullTest } from '#platform/full-size.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Transact } from '#platform/work.ts';
import { noPoints } from '../../domain/briefing/points.ts';
import { exportBriefing, getBriefing, setBriefing } from './briefings.ts';

let db: TestDatabase;
let world: TieFixture;
let visit: Awaited<ReturnType<typeof exchange>>;
const tie = 'liverpool-gb--shanghai-cn';
type Side = 'liverpool' | 'shanghai';

const exchange = async (by: Side, title: string, starts: string, ledBy: string | null = null, fromSide: 'a' | 'b' = 'a') => {
  const { owner, office } = world[by];
  const facts = {
    kind: 'visit' as const,
    domains: ['trade' as const],
    title: text(title),
    starts: { text: starts, qualifier: 'exact' as const },
  };
  const rest = { ends: null, fromSide, level: null, ledBy, people: null, note: null, source: null };
  return valueOf(await db.as(owner, (work) => addExchange(work, { tieId: world.tieId, office, ...facts, ...rest })));
};

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const {
    tieId,
    liverpool: { owner, office },
  } = world;
  const agreed = {
    kind: 'memorandum' as const,
    title: text('Memorandum of Understanding | 谅解备忘录'),
    signedOn: { text: '2019-04', qualifier: 'exact' as const },
  };
  const agreement = valueOf(
    await db.as(owner, (work) =>
      addAgreement(work, { tieId, office, ...agreed, validFrom: null, validTo: null, parties: [], source: null, documentId: null }),
    ),
  );
  visit = await exchange('liverpool', 'Visit of the vice-mayor', '2026-12-14');
  const whole = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office))));
  const part = deals(world, office, {
    extent: 'single',
    partOf: whole.id,
    title: text('Quay crane software'),
    attributions: [],
    entry: entry({ stage: 'signed', amount: '3600000', currency: 'GBP' }),
  });
  const signed = valueOf(await db.as(owner, (work) => recordOutcome(work, part)));
  for (const outcomeId of [whole.id, signed.id])
    valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const audience = {
    tieId,
    office,
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: [],
    agreementIds: [agreement.id],
    exchangeIds: [],
  };
  valueOf(await db.as(owner, (work) => setTieAudience(work, audience)));
});
afterAll(() => db.close());

const transactAs =
  (side: Side | 'stranger'): Transact =>
  (use) =>
    db.as(world[side].owner, use);
const asked = (side: Side, more: object = {}) => ({ officeId: world[side].office, tie, ...more });
const briefed = async (side: Side, language: Language, more: object = {}) =>
  valueOf(await getBriefing(transactAs(side), asked(side, { language, ...more })));
const printed = async (side: Side, language: Language, form: 'pdf' | 'docx', more: object = {}) =>
  new Uint8Array(await valueOf(await exportBriefing(transactAs(side), { ...asked(side, more), language, form })).arrayBuffer());

const words = ({ paper }: Awaited<ReturnType<typeof briefed>>): string => JSON.stringify(paper);

test('each side’s copy names its own city first, in either language, with the same figures under one seal', async () => {
  const copies = [
    await briefed('liverpool', 'en'),
    await briefed('liverpool', 'zh-Hans'),
    await briefed('shanghai', 'en'),
    await briefed('shanghai', 'zh-Hans'),
  ];
  expect(copies.map(({ paper }) => [paper.pair?.own, paper.pair?.other])).toEqual([
    ['Liverpool', 'Shanghai'],
    ['利物浦', '上海'],
    ['Shanghai', 'Liverpool'],
    ['上海', '利物浦'],
  ]);
  const seals = new Set(copies.map(({ paper }) => paper.foot.seal));
  expect([seals.size, /^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/.test([...seals][0] ?? '')]).toEqual([1, true]);
  const [, , en, zh] = copies;
  expect(JSON.stringify(en?.paper)).toContain(
    '45 potential deals worth £139 million (April 2019), reported by one side; of these, 1 signed (£3.6 million); what became of the other 44 is not on record.',
  );
  expect(JSON.stringify(zh?.paper)).toContain(
    '45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；其中签约1项（360万英镑），其余44项未见后续记载。',
  );
});

test('our points stay ours: the other office neither reads nor writes them, and a copy of theirs has none of ours', async () => {
  const { liverpool, shanghai } = world;
  const points = {
    ...noPoints,
    raise: [{ head: 'A name for the 42 deals', text: 'A figure is not needed.' }],
    never: [{ head: 'A total', text: 'Never without “potential”.' }],
  };
  const write = (side: Side, version: number, on: Side = side) =>
    db.as(world[side].owner, (work) => setBriefing(work, { ...asked(on), addressee: 'the Lord Mayor | 市长', points }), version);
  expect(valueOf(await write('liverpool', 0))).toMatchObject({ version: 1 });
  expect([(await write('liverpool', 0)).ok, (await write('shanghai', 1, 'liverpool')).ok]).toEqual([false, false]);
  const ours = await briefed('liverpool', 'en');
  expect([ours.version, ours.points.raise[0]?.head, ours.paper.head.strong]).toEqual([
    1,
    'A name for the 42 deals',
    'Briefing for the Lord Mayor',
  ]);
  expect((await briefed('liverpool', 'zh-Hans')).paper.head.strong).toBe('简报，呈市长');
  const theirs = await briefed('shanghai', 'en');
  expect([theirs.version, JSON.stringify(theirs).includes('42 deals'), JSON.stringify(theirs).includes('Lord Mayor')]).toEqual([
    0,
    false,
    false,
  ]);
  const of = { officeId: liverpool.office, tie };
  expect([(await getBriefing(transactAs('shanghai'), of)).ok, (await getBriefing(transactAs('stranger'), of)).ok]).toEqual([false, false]);
  const { rows } = await db.owner.query('select owner_office, visibility, shared_with from desk.briefing');
  expect(rows).toEqual([{ owner_office: liverpool.office, visibility: 'private', shared_with: [] }]);
  expect(shanghai.office).not.toBe(liverpool.office);
});

test('a briefing for a visit has the people in posts of the other side, its gifts and talking points, and says what is missing', async () => {
  const {
    tieId,
    liverpool: { owner, office },
  } = world;
  const before = await briefed('liverpool', 'en', { exchangeId: visit.id });
  expect(before.missing.map(({ about }) => about)).toEqual(expect.arrayContaining(['people', 'raise', 'parties', 'validity', 'class']));
  const facts = {
    kind: 'post' as const,
    side: 'b' as const,
    organisationId: null,
    name: 'Section head | 处长',
    body: 'Foreign affairs office | 外办',
    role: null,
  };
  // Which side Shanghai is follows from the ids of the cities.
  const side = world.cities.shanghai < world.cities.liverpool ? ('a' as const) : ('b' as const);
  const post = valueOf(await db.as(owner, (work) => addCarrier(work, { tieId, office, ...facts, side, starts: null, ends: null })));
  const person = {
    surname: 'Zhou',
    givenName: 'Min',
    nameOrder: 'surname_first' as const,
    reason: 'Daily contact',
    keepUntil: '2028-01-01',
  };
  valueOf(
    await db.as(owner, (work) =>
      addHolder(work, {
        carrierId: post.id,
        office,
        ...person,
        starts: { text: '2021', qualifier: 'exact' },
        ends: null,
        endsEarlier: false,
      }),
    ),
  );
  const notes = { cost: null, paidBy: null, gifts: 'A print of the waterfront', talkingPoints: 'Ask about the cranes' };
  valueOf(await db.as(owner, (work) => setExchangeNotes(work, { exchangeId: visit.id, office, ...notes })));
  const after = await briefed('liverpool', 'en', { exchangeId: visit.id });
  expect(after.missing.some(({ about }) => about === 'people' || about === 'meeting')).toBe(false);
  for (const said of [
    'Zhou Min',
    'Zhou is the surname',
    'Section head, Foreign affairs office',
    'In post since 2021',
    'A print of the waterfront',
    'Ask about the cranes',
    'meeting with Shanghai, 14 December 2026',
  ])
    expect(words(after)).toContain(said);
  expect(JSON.stringify(await briefed('shanghai', 'en'))).not.toMatch(/Zhou|waterfront|cranes/);
});

test('who comes stands first, in order of rank, those without a name by their posts; the itinerary is the day', async () => {
  const { owner } = world.liverpool;
  // Which side Shanghai is follows from the ids of the cities; its people are the ones to be addressed.
  const fromSide = world.cities.shanghai < world.cities.liverpool ? ('a' as const) : ('b' as const);
  const inward = await exchange('liverpool', 'Vice-mayor comes', '2026-12-15', null, fromSide);
  const traveller = { id: null, leads: false, organisation: null, organisationId: null };
  const travellers = [
    {
      ...traveller,
      leads: true,
      post: text('Vice-mayor'),
      name: { surname: 'Lu', givenName: 'Jianming', nameOrder: 'surname_first' as const, contactId: null },
    },
    { ...traveller, post: text('Interpreter'), name: null },
  ];
  const keepUntil = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  valueOf(await db.as(owner, (work) => setDelegation(work, { visitId: inward.id, travellers, keepUntil }), 0));
  const stop = { id: null, part: null, ends: null, parties: [], travellerIds: [], agreementId: null };
  const day = { text: '2026-12-15', qualifier: 'exact' as const };
  const stops = [{ ...stop, date: day, starts: '10:15', title: text('Talks'), place: text('Town Hall') }];
  valueOf(await db.as(owner, (work) => setItinerary(work, { visitId: inward.id, timeZone: 'Europe/London', stops }), 0));
  const { paper } = await briefed('liverpool', 'en', { exchangeId: inward.id });
  const rowsOf = (key: string) =>
    paper.groups
      .flatMap(({ sections }) => sections)
      .filter((section) => section.key === key)
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ cells }) => cells.flat().map((line) => line.text)) : [])),
      );
  expect(rowsOf('people').map((lines) => lines.slice(0, 2))).toEqual([
    ['Lu Jianming', 'Vice-mayor'],
    ['Interpreter', 'title not entered'],
    ['Zhou Min', 'Section head, Foreign affairs office'],
  ]);
  expect(rowsOf('day')).toEqual([['10:15', 'Talks', 'Town Hall']]);
});

test('a delegation still to come is led to those here whom it should meet, and only in the copy of the city that receives it', async () => {
  const { owner, office } = world.liverpool;
  const as = <T>(use: Parameters<typeof db.as<T>>[1], version?: number) => db.as(owner, use, version);
  const fromSide = world.cities.shanghai < world.cities.liverpool ? ('a' as const) : ('b' as const);
  const company = { office, kind: 'company' as const, country: 'GB', city: null, website: null, officeId: null };
  const cables = valueOf(await as((work) => createOrganisation(work, { ...company, name: text('Mersey Marine') })));
  valueOf(await as((work) => createOrganisation(work, { ...company, name: text('Albert Bakery') })));
  const offer = { organisationId: cables.id, kind: 'offer' as const, text: text('Shore power systems for berths'), details: null };
  valueOf(await as(async (work) => ok(await recordEntries(work, { office, entries: [offer] }))));
  const traveller = { id: null, leads: false, organisationId: null, name: null };
  const travellers = [{ ...traveller, organisation: text('Shanghai Shore Power Company'), post: text('Head of shore power') }];
  const nextYear = new Date().getUTCFullYear() + 1;
  const meets = async (starts: string, side: 'a' | 'b') => {
    const { id: exchangeId } = await exchange('liverpool', 'Port delegation', starts, null, side);
    valueOf(await as((work) => setDelegation(work, { visitId: exchangeId, travellers, keepUntil: null }), 0));
    const { paper } = await briefed('liverpool', 'en', { exchangeId });
    const found = paper.groups.flatMap(({ sections }) => sections).find(({ key }) => key === 'meet');
    return found?.blocks.flatMap((block) =>
      block.kind === 'rows' ? block.rows.map(({ cells }) => cells.flat().map((line) => line.text)) : [],
    );
  };
  expect(await meets(`${nextYear}-03`, fromSide)).toEqual([['Shanghai Shore Power Company', 'Mersey Marine']]);
  expect(await meets('2019-03', fromSide), 'over').toBeUndefined();
  expect(await meets(`${nextYear}-03`, fromSide === 'a' ? 'b' : 'a'), 'we travel').toBeUndefined();
});

test('on paper it has two pages in both languages, and every word of it is read back; the Word file holds the same', async () => {
  for (const language of few(['en', 'zh-Hans'] as const)) {
    const pdf = await printed('liverpool', language, 'pdf', { exchangeId: visit.id });
    const pages = pagesOf(pdf);
    const { paper, length } = await briefed('liverpool', language, { exchangeId: visit.id });
    if (process.env['HANSA_LOOK'] !== undefined) {
      writeFileSync(`${process.env['HANSA_LOOK']}/briefing-${language}.pdf`, pdf);
      writeFileSync(
        `${process.env['HANSA_LOOK']}/briefing-${language}.docx`,
        await printed('liverpool', language, 'docx', { exchangeId: visit.id }),
      );
    }
    expect([pages.length, length.pages, length.left]).toEqual([2, 2, []]);
    const said = unbroken(pages.join(''));
    const lines = paper.groups
      .flatMap(({ sections }) => sections)
      .flatMap(({ title, blocks }) => [
        title,
        ...blocks.flatMap((block) =>
          block.kind === 'rows'
            ? block.rows.flatMap(({ cells }) => cells.flat().map((line) => line.text))
            : block.kind === 'lead' || block.kind === 'text'
              ? block.lines.map((line) => line.text)
              : [],
        ),
      ]);
    expect(lines.filter((line) => !said.includes(unbroken(line)))).toEqual([]);
    expect(
      pages.map((page) => [unbroken(page).includes(unbroken(paper.foot.seal)), /page\d|第\d/.exec(unbroken(page))?.[0].slice(-1)]),
    ).toEqual([
      [true, '1'],
      [true, '2'],
    ]);
    const word = await wordsOfWord(await printed('liverpool', language, 'docx', { exchangeId: visit.id }));
    expect(lines.filter((line) => !unbroken(word.body).includes(unbroken(line)))).toEqual([]);
    expect([word.edges.includes(paper.foot.seal), (word.elements.get('tbl') ?? 0) > 4]).toEqual([true, true]);
  }
});

test('sums stand in the briefing in the currency that its office chose, with their rates, and in no other office’s', async () => {
  const { owner, office } = world.liverpool;
  const inOurs = async (side: Side) => JSON.stringify((await briefed(side, 'en')).paper);
  expect(await inOurs('liverpool')).not.toContain('In our currency');
  const table = await db.as(owner, (work) =>
    recordRateTable(work, {
      ...{ officeId: office, text: 'Date\tCountry\tExchange rate\n2019-01-01\tUnited Kingdom\t0.78\n2019-01-01\tEuro\t0.89' },
      ...{ columns: [], order: null, period: null, base: 'USD', answers: [], name: 'Annual rates', measure: 'average' },
      ...{ direction: 'units_per_base', fileName: null, replaces: null },
      source: {
        ...{ class: 'official_publication', title: 'Foreign exchange rates', publisher: 'A central bank' },
        ...{ date: { text: '2020', qualifier: 'exact' }, address: null, documentId: null },
      },
    }),
  );
  const choice = { tableId: valueOf(table).id, currency: 'EUR', isPublic: false };
  valueOf(await db.as(owner, (work) => chooseRates(work, { officeId: office, choice })));
  const said = await inOurs('liverpool');
  expect(said).toContain('In our currency');
  expect(said).toMatch(/potential deals: about €159 million, at .*A central bank, 2020/);
  expect(await inOurs('shanghai')).not.toContain('In our currency');
  valueOf(await db.as(owner, (work) => chooseRates(work, { officeId: office, choice: null })));
});

fullTest('however much has happened it never has a third page: past visits go first, the oldest first, and how many is said', async () => {
  for (let year = 1960; year < 2020; year += 1)
    await exchange('liverpool', `Delegation of ${String(year)}`, String(year), 'Somebody of the council');
  const { length, paper } = await briefed('liverpool', 'en', { exchangeId: visit.id });
  expect(length.pages).toBe(2);
  expect(length.left[0]?.words).toContain('Delegation of 1960');
  expect(length.left.every(({ words: said }) => said.includes('Delegation of'))).toBe(true);
  expect(JSON.stringify(paper)).toContain('Delegation of 2019');
  expect(pagesOf(await printed('liverpool', 'en', 'pdf', { exchangeId: visit.id }))).toHaveLength(2);
  expect(unbroken(pagesOf(await printed('liverpool', 'en', 'pdf', { exchangeId: visit.id })).join(''))).toContain(
    unbroken(`${String(length.left.length)} more on the page of the tie`),
  );
});

test('what is not to be said of outcomes is marked where it stands: of the others beside the one that is told, too', async () => {
  const { owner, office } = world.liverpool;
  const textsOf = async () => JSON.stringify((await briefed('liverpool', 'en')).paper);
  expect(await textsOf()).not.toContain('Not all of them are public');
  const hidden = deals(world, office, {
    extent: 'single',
    title: text('A deal nobody is told'),
    entry: entry({ stage: 'potential', amount: '5', currency: 'GBP' }),
  });
  valueOf(await db.as(owner, (work) => recordOutcome(work, hidden)));
  expect(await textsOf()).toContain('Not all of them are public: do not mention those that are not.');
});
