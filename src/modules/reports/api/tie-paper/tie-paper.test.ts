import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { enterOutcomeStatements } from '#modules/outcomes/api/enter-outcome-statements.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { setAudiences } from '#modules/evidence/api/set-audiences.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { fullTest } from '#platform/full-size.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { PaperCopy } from '../../domain/paper-copy.ts';
import { exportTieReport, sealOf } from '../export-tie-report.ts';
import { getTieReport } from '../tie-report.ts';

let db: TestDatabase;
let world: TieFixture;
const tie = 'liverpool-gb--shanghai-cn';

const source = (title: string) => ({
  ...{
    class: 'official_publication' as const,
    title,
    publisher: 'Statistics bureau',
    address: null,
    date: null,
    passage: null,
    documentId: null,
  },
});

async function publish(exchangeIds: readonly Id<'Exchange'>[], statementIds: readonly Id<'Statement'>[]): Promise<void> {
  const { owner, office } = world.liverpool;
  const audience = {
    tieId: world.tieId,
    office,
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: [...statementIds],
    agreementIds: [],
  };
  valueOf(await db.as(owner, (work) => setTieAudience(work, { ...audience, exchangeIds: [...exchangeIds] })));
}

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const {
    tieId,
    liverpool: { owner, office },
  } = world;
  const told = (attribute: 'established' | 'class', value: StatedValue) => ({
    ...{ attribute, value, kind: 'fact' as const, source: source('Yearbook 2007'), saidBy: null },
    ...{ visibility: 'private' as const, sharedWith: [], supersedes: null },
  });
  const entries = [
    told('established', { type: 'date', date: { text: '1999-10-18', qualifier: 'exact' } }),
    told('class', { type: 'code', code: 'sister_city' }),
  ];
  const said = valueOf(await db.as(owner, (work) => enterTieStatements(work, { tieId, office, entries })));
  const whole = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(world, office))));
  const part = deals(world, office, {
    extent: 'single',
    partOf: whole.id,
    title: text('Quay crane software'),
    attributions: [],
    entry: entry({ stage: 'signed', amount: '3600000', currency: 'GBP' }),
  });
  const signed = valueOf(await db.as(owner, (work) => recordOutcome(work, part)));
  const port = deals(world, office, { kind: 'project', extent: 'single', title: text('New port'), entry: null });
  const { id: portId } = valueOf(await db.as(owner, (work) => recordOutcome(work, port)));
  const stated = (amount: string, saidBy: string | null, title: string) => ({
    ...{
      attribute: 'amount',
      kind: 'fact' as const,
      source: source(title),
      saidBy,
      visibility: 'private' as const,
      sharedWith: [],
      supersedes: null,
    },
    value: { type: 'money' as const, amount, currency: 'GBP', qualifier: 'exact' as const },
  });
  const amounts = [stated('300000000', null, 'Press of 2014'), stated('600000000', 'The deputy mayor', 'Report of 2019')];
  const shown = valueOf(await db.as(owner, (work) => enterOutcomeStatements(work, { outcomeId: portId, office, entries: amounts })));
  const ofPort = shown.stated.flatMap(({ shown: { first, agreeing, differing } }) => [
    ...(first === null ? [] : [first]),
    ...agreeing,
    ...differing,
  ]);
  const audience = { visibility: 'public' as const, sharedWith: [] };
  valueOf(await db.as(owner, (work) => setAudiences(work, { office, statementIds: ofPort.map(({ id }) => id), audience })));
  for (const outcomeId of [whole.id, signed.id, portId])
    valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const exchangeIds: Id<'Exchange'>[] = [];
  for (let year = 1960; year < 2026; year += 1) {
    const facts = {
      kind: 'visit' as const,
      domains: ['trade' as const],
      title: text(`Delegation of ${String(year)}`),
      starts: { text: String(year), qualifier: 'exact' as const },
    };
    const rest = { ends: null, fromSide: 'a' as const, level: null, ledBy: null, people: null, note: null, source: null };
    exchangeIds.push(valueOf(await db.as(owner, (work) => addExchange(work, { tieId, office, ...facts, ...rest }))).id);
  }
  await publish(
    exchangeIds,
    said.entries.map(({ id }) => id),
  );
});
afterAll(() => db.close());

const printed = async (language: Language, copy: PaperCopy, format: 'pdf' | 'docx' = 'pdf') =>
  new Uint8Array(await valueOf(await exportTieReport((use) => db.as(null, use), { tie, format, copy, language })).arrayBuffer());

fullTest(
  'what sources state of an outcome without a ledger stands on its paper as on the page, each with who says it; so do the questions',
  async () => {
    for (const [language, words] of [
      ['en', ['Amount: £300 million [', '£600 million, said by The deputy mayor [', 'How Shanghai describes the status of the tie today.']],
      ['zh-Hans', ['金额：3亿英镑', '6亿英镑', '上海方对现状的说明。']],
    ] as const) {
      const said = unbroken(pagesOf(await printed(language, 'neutral')).join(''));
      expect(words.filter((one) => !said.includes(unbroken(one)))).toEqual([]);
    }
  },
);

test('the report on paper has two pages in both languages, five kinds of knowing, and says what it leaves out', async () => {
  for (const [language, kinds, more] of [
    ['en', ['Known', 'Reported', 'Contested', 'Unknown', 'Said, not counted'], /(\d+)moreinthedata/],
    ['zh-Hans', ['已知', '待印证', '官方记载不一', '未知', '看法与预测'], /另有(\d+)项见数据文件/],
  ] as const) {
    const pdf = await printed(language, 'neutral');
    if (process.env['HANSA_LOOK'] !== undefined) writeFileSync(`${process.env['HANSA_LOOK']}/report-${language}.pdf`, pdf);
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(2);
    const said = unbroken(pages.join(''));
    expect(kinds.filter((kind) => !said.includes(unbroken(kind)))).toEqual([]);
    // Without the visits, since the year of the last one would run into the count behind it.
    const left = Number(more.exec(said.replaceAll(/Delegationof\d{4}/g, ' '))?.[1]);
    // The oldest go first, and every one that is not printed is counted.
    const shown = [...said.matchAll(/Delegationof(\d{4})/g)].map(([, year]) => Number(year));
    expect([left + shown.length, Math.max(...shown), Math.min(...shown)]).toEqual([66, 2025, 2026 - shown.length]);
    expect(said).toContain('[1]');
  }
});

fullTest('three copies name the cities differently and bear one seal, which is worked out anew from the public report', async () => {
  const report = valueOf(await db.as(null, (work) => getTieReport(work, { tie })));
  const seal = unbroken(sealOf(report).printed);
  const heads: Record<string, string> = {};
  for (const language of ['en', 'zh-Hans'] as const)
    for (const copy of ['neutral', 'first', 'second'] as const) {
      const pages = pagesOf(await printed(language, copy)).map(unbroken);
      expect(
        pages.every((page) => page.includes(seal)),
        `${language} ${copy}`,
      ).toBe(true);
      heads[`${language} ${copy}`] = pages[0]?.slice(0, 17) ?? '';
    }
  expect([heads['en neutral'], heads['en first'], heads['en second']]).toEqual([
    'LiverpoolShanghai',
    'LiverpoolShanghai',
    'ShanghaiLiverpool',
  ]);
  expect([heads['zh-Hans first']?.slice(0, 5), heads['zh-Hans second']?.slice(0, 5)]).toEqual(['利物浦上海', '上海利物浦']);
  // An office reads the same figures as everybody: its own view is in no seal.
  const asOffice = valueOf(await db.as(world.shanghai.owner, (work) => getTieReport(work, { tie })));
  expect(sealOf(asOffice).hash).toBe(sealOf(report).hash);
});

test('the Word file says what the paper says, and the figures are those of the report', async () => {
  const file = await wordsOfWord(await printed('en', 'neutral', 'docx'));
  // No line of the office's program ends within a date or an amount.
  expect(file.held.map((held) => held.replaceAll('\u00a0', ' ')).join(' ')).toMatch(/April 2019.*£139 million|£139 million.*April 2019/);
  const [word, said] = [unbroken(file.body), unbroken(pagesOf(await printed('en', 'neutral')).join(''))];
  for (const line of [
    '45 potential deals worth £139 million (April 2019), reported by one side; of these, 1 signed (£3.6 million); what became of the other 44 is not on record.',
    'potential · 45 deals · £139 million · reported by one side',
    'signed · £3.6 million · reported by one side',
    '18 October 1999 [1]',
    'Sister city',
    '1 recorded one by one, 44 not',
    'Yearbook 2007, Statistics bureau',
  ])
    expect([line, word.includes(unbroken(line)), said.includes(unbroken(line))]).toEqual([line, true, true]);
});
