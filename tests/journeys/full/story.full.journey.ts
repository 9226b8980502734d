// The story that Hansa exists for, as everybody would read it: a delegation of April 2019 and its 45 deals, £139 million as one side said; three of them
// drawn down, the other 42 companies asked for three years. Pages, papers and data then say the same to the penny, in both languages.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { planFollowUpsOf } from '#modules/outcomes/api/follow-up/plan.ts';
import { openTie, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import type { TestOffice } from '#platform/postgres/test-database.ts';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { openTestApp, type TestApp } from '../../fixtures/app.ts';
import { call, type Input } from '../../fixtures/calls.ts';

let app: TestApp;
let tie: TieFixture;
beforeAll(async () => {
  app = await openTestApp(undefined, { draws: true });
  tie = await openTie(app.db);
  for (const { owner } of [tie.liverpool, tie.shanghai]) cookies.set(owner, await app.signIn(owner));
});
afterAll(async () => {
  vi.useRealTimers();
  await app.close();
});

/** Signed in before time is turned back, since the database knows when a session ends. */
const cookies = new Map<string, string>();
const goTo = (instant: string): void => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });

interface Made {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

async function does(by: TestOffice | null, operation: string, input: Input, version?: number): Promise<Made> {
  const cookie = by === null ? undefined : cookies.get(by.owner);
  const answer = await call(app, operation, input, { cookie, ...(version === undefined ? {} : { version }) });
  if (answer.status >= 300) expect.fail(`${operation}: ${answer.status} ${answer.text.slice(0, 600)}`);
  return answer.body as Made;
}

const both = (en: string, zh: string) => ({ en: { text: en, origin: 'human' }, 'zh-Hans': { text: zh, origin: 'human' } });
const article = {
  ...{
    class: 'press_or_study',
    title: 'Sister cities at the expo',
    address: 'https://example.org/forum.html',
    date: { text: '2019-11-05' },
  },
  ...{ passage: '45 potential deals worth £139 million', place: 'second paragraph' },
};

/** Records an outcome of the delegation and shows it to everybody. */
async function records(input: Input): Promise<string> {
  const made = await does(tie.liverpool, 'outcomes.recordOutcome', {
    ...{ office: tie.liverpool.office, kind: 'deal', fromCity: tie.cities.liverpool, toCity: tie.cities.shanghai, domain: 'trade' },
    ...{ occurred: { text: '2019-04' }, confirmed: ['outcomes.may_be_same', 'outcomes.large_part_of_edition', 'outcomes.round_amount'] },
    ...input,
  });
  await does(tie.liverpool, 'outcomes.setOutcomeAudience', { outcomeId: made.id, visibility: 'public' }, made.version);
  return made.id;
}

const adds = (outcomeId: string, input: Input) =>
  does(tie.liverpool, 'outcomes.addEntry', {
    outcomeId,
    confirmed: ['outcomes.becomes_public', 'outcomes.jump_after_signature', 'outcomes.round_amount', 'outcomes.later_is_larger'],
    ...input,
  });

const says = (outcomeId: string, input: Input) =>
  does(tie.shanghai, 'outcomes.confirmStage', { outcomeId, office: tie.shanghai.office, visibility: 'public', ...input });

const slug = 'liverpool-gb--shanghai-cn';
const report = `/ties/${slug}/report`;
const [forumPage, forumSlug] = ['/editions/forum-of-april-2019', 'forum-of-april-2019'];

/** Words of a page as it is sent, whole without a script. */
async function page(path: string): Promise<string> {
  const answer = await app.ask('GET', path);
  if (answer.status !== 200) expect.fail(`${path}: ${answer.status}`);
  const body = answer.text.slice(answer.text.indexOf('<main'), answer.text.lastIndexOf('</main>'));
  const bare = body.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ');
  return bare.replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
}

const data = async (name: string): Promise<string> => (await app.ask('GET', `/data/${name}`)).text;
const rowsOf = async (name: string) => JSON.parse(await data(`${name}.json`)) as readonly Readonly<Record<string, unknown>>[];

const theFigure = /£139(?:,000,000(?:\.00)?| million)|139000000|1\.39 ?亿英镑|139,000,000英镑/g;
/** Beside the figure stands that it is potential or who alone says it. */
const asSaid = /potential|deputy mayor|reported by one side|said of the whole|潜在|意向|一方|副市长|所称|据/i;

/** Nothing that everybody may read shows the figure as anything but potential and the word of one side. */
async function expectNoMoreThanSaid(followed = false): Promise<void> {
  const paths = ['/', '/search?q=deals', '/cities/liverpool-gb', '/cities/shanghai-cn', `/ties/${slug}`, report, `/outcomes/${whole}`];
  for (const path of [...paths, forumPage, ...(followed ? [`${forumPage}/follow-through`] : [])])
    for (const prefix of ['', '/zh']) {
      const words = await page(prefix === '' ? path : `${prefix}${path === '/' ? '/' : path}`);
      for (const { index } of words.matchAll(theFigure))
        expect(words.slice(Math.max(0, index - 250), index + 250), `${prefix}${path}`).toMatch(asSaid);
    }
  const totals = (await does(null, 'reports.getTieReport', { tie: slug }))['totals'] as readonly Total[];
  for (const { stage, assurance, amount } of totals)
    if (Number(amount.value) >= 139_000_000) expect([stage, assurance, amount.value]).toEqual(['potential', 'reported', '139000000']);
  for (const row of await rowsOf('outcomes'))
    if (String(row['amount']).includes('139000000')) expect([row['stage'], row['assurance']]).toEqual(['potential', 'reported']);
  const iati = await data('outcomes.iati.xml');
  expect(iati).toContain('<iati-activity');
  for (const [transaction] of iati.matchAll(/<transaction[\s\S]*?<\/transaction>/g)) expect(transaction).not.toMatch(theFigure);
}

interface Total {
  readonly stage: string;
  readonly assurance: string;
  readonly amount: { readonly value: string; readonly currency: string };
}

/** What nobody may forget of the figure: at each step it is potential, and the word of one side. */
let whole: string;
let visit: string;
let forum: string;
const parts: string[] = [];
const tokens: string[] = [];
const address = (n: number) => `firm${n}@example.org`;

test('April 2019: the delegation, its memorandum, and 45 deals of £139 million as the deputy mayor said', async () => {
  goTo('2019-04-25T09:00:00Z');
  const { office } = tie.liverpool;
  const on = { tieId: tie.tieId, office };
  const memorandum = await does(tie.liverpool, 'ties.addAgreement', {
    ...{ ...on, kind: 'memorandum', title: both('Memorandum of April 2019', '2019年4月备忘录'), signedOn: { text: '2019-04-17' } },
  });
  visit = (
    await does(tie.liverpool, 'ties.addExchange', {
      ...{ ...on, kind: 'visit', fromSide: 'a', domains: ['trade'], starts: { text: '2019-04' } },
      title: both('Delegation of April 2019', '2019年4月代表团'),
    })
  ).id;
  const { rows } = await app.db.owner.query<{ version: number }>(
    'select version from ties.keeping where tie_id = $1 and owner_office = $2',
    [tie.tieId, office],
  );
  const told = { ...on, visibility: 'public', agreementIds: [memorandum.id], exchangeIds: [visit] };
  await does(tie.liverpool, 'ties.setTieAudience', told, rows[0]?.version);
  const edition = { office, name: both('Forum of April 2019', '2019年4月论坛'), venue: both('Exhibition Centre', '展览中心') };
  const days = { timeZone: 'Asia/Shanghai', firstDay: '2019-04-16', lastDay: '2019-04-18' };
  const made = await does(tie.liverpool, 'expos.createEdition', { ...edition, ...days });
  forum = made.id;
  const preview = await does(tie.liverpool, 'expos.previewPublication', { editionId: forum });
  await does(tie.liverpool, 'expos.publishEdition', { editionId: forum, digest: preview['digest'] }, made.version);
  whole = await records({
    ...{ extent: 'aggregate', title: both('Deals found by the delegation', '代表团商定的项目') },
    attributions: [
      { subjectKind: 'tie', subjectId: tie.tieId, relation: 'related_to' },
      { subjectKind: 'exchange', subjectId: visit, relation: 'result_of' },
      { subjectKind: 'edition', subjectId: forum, relation: 'result_of' },
    ],
    entry: {
      ...{ stage: 'potential', amount: '139000000', currency: 'GBP', count: '45', valueDate: { text: '2019-04' } },
      ...{ saidBy: 'The deputy mayor of Liverpool', about: 'The delegation of April 2019', source: article },
    },
  });
  await expectNoMoreThanSaid();
});

test('three are drawn down: one signed and confirmed, one disputed at its stage, one lapsed', async () => {
  goTo('2019-06-20T09:00:00Z');
  const part = (en: string, zh: string, entry: Input) =>
    records({ title: both(en, zh), partOf: whole, entry: { currency: 'GBP', valueDate: { text: '2019-06' }, ...entry } });
  const cranes = await part('Cranes for the port', '港口起重机', { stage: 'signed', amount: '1200000.10' });
  const water = await part('Water works', '水务工程', { stage: 'signed', amount: '2400000.05' });
  const film = await part('A film together', '合拍影片', { stage: 'intended', amount: '300000' });
  parts.push(cranes, water, film);
  await says(cranes, { stage: 'signed', verdict: 'confirms', through: 1 });
  await says(water, { stage: 'signed', verdict: 'differs', heldStage: 'intended', through: 1 });
  await adds(film, { stage: 'lapsed', valueDate: { text: '2019-06-15' } });
  expect(await page(`/outcomes/${whole}`)).toContain('Of 45 deals: 1 deal signed (£1,200,000.10), 1 deal lapsed and 1 deal in dispute.');
  await expectNoMoreThanSaid();
});

test('the lead names all the companies, and the clock asks the 42 others until 36 months have gone', async () => {
  for (let n = 0; n < 42; n += 1) {
    const name = both(`Firm ${n}`, `第${n}公司`);
    const firm = await does(tie.liverpool, 'organisations.createOrganisation', {
      office: tie.liverpool.office,
      kind: 'company',
      name,
      country: 'GB',
    });
    await does(tie.liverpool, 'organisations.addContact', {
      organisationId: firm.id,
      surname: 'Lee',
      givenName: 'Ann',
      email: address(n),
      languages: ['en'],
    });
    const entry = { stage: 'potential', valueDate: { text: '2019-04' } };
    parts.push(
      await records({ title: both(`Deal of firm ${n}`, `第${n}公司的项目`), partOf: whole, parties: [{ organisationId: firm.id }], entry }),
    );
  }
  for (const day of ['2019-07-31', '2019-10-31', '2020-04-30', '2021-04-30', '2022-04-30']) {
    goTo(`${day}T09:00:00Z`);
    expect(await planFollowUpsOf(app.db.database, { now: new Date() })).toBe(42);
    const { office } = tie.liverpool;
    const due = await does(tie.liverpool, 'outcomes.listFollowUps', { officeId: office, which: 'due', limit: 200 });
    const entries = due['entries'] as readonly { readonly id: string }[];
    const sent = await does(tie.liverpool, 'outcomes.sendFollowUps', { officeId: office, followUpIds: entries.map(({ id }) => id) });
    expect(sent).toMatchObject({ letters: 42, questions: 42, left: [] });
    await app.db.owner.query('update platform.mail set sent_at = $1 where sent_at is null', [`${day}T09:05:00Z`]);
  }
  const { rows } = await app.db.owner.query<{ recipient: string; body: string }>('select recipient, body from platform.mail order by id');
  for (let n = 0; n < 42; n += 1)
    tokens.push(/#(hansa_followup_[\w-]{43})/.exec(rows.findLast(({ recipient }) => recipient === address(n))?.body ?? '')?.[1] ?? '');
  goTo('2022-05-10T09:00:00Z');
  for (let n = 0; n < 22; n += 1) {
    await does(null, 'outcomes.openFollowUp', { token: tokens[n] });
    const kept = n < 17;
    await does(null, 'outcomes.answerFollowUp', {
      ...{ token: tokens[n], answer: kept ? 'kept' : 'partly', language: 'en' },
      ...(kept ? { amount: `${100_000 + n}.37`, currency: 'GBP' } : { differs: ['less'] }),
    });
  }
}, 240_000);

test('pages, papers and data say the same, in both languages', async () => {
  goTo('2022-06-01T09:00:00Z');
  // What companies answered is their office's until the page is published.
  const untold = { fates: { kept: 0, partly: 0, not: 1, unknown: 44 }, reasons: { not_asked: 0, no_answer: 0 }, untold: 44 };
  expect(await does(null, 'reports.getScorecard', { city: 'liverpool-gb' })).toMatchObject(untold);
  expect(await page(report)).toContain('what became of the other 42 is not on record');
  const editionId = forum;
  const stating = { withSteps: false, withUnlisted: false };
  const { digest, version } = await does(tie.liverpool, 'reports.previewFollowThrough', { editionId, ...stating });
  await does(tie.liverpool, 'reports.publishFollowThrough', { editionId, digest, ...stating }, Number(version));
  await expectNoMoreThanSaid(true);

  const fates = { kept: 17, partly: 5, not: 1, unknown: 22 };
  const followed = await does(null, 'reports.getFollowThrough', { edition: forumSlug });
  expect(followed).toMatchObject({
    ...{ total: 45, fates, reasons: { no_answer: 20, not_asked: 1, in_dispute: 1 }, answers: { asked: 42, answered: 22 }, realised: [] },
    byStage: [
      { stage: 'potential', fates: { kept: 17, partly: 5, not: 0, unknown: 20 }, announced: [{ amount: { value: '139000000' } }] },
      { stage: 'intended', fates: { not: 1 } },
      { stage: 'signed', fates: { unknown: 2 }, announced: [{ amount: { value: '3600000.15' } }] },
    ],
  });
  const listed = (await does(null, 'reports.listFollowThrough', { edition: forumSlug, limit: 200 }))['entries'] as readonly {
    readonly fate: keyof typeof fates;
    readonly things: number;
  }[];
  const tally = (of: Iterable<{ readonly fate: unknown; readonly things: unknown }>) =>
    Object.fromEntries(
      Object.keys(fates).map((fate) => [fate, [...of].reduce((sum, row) => sum + (row.fate === fate ? Number(row.things) : 0), 0)]),
    );
  expect(tally(listed)).toEqual(fates);
  const rows = (await rowsOf('follow-through')).filter((row) => row['edition'] === forumSlug);
  expect(tally(rows.map((row) => ({ fate: row['fate'], things: row['things'] })))).toEqual(fates);

  const { totals } = (await does(null, 'reports.getTieReport', { tie: slug })) as unknown as { readonly totals: readonly Total[] };
  expect(totals.map(({ stage, assurance, amount }) => [stage, assurance, amount.value, amount.currency])).toEqual([
    ['signed', 'confirmed', '1200000.1', 'GBP'],
    // Stands for itself: the sides differ.
    ['signed', 'differ', '2400000.05', 'GBP'],
  ]);
  const seals = new Set<string | undefined>();
  for (const [language, amount] of [
    ['en', '£1,200,000.10'],
    ['zh-Hans', '1,200,000.10英镑'],
  ] as const) {
    const prefix = language === 'en' ? '' : '/zh';
    expect(await page(`${prefix}${report}`)).toContain(amount);
    expect(await page(`${prefix}/outcomes/${whole}`)).toContain(amount);
    const shown = await page(`${prefix}${forumPage}/follow-through`);
    for (const figure of ['45', '17', '22']) expect(shown).toContain(figure);
    for (const copy of ['neutral', 'first', 'second']) {
      const asked = new URLSearchParams({ format: 'docx', copy, language }).toString();
      const { body, edges } = await wordsOfWord((await app.ask('GET', `/api/v1/ties/${slug}/report/file?${asked}`)).bytes);
      expect(body).toContain(amount);
      expect(body).toContain(language === 'en' ? '17 kept and 5 kept in part' : '17');
      for (const { index } of body.matchAll(theFigure)) expect(body.slice(Math.max(0, index - 60), index + 60)).toMatch(asSaid);
      seals.add(/([0-9a-f]{4} ){2}[0-9a-f]{4}/.exec(edges)?.[0]);
    }
  }
  const score = {
    things: 45,
    fates,
    reasons: { no_answer: 20, not_asked: 1, in_dispute: 1 },
    untold: 0,
    answers: { asked: 20, answered: 22 },
  };
  // As the report says: one signed, one in dispute, and of the other 20 nothing.
  const came = [
    { stage: 'signed', things: 1 },
    { stage: null, things: 1 },
  ];
  const further = { several: { came, rest: 20 }, single: { came: [], rest: 0 } };
  expect(await does(null, 'reports.getScorecard', { city: 'liverpool-gb' })).toMatchObject({ ...score, further });
  for (const [path, words] of [
    ['/cities/liverpool-gb/scorecard', 'kept 17 38% kept in part 5 11% not kept 1 2% unknown 22 49%'],
    ['/zh/cities/liverpool-gb/scorecard', '已落实 17 38% 部分落实 5 11% 未落实 1 2% 不详 22 49%'],
    [report, 'according to the companies, 17 kept and 5 kept in part; what became of the other 20 is not on record'],
    [`/outcomes/${whole}`, '17 deals kept according to the company and 5 deals kept in part'],
  ] as const)
    expect(await page(path)).toContain(words);
  const asked = { officeId: tie.liverpool.office, year: 2022, language: 'en' };
  const council = JSON.stringify((await does(tie.liverpool, 'reports.getCouncilReport', asked))['paper']);
  expect(council).toContain('17 kept, 5 kept in part, 1 not kept, 22 unknown');
  // Three copies in two languages.
  expect([...seals]).toEqual([expect.stringMatching(/^[0-9a-f ]{14}$/)]);
});
