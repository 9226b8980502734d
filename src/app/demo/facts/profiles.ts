// What the demo's city desks tell of their cities, in our own words, each with where it is said.
import type { SoughtShape } from '#modules/cities/contract/profile.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Extent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { ProfileKind } from '#modules/cities/domain/profile/profile.ts';
import { chandler, millar, wang } from './happenings.ts';
import type { SourceKey } from './sources.ts';

type Words = readonly [en: string, zh: string];

const words = ([en, zh]: Words) => ({ en: { text: en, origin: 'human' as const }, 'zh-Hans': { text: zh, origin: 'human' as const } });

export interface ProfileFact {
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals?: readonly Goal[];
  readonly sought?: SoughtShape;
  readonly title: Words;
  readonly body: Words;
  readonly extent?: Extent;
  readonly source?: SourceKey;
  /** The person with their office, where that is not the city's own. */
  readonly saidBy?: string;
  /** Left as a draft, so that the desk has something to preview. */
  readonly draft?: true;
}

export const profileFacts: Readonly<Record<'shanghai-cn' | 'liverpool-gb' | 'san-francisco-us', readonly ProfileFact[]>> = {
  'shanghai-cn': [
    {
      kind: 'practice',
      domain: 'urban_transport',
      title: ['High-speed rail, learned from Japanese sister cities', '高铁：向日本友城学习'],
      body: [
        'At the sister-cities forum of 5 November 2019 Wang Zhan, president of the Shanghai federation of social science associations, named high-speed rail as something learned from sister cities in Japan; which of them was not said.',
        '2019年11月5日友城合作论坛上，上海市社会科学界联合会主席王战谈到，高铁经验取自日本友城，未说明具体城市。',
      ],
      source: 'forum-2019',
      saidBy: wang,
    },
    {
      kind: 'practice',
      domain: 'investment',
      title: ['Banking, learned from San Francisco', '银行业：向旧金山学习'],
      body: [
        'At the sister-cities forum of 5 November 2019 Wang Zhan, president of the Shanghai federation of social science associations, named banking as something learned from San Francisco.',
        '2019年11月5日友城合作论坛上，上海市社会科学界联合会主席王战谈到，银行业经验取自旧金山。',
      ],
      source: 'forum-2019',
      saidBy: wang,
    },
    {
      kind: 'practice',
      domain: 'environment_energy',
      goals: [7, 13, 14],
      title: ['A green shipping corridor with Los Angeles', '与洛杉矶共建绿色航运走廊'],
      body: [
        'The agreement on a green shipping corridor was announced on 1 December 2023. In August 2024 the first container ship on green methanol reached Los Angeles along it (China Daily, June 2025).',
        '2023年12月1日宣布共建绿色航运走廊；2024年8月，首艘绿色甲醇动力集装箱船经该走廊抵达洛杉矶（见《中国日报》2025年6月报道）。',
      ],
      extent: { places: ['Shanghai | 上海', 'Los Angeles | 洛杉矶'], from: null, until: null },
      source: 'people-2023',
    },
    {
      kind: 'challenge',
      domain: 'environment_energy',
      goals: [11, 13],
      title: ['Low-carbon development of cities', '城市低碳发展'],
      body: [
        'Low-carbon development was one of the two topics of the Global Mayors Dialogue and friendship forum of 28 May 2025 in Shanghai, to which 26 cities from 22 countries came; the other was innovation by the young.',
        '2025年5月28日，全球市长对话暨友城合作论坛在上海举行，22个国家的26个城市参加；低碳发展是两大议题之一，另一议题为青年创新。',
      ],
      source: 'press-2025',
    },
    {
      kind: 'challenge',
      domain: 'investment',
      title: ['Example: banking for small companies (invented)', '示例：中小企业的银行服务（虚构）'],
      body: [
        'An invented draft that only this office can see: small companies should find a bank that lends to them. Its page of matches shows what others have published near it.',
        '虚构草稿，仅本单位可见：希望中小企业更易获得银行贷款。对接页面显示各方公布的相近内容。',
      ],
      draft: true,
    },
    {
      kind: 'story',
      domain: 'governance',
      title: ['An association of sister-city representatives', '友城代表联谊机制'],
      body: [
        'On 9 August 2022 representatives of sister cities in Shanghai founded an association; more than 50 offices joined in the first group.',
        '2022年8月9日，友城驻沪代表机构成立联谊组织，首批成员逾50家。',
      ],
      source: 'people-2022',
    },
  ],
  'liverpool-gb': [
    {
      kind: 'strength',
      domain: 'urban_transport',
      title: ['A port', '港口'],
      body: [
        'Liverpool’s deputy mayor told the forum of 2019 of a port built with Chinese technology. What sources say of its cost and owner differs: see the outcome on the tie with Shanghai.',
        '利物浦副市长在2019年论坛上介绍了采用中国技术建设的港口。其造价与业主说法不一，详见与上海友城关系中的成果记录。',
      ],
      source: 'forum-2019',
      saidBy: millar,
    },
    {
      kind: 'partner_call',
      domain: null,
      title: ['Example draft: a partner call (invented)', '示例草稿：结好意向（虚构）'],
      body: [
        'An invented draft that only this office can see: it shows what a city can say when it is looking for a partner. Once published, it appears among the open calls and in the partner search until its closing date.',
        '虚构草稿，仅本单位可见，用以说明城市寻求结好时可填写的内容。发布后列入公开的结好意向和潜在伙伴城市，至截止日期为止。',
      ],
      sought: {
        countries: [],
        regions: ['east_asia', 'europe'],
        sizes: ['alike'],
        domains: ['culture', 'environment_energy'],
        ties: ['project_partnership', 'friendly_exchange'],
        languages: ['en', 'zh-Hans'],
        offers: words(['Example: pupils’ exchanges, a port’s experience.', '示例：学生交流、港口经验。']),
        contact: words(['Example office (invented)', '示例单位（虚构）']),
        reach: 'office@example.org',
        until: '2027-12-31',
      },
      draft: true,
    },
    {
      kind: 'challenge',
      domain: 'environment_energy',
      goals: [7, 13],
      title: ['Example: cleaner energy for ships and quays (invented)', '示例：船舶与码头的清洁能源（虚构）'],
      body: [
        'An invented draft that only this office can see: container ships should call on green methanol, and small wind turbines should supply the harbour with power. Its page of matches shows what others have published near it.',
        '虚构草稿，仅本单位可见：希望集装箱船改用绿色甲醇，并以小型风力发电机为港口供电。对接页面显示各方公布的相近内容。',
      ],
      extent: { places: ['Mersey | 默西河'], from: null, until: '2035-12-31' },
      draft: true,
    },
    {
      kind: 'challenge',
      domain: 'trade',
      title: ['Example draft: text still to be written', '示例草稿：尚待撰写的内容'],
      body: ['An invented draft that only this office can see, to be previewed and published.', '虚构草稿，仅本单位可见，可预览后发布。'],
      draft: true,
    },
  ],
  'san-francisco-us': [
    {
      kind: 'strength',
      domain: 'investment',
      title: ['Banking', '银行业'],
      body: [
        'At the sister-cities forum of 5 November 2019 a speaker of Shanghai, Wang Zhan, named banking as something that was learned from San Francisco.',
        '2019年11月5日友城合作论坛上，上海方发言人王战谈到，银行业经验取自旧金山。',
      ],
      source: 'forum-2019',
      saidBy: wang,
    },
    {
      kind: 'story',
      domain: 'trade',
      title: ['A chamber of commerce comes back', '商会再次参展'],
      body: [
        'San Francisco’s representative told the forum of 2019 that its chamber of commerce had been at the first import expo, and had come back with a larger stand and over 25 companies: see what came of the tie with Shanghai.',
        '旧金山代表在2019年论坛上介绍，旧金山商会曾参加首届进博会，此次再度参展，展位扩大，并带来逾25家企业，详见与上海友城关系中的成果记录。',
      ],
      source: 'forum-2019',
      saidBy: chandler,
    },
  ],
};
