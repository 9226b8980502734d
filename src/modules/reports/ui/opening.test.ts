import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { formatsOf } from '#client/formats.ts';
import { en as outcomesEn } from '#modules/outcomes/ui/text.en.ts';
import { zh as outcomesZh } from '#modules/outcomes/ui/text.zh.ts';
import { en as designEn } from '#design/text.en.ts';
import { zh as designZh } from '#design/text.zh.ts';
import { chooseText, languages, writing, type Language } from '#kernel/language.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { SourceClass } from '#modules/evidence/domain/source.ts';
import { openingOf, type OpeningFacts, type OpeningOutcome } from '../domain/opening.ts';
import { openingWords } from '../domain/opening-words.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

const on = (text: string, qualifier: FlexDate['qualifier'] = 'exact'): FlexDate => ({ text, qualifier });
const text = (english: string, chinese: string) => ({
  en: { text: english, origin: 'human' as const },
  'zh-Hans': { text: chinese, origin: 'human' as const },
});
const names: Readonly<Record<string, ReturnType<typeof text>>> = { l: text('Liverpool', '利物浦'), s: text('Shanghai', '上海') };
const cities = { first: { id: 'l', officeId: 'desk l' }, second: { id: 's', officeId: 'desk s' } };
const bare: OpeningFacts = { today: '2026-11-29', cities, entries: [], gaps: [], alike: [] };
const noVisits = ['l', 's'].map((cityId) => ({ about: 'visits', cityId }));

const offices: Readonly<Record<string, ReturnType<typeof text>>> = {
  'desk l': text('Liverpool desk', '利物浦方'),
  'desk s': text('Shanghai desk', '上海方'),
};
const dated = (office: string, date: FlexDate, source: SourceClass = 'official_publication', title = '') => ({
  value: { type: 'date' as const, date },
  office: { id: office, name: offices[office] ?? {} },
  source: { class: source, title },
});
type SaidEntry = Extract<OpeningFacts['entries'][number], { kind: 'said' }>;
const said = (attribute: string, standing: SaidEntry['standing'], shown: Partial<SaidEntry['shown']>): SaidEntry => ({
  ...{ kind: 'said', attribute, standing, cityId: null },
  shown: { first: null, agreeing: [], differing: [], ...shown },
});
const began = said('established', 'known', {
  first: dated('desk s', on('1999-10-18'), 'own_records'),
  agreeing: [dated('desk l', on('1999-10-18'), 'signed_paper')],
});
const status = (cityId: string, code: string): SaidEntry => ({
  ...said('status', 'reported', { first: { ...dated(`desk ${cityId}`, on('2020')), value: { type: 'code', code } } }),
  cityId,
});
const deals: OpeningOutcome = {
  id: 'deals',
  title: text('Potential deals of the delegation', '代表团潜在交易'),
  kind: 'deal',
  counted: null,
  occurred: on('2019-04'),
  partOf: null,
  extent: 'aggregate',
  answered: null,
  reached: { stage: 'potential', ended: null },
  figures: [
    {
      ...{ stage: 'potential', amount: { value: '139000000', currency: 'GBP' }, count: '45', assurance: 'reported' },
      ...{ qualifier: 'exact', countQualifier: 'exact' },
    },
  ],
};
const paper = (signedOn: FlexDate) => ({
  kind: 'agreement' as const,
  agreement: { kind: 'charter', title: text('Partnership agreement', '合作协议'), signedOn },
});
const came = (outcome: OpeningOutcome) => ({ kind: 'outcome' as const, outcome });
const part = (id: string, stage: 'signed' | 'lapsed') =>
  came({
    ...deals,
    ...{
      id,
      partOf: 'deals',
      extent: 'single',
      reached: stage === 'lapsed' ? { stage: 'intended', ended: 'lapsed' } : { stage, ended: null },
      figures: [],
    },
  });

async function read(language: Language, facts: OpeningFacts): Promise<string> {
  const texts = { en: { ...designEn, ...outcomesEn, ...en }, 'zh-Hans': { ...designZh, ...outcomesZh, ...zh } }[language];
  const instance = createInstance({
    ...{ lng: language, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } },
    resources: { [language]: { translation: texts } },
  });
  const translate = await instance.init();
  const t = (key: string, params = {}): string => String(translate(key as 'reports.known', params));
  const naming = (name: Parameters<typeof chooseText>[0]): string => chooseText(name, language).text;
  const cityName = (id: string): string => naming(names[id] ?? {});
  return openingWords(openingOf(facts), { t, language, formats: formatsOf(language), naming, cityName }).join(writing[language].blank);
}

const cases: readonly (readonly [name: string, facts: Partial<OpeningFacts>, en: string, zh: string])[] = [
  [
    'both sides date it, and nobody followed up',
    { entries: [began, came(deals)], gaps: noVisits },
    'A tie since 18 October 1999, as both cities state. 45 potential deals worth £139 million (April 2019), reported by one side; what became of them is not on record.',
    '1999年10月18日结好，据双方说明。45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；后续情况未见记载。',
  ],
  [
    'the year that a museum names is no word for the day that stands in one side’s yearbook alone',
    {
      entries: [
        said('established', 'known', {
          first: dated('desk s', on('1999-10-18'), 'official_publication', '《上海统计年鉴2007》（Shanghai Statistical Yearbook 2007）'),
          agreeing: [dated('desk l', on('1999'), 'official_publication', 'Links with cities')],
        }),
      ],
      gaps: noVisits,
    },
    'A tie since 1999; Shanghai Statistical Yearbook 2007 gives 18 October 1999. No outcome has been recorded.',
    '1999年结好；《上海统计年鉴2007》记为1999年10月18日。尚未录入成果。',
  ],
  [
    'both cities state the year themselves, and the records of one the month',
    {
      entries: [
        said('established', 'reported', {
          first: dated('desk s', on('1999-10'), 'own_records'),
          agreeing: [dated('desk l', on('1999'), 'own_records'), dated('x', on('1999-10'), 'press_or_study', 'A daily')],
        }),
      ],
      gaps: noVisits,
    },
    'A tie since 1999, as both cities state; Shanghai desk and A daily give October 1999. No outcome has been recorded.',
    '1999年结好，据双方说明；上海方和A daily记为1999年10月。尚未录入成果。',
  ],
  [
    'what both desks read in the press is the word of the press',
    {
      entries: [
        said('established', 'reported', {
          first: dated('desk s', on('1999'), 'press_or_study'),
          agreeing: [dated('desk l', on('1999'), 'encyclopaedia')],
        }),
      ],
      gaps: noVisits,
    },
    'A tie since 1999, as reported. No outcome has been recorded.',
    '1999年结好，据有关来源。尚未录入成果。',
  ],
  [
    'number and amount are each meant in their own way, and a sentence begins with a capital',
    {
      entries: [
        came({
          ...deals,
          figures: deals.figures.map((one) => ({ ...one, countQualifier: 'about' as const, qualifier: 'nearly' as const })),
        }),
      ],
      gaps: noVisits,
    },
    'Nobody has stated when this tie began. About 45 potential deals worth nearly £139 million (April 2019), reported by one side; what became of them is not on record.',
    '结好日期尚无说明。约45项潜在交易，金额近1.39亿英镑（2019年4月），单方填报；后续情况未见记载。',
  ],
  [
    'companies that came are no realised exchanges',
    {
      entries: [
        came({
          ...{ ...deals, kind: 'exchange', counted: 'companies', reached: { stage: 'realised', ended: null } },
          figures: [
            {
              ...{ stage: 'realised', amount: null, count: '25', assurance: 'reported' },
              ...{ qualifier: 'exact', countQualifier: 'over' },
            },
          ],
        }),
      ],
      gaps: noVisits,
    },
    'Nobody has stated when this tie began. More than 25 companies took part (April 2019), reported by one side.',
    '结好日期尚无说明。逾25家企业已参加（2019年4月），单方填报。',
  ],
  [
    'nothing known',
    { gaps: noVisits },
    'Nobody has stated when this tie began. No outcome has been recorded.',
    '结好日期尚无说明。尚未录入成果。',
  ],
  [
    'a contested beginning names both dates and puts neither first',
    {
      entries: [said('established', 'contested', { first: dated('desk s', on('1980-01-28')), differing: [dated('desk l', on('1979'))] })],
      gaps: noVisits,
    },
    'When this tie began is contested: 1979 or 28 January 1980. No outcome has been recorded.',
    '结好日期记载不一：1979年或1980年1月28日。尚未录入成果。',
  ],
  [
    'of a contested beginning, what one date contains is no further alternative, and that of the signed paper goes first',
    {
      entries: [
        said('established', 'contested', {
          first: dated('desk l', on('1985-06-29')),
          differing: [dated('desk s', on('1986')), dated('desk s', on('1986-05-29'))],
        }),
        paper(on('1986-05-29')),
      ],
      gaps: noVisits,
    },
    'When this tie began is contested: 29 May 1986 or 29 June 1985. No outcome has been recorded.',
    '结好日期记载不一：1986年5月29日或1985年6月29日。尚未录入成果。',
  ],
  [
    'a paper on record dates no beginning, and is named where nobody states one',
    { entries: [paper(on('2007-11-19'))], gaps: noVisits },
    'Nobody has stated when this tie began; “Partnership agreement” was signed on 19 November 2007. No outcome has been recorded.',
    '结好日期尚无说明；“合作协议”于2007年11月19日签署。尚未录入成果。',
  ],
  [
    'one side only, by its own records, and silence since',
    {
      entries: [said('established', 'reported', { first: dated('desk l', on('1985', 'about'), 'own_records') })],
      gaps: [...noVisits, { about: 'silence', since: on('2019-11-05') }],
    },
    'A tie since about 1985, as Liverpool states. No outcome has been recorded, and nothing after 5 November 2019.',
    '约1985年结好，据利物浦方说明。尚未录入成果，2019年11月5日之后亦无记录。',
  ],
  [
    'the press says so, another source gives another date, and visits went one way',
    {
      entries: [
        said('established', 'reported', {
          first: dated('desk l', on('1985'), 'press_or_study'),
          differing: [dated('x', on('1986'), 'copy')],
        }),
      ],
      gaps: [{ about: 'visits', cityId: 's' }],
    },
    'A tie since 1985, as reported; other sources give 1986. No outcome has been recorded. Visits have been recorded from Liverpool only.',
    '1985年结好，据有关来源；另有来源记为1986年。尚未录入成果。仅录有利物浦方的出访。',
  ],
  [
    'what an office alone records and others do not read is its own word, not that of other sources',
    {
      entries: [
        said('established', 'known', {
          first: dated('x', on('1999-10-18')),
          differing: [{ ...dated('desk l', on('1999-11-18'), 'own_records', 'Our records'), visibility: 'private' as const }],
        }),
      ],
      gaps: noVisits,
    },
    'A tie since 18 October 1999, according to an official source; Liverpool desk gives 18 November 1999. No outcome has been recorded.',
    '1999年10月18日结好，依据官方来源；利物浦方记为1999年11月18日。尚未录入成果。',
  ],
  [
    'an official source alone, and visits both ways',
    { entries: [said('established', 'known', { first: dated('x', on('1973-11-30')) })] },
    'A tie since 30 November 1973, according to an official source. No outcome has been recorded. Visits have been recorded in both directions.',
    '1973年11月30日结好，依据官方来源。尚未录入成果。双向互访均有记录。',
  ],
  [
    'an ended tie is not a tie since',
    { entries: [began, said('ended', 'known', { first: dated('desk l', on('2004')) })], gaps: noVisits },
    'A tie that began on 18 October 1999, as both cities state. It ended in 2004. No outcome has been recorded.',
    '1999年10月18日结好，据双方说明。2004年结束。尚未录入成果。',
  ],
  [
    'an end that is only reported, or contested, is told as such',
    { entries: [began, said('ended', 'reported', { first: dated('x', on('2004-05-03'), 'copy') })], gaps: noVisits },
    'A tie that began on 18 October 1999, as both cities state. It is reported to have ended on 3 May 2004. No outcome has been recorded.',
    '1999年10月18日结好，据双方说明。有来源称已于2004年5月3日结束。尚未录入成果。',
  ],
  [
    'an end that is yet to come has not come',
    { entries: [began, said('ended', 'reported', { first: dated('desk l', on('2031')) })], gaps: noVisits },
    'A tie since 18 October 1999, as both cities state. It is to end in 2031. No outcome has been recorded.',
    '1999年10月18日结好，据双方说明。定于2031年结束。尚未录入成果。',
  ],
  [
    'one side states that it is suspended',
    { entries: [began, status('l', 'suspended'), status('s', 'active')], gaps: noVisits },
    'A tie since 18 October 1999, as both cities state. Liverpool states that it is suspended. No outcome has been recorded.',
    '1999年10月18日结好，据双方说明。利物浦方说明关系已中止。尚未录入成果。',
  ],
  [
    'parts of the whole are told with it and never beside it',
    { entries: [came(deals), part('a', 'signed'), part('b', 'signed'), part('c', 'lapsed')], gaps: noVisits },
    'Nobody has stated when this tie began. 45 potential deals worth £139 million (April 2019), reported by one side; of these, 2 signed and 1 lapsed; what became of the other 42 is not on record.',
    '结好日期尚无说明。45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；其中签约2项和失效1项，其余42项未见后续记载。',
  ],
  [
    'a part that a side holds otherwise is in no share, and nobody says that nothing was said of it',
    {
      entries: [
        came(deals),
        part('a', 'signed'),
        came({
          ...deals,
          ...{ id: 'b', partOf: 'deals', extent: 'single', reached: { stage: 'signed', ended: null } },
          figures: [
            {
              ...{ stage: 'signed', amount: { value: '1100000', currency: 'GBP' }, count: null, assurance: 'differ' },
              ...{ qualifier: 'exact', countQualifier: 'exact' },
            },
          ],
        }),
      ],
      gaps: noVisits,
    },
    'Nobody has stated when this tie began. 45 potential deals worth £139 million (April 2019), reported by one side; of these, 1 signed and 1 in dispute; what became of the other 43 is not on record.',
    '结好日期尚无说明。45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；其中签约1项和口径不一1项，其余43项未见后续记载。',
  ],
  [
    'what companies answered of parts is told as their word, and is not counted among what nobody has said',
    {
      entries: [
        came(deals),
        part('a', 'signed'),
        ...(['kept', 'partly', 'not', null] as const).map((answered) =>
          came({ ...deals, id: `part ${answered}`, partOf: 'deals', extent: 'single', answered, figures: [] }),
        ),
      ],
      gaps: noVisits,
    },
    'Nobody has stated when this tie began. 45 potential deals worth £139 million (April 2019), reported by one side; 5 of them are recorded one by one; of these, 1 signed; according to the companies, 1 kept, 1 kept in part and 1 not kept; what became of the other 41 is not on record.',
    '结好日期尚无说明。45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；其中5项已逐项录入；其中签约1项；据企业答复，已落实1项、部分落实1项和未落实1项，其余41项未见后续记载。',
  ],
  [
    'a single one of which its company alone has answered',
    { entries: [came({ ...deals, extent: 'single', answered: 'partly' })], gaps: noVisits },
    'Nobody has stated when this tie began. 45 potential deals worth £139 million (April 2019), reported by one side; according to the company: kept in part.',
    '结好日期尚无说明。45项潜在交易，金额1.39亿英镑（2019年4月），单方填报；企业答复：部分落实。',
  ],
  [
    'a single one without a count, confirmed by both, and another beside it',
    {
      entries: [
        came({
          ...deals,
          ...{ reached: { stage: 'realised', ended: null }, occurred: null },
          figures: [{ stage: 'realised', amount: null, count: null, qualifier: 'exact', countQualifier: 'exact', assurance: 'confirmed' }],
        }),
        came({ ...deals, id: 'other', occurred: null, reached: { stage: null, ended: null }, figures: [] }),
      ],
      gaps: noVisits,
    },
    'Nobody has stated when this tie began. “Potential deals of the delegation” (realised), confirmed by both. One other outcome is on record.',
    '结好日期尚无说明。“代表团潜在交易”（落实），双方确认。另录有1项成果。',
  ],
  [
    'an outcome of which nobody states a stage',
    { entries: [came({ ...deals, reached: { stage: null, ended: null }, figures: [] })], gaps: noVisits },
    'Nobody has stated when this tie began. “Potential deals of the delegation” has been recorded; nobody has stated how far it came.',
    '结好日期尚无说明。已录入“代表团潜在交易”，进展阶段尚无说明。',
  ],
];

describe.each(cases)('%s', (_name, facts, english, chinese) => {
  test('in both languages', async () => {
    for (const language of languages)
      expect(await read(language, { ...bare, ...facts })).toBe({ en: english, 'zh-Hans': chinese }[language]);
  });
});

test('a comparison or an opinion is no beginning, and the same thing entered twice is told once', () => {
  const held = said('established', 'held', {});
  const twice = { entries: [held, came(deals), came({ ...deals, id: 'again' })], alike: [{ again: 'again' }], gaps: noVisits };
  expect(openingOf({ ...bare, ...twice }).map(({ about }) => about)).toEqual(['beginning_unknown', 'outcome']);
});

test('of several outcomes the one that nobody followed up comes first, then the newest; the amount decides nothing', () => {
  const figures = deals.figures.map((one) => ({ ...one, amount: { value: '9000000000', currency: 'GBP' } }));
  const large = { ...deals, id: 'large', occurred: on('2010'), figures };
  const lead = (other: OpeningOutcome) =>
    openingOf({ ...bare, entries: [came(large), came(other)] }).find(({ about }) => about === 'outcome');
  expect(lead(deals)).toMatchObject({ outcome: { id: 'deals' } });
  expect(lead({ ...deals, reached: { stage: 'realised', ended: null } })).toMatchObject({ outcome: { id: 'large' } });
});
