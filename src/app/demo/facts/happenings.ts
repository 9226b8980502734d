// Agreements, exchanges and counts of the demo's ties, each with the source that states it; what is not known is left out.
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { SourceKey } from './sources.ts';

type Words = readonly [en: string, zh: string];
type Pair = readonly [string, string];

export interface AgreementFact {
  readonly cities: Pair;
  readonly kind: 'charter' | 'memorandum' | 'programme';
  readonly title: Words;
  readonly signedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Parties that are no city, as the source names them. */
  readonly named: readonly string[];
  /** The agreement of the same tie under which it was made, and the one it goes on from, by their English titles. */
  readonly under?: string;
  readonly follows?: string;
  readonly source: SourceKey;
}

const basel: Pair = ['basel-ch', 'shanghai-cn'];
const memorandumOfBasel = (number: number, signedOn: string, [validFrom, validTo]: Pair, source: SourceKey): AgreementFact => ({
  cities: basel,
  kind: 'memorandum',
  title: [`Memorandum ${number}`, `第${number}份谅解备忘录`],
  signedOn,
  validFrom,
  validTo,
  named: [],
  under: 'Partnership agreement',
  ...(number === 1 ? {} : { follows: `Memorandum ${number - 1}` }),
  source,
});

export const agreementFacts: readonly AgreementFact[] = [
  {
    cities: basel,
    kind: 'charter',
    title: ['Partnership agreement', '友好合作关系协议'],
    signedOn: '2007-11-19',
    validFrom: '2007-11-19',
    validTo: null,
    named: [],
    source: 'basel-partnership',
  },
  memorandumOfBasel(1, '2008-04-04', ['2008', '2010'], 'basel-partnerships'),
  memorandumOfBasel(2, '2010-08-11', ['2011', '2013'], 'basel-partnerships'),
  memorandumOfBasel(3, '2014-03-21', ['2014', '2016'], 'basel-partnerships'),
  memorandumOfBasel(4, '2016-09-02', ['2017', '2019'], 'basel-partnerships'),
  memorandumOfBasel(5, '2021-04-15', ['2021', '2023'], 'basel-partnership'),
  {
    cities: ['rotterdam-nl', 'shanghai-cn'],
    kind: 'programme',
    title: ['Cooperation protocol', '合作议定书'],
    signedOn: '2003-09-19',
    validFrom: '2004',
    validTo: '2006',
    named: [],
    source: 'rotterdam-2003',
  },
  {
    cities: ['rotterdam-nl', 'shanghai-cn'],
    kind: 'memorandum',
    title: ['Memorandum of the sister ports, renewed', '姊妹港谅解备忘录（续签）'],
    signedOn: '2022-12',
    validFrom: null,
    validTo: null,
    named: ['Port of Rotterdam | 鹿特丹港', 'Shanghai transport commission | 上海市交通委员会'],
    source: 'port-rotterdam-2022',
  },
  {
    cities: ['hamburg-de', 'shanghai-cn'],
    kind: 'charter',
    title: ['Partnership declaration', '建立友好城市关系的声明'],
    signedOn: '1986-05-29',
    validFrom: '1986-05-29',
    validTo: null,
    named: [],
    source: 'hamburg-declaration',
  },
  {
    cities: ['liverpool-gb', 'shanghai-cn'],
    kind: 'memorandum',
    title: ['Memorandum that the trade delegation signed in April 2019', '2019年4月经贸代表团签署的谅解备忘录'],
    signedOn: '2019-04',
    validFrom: null,
    validTo: null,
    // With whom it was signed the report does not say; the cities are not its parties.
    named: ['Trade delegation from Liverpool | 利物浦经贸代表团'],
    source: 'forum-2019',
  },
];

export interface ExchangeFact {
  readonly cities: Pair;
  readonly kind: 'visit' | 'event' | 'programme';
  readonly title: Words;
  readonly domains: readonly Domain[];
  readonly note?: string;
  readonly starts: string;
  /** The city that travels. */
  readonly from: string | null;
  readonly people: number | null;
  readonly source: SourceKey;
  /** What is known to have been done, at the precision that is known; `paper`: the agreement signed there, by its title. */
  readonly stops?: readonly { readonly on: string; readonly title: Words; readonly place: Words | null; readonly paper?: string }[];
}

const forumWith = (city: string): ExchangeFact => ({
  cities: [city, 'shanghai-cn'],
  kind: 'event',
  title: ['Sister-cities cooperation forum on the first day of the second import expo', '第二届进博会首日友城合作论坛'],
  domains: ['trade', 'governance'],
  starts: '2019-11-05',
  from: null,
  people: null,
  source: 'forum-eastday',
});

export const exchangeFacts: readonly ExchangeFact[] = [
  {
    cities: ['liverpool-gb', 'shanghai-cn'],
    kind: 'visit',
    title: ['Business and education delegation to Shanghai’s technology fair', '工商与教育代表团赴上海参加技术进出口交易会'],
    domains: ['trade', 'education_science'],
    starts: '2019-04',
    from: 'liverpool-gb',
    people: null,
    source: 'consulate-2019',
    // Who travelled, on which days and what else was done no source tells.
    stops: [
      {
        on: '2019-04',
        title: ['China (Shanghai) International Technology Fair', '中国（上海）国际技术进出口交易会'],
        place: ['Shanghai', '上海'],
      },
      {
        on: '2019-04',
        title: ['Signing of the memorandum', '签署谅解备忘录'],
        place: null,
        paper: 'Memorandum that the trade delegation signed in April 2019',
      },
    ],
  },
  forumWith('liverpool-gb'),
  forumWith('san-francisco-us'),
  forumWith('cork-ie'),
  {
    cities: ['san-francisco-us', 'shanghai-cn'],
    kind: 'event',
    title: ['Two basketball pre-season games in Shenzhen and Shanghai', '两场篮球季前赛在深圳、上海举行'],
    domains: ['sport'],
    note: 'One of the games was in Shenzhen, outside this tie. | 其中一场在深圳举行，深圳不属于这对友城关系。',
    starts: '2017',
    from: null,
    people: null,
    source: 'forum-2019',
  },
  {
    cities: ['rotterdam-nl', 'shanghai-cn'],
    kind: 'event',
    title: ['Protocol signed; 45 business people in the delegation', '签署议定书，代表团含45名企业界人士'],
    domains: ['trade'],
    starts: '2003-09-19',
    from: null,
    people: 45,
    source: 'rotterdam-2003',
  },
  {
    cities: ['rotterdam-nl', 'shanghai-cn'],
    kind: 'programme',
    title: ['The port authorities are sister ports', '两港结为姊妹港'],
    domains: ['urban_transport', 'environment_energy'],
    starts: '2005',
    from: null,
    people: null,
    source: 'port-rotterdam-2022',
  },
  {
    cities: ['cork-ie', 'shanghai-cn'],
    kind: 'visit',
    title: ['Delegation during the seventh import expo', '第七届进博会期间代表团来访'],
    domains: ['trade'],
    starts: '2024-11',
    from: 'cork-ie',
    people: null,
    source: 'cork-2024',
  },
];

export interface CountFact {
  readonly cities: Pair;
  readonly count: string;
  readonly qualifier: 'exact' | 'about' | 'over';
  readonly saidBy: string;
  readonly source: SourceKey;
}

/** Joint projects as each source counts them. */
export const projectCounts: readonly CountFact[] = [
  {
    cities: ['san-francisco-us', 'shanghai-cn'],
    count: '300',
    qualifier: 'exact',
    saidBy: 'San Francisco’s office of global engagement | 旧金山全球事务办公室',
    source: 'forum-2019',
  },
  {
    cities: ['san-francisco-us', 'shanghai-cn'],
    count: '200',
    qualifier: 'over',
    saidBy: 'San Francisco mayor’s office | 旧金山市长办公室',
    source: 'san-francisco-2024',
  },
];

/** What speakers said of a tie in words: how long it lasts, and what they think of it. */
export interface SpokenFact {
  readonly cities: Pair;
  readonly kind: 'fact' | 'opinion' | 'forecast';
  readonly text: Words;
  readonly saidBy: string;
  readonly source: SourceKey;
}

export const millar = 'Gary Millar, deputy mayor of Liverpool | 利物浦副市长Gary Millar';
export const chandler =
  'Mark Chandler, director of the San Francisco mayor’s office of global engagement | 旧金山市长全球事务办公室主任Mark Chandler';
export const wang = 'Wang Zhan, president of the Shanghai federation of social science associations | 上海市社会科学界联合会主席王战';

export const spokenFacts: readonly SpokenFact[] = [
  {
    ...{ cities: ['liverpool-gb', 'shanghai-cn'], kind: 'fact', saidBy: millar, source: 'forum-2019' },
    text: ['Partners for 20 years (said in November 2019)', '结好20年（2019年11月所述）'],
  },
  {
    ...{ cities: ['liverpool-gb', 'shanghai-cn'], kind: 'opinion', saidBy: millar, source: 'forum-2019' },
    text: [
      'The import expo lets a city tell its own story, of which people know little beyond its best-known names',
      '进博会是城市讲述自身故事的平台，人们对城市的了解往往仅限于其最知名的名片',
    ],
  },
  {
    ...{ cities: ['san-francisco-us', 'shanghai-cn'], kind: 'fact', saidBy: chandler, source: 'forum-2019' },
    text: ['Sister cities for nearly 40 years (said in November 2019)', '结好近40年（2019年11月所述）'],
  },
  {
    ...{ cities: ['san-francisco-us', 'shanghai-cn'], kind: 'opinion', saidBy: wang, source: 'forum-2019' },
    text: ['Sister cities have always helped a country to develop', '友城历来有助于国家发展'],
  },
  {
    ...{ cities: ['san-francisco-us', 'shanghai-cn'], kind: 'forecast', saidBy: wang, source: 'forum-2019' },
    text: [
      'The import expo can lead to more cooperation between Chinese cities and their sister cities',
      '进博会可促进中国城市与友城进一步合作',
    ],
  },
];

/** Posts that the report names as carrying a tie; the people in them are not named here. */
export const carrierFacts: readonly { readonly cities: Pair; readonly of: string; readonly name: string; readonly role: string }[] = [
  {
    ...{ cities: ['san-francisco-us', 'shanghai-cn'], of: 'san-francisco-us', name: 'Ballet principal | 芭蕾舞团首席演员' },
    role: 'Named at the forum of 5 November 2019 | 2019年11月5日论坛上提及',
  },
  {
    ...{ cities: ['san-francisco-us', 'shanghai-cn'], of: 'san-francisco-us', name: 'Museum curator | 博物馆策展人' },
    role: 'Named at the forum of 5 November 2019 | 2019年11月5日论坛上提及',
  },
];
