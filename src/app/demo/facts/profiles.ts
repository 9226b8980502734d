// What the demo's city desks tell of their cities, in our own words; the source stands in the text, since a profile is the city's own voice.
import type { SoughtShape } from '#modules/cities/contract/profile.ts';
import type { Domain } from '#modules/cities/domain/domains.ts';
import type { Goal } from '#modules/cities/domain/goals.ts';
import type { ProfileKind } from '#modules/cities/domain/profile.ts';

type Words = readonly [en: string, zh: string];

export interface ProfileFact {
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals?: readonly Goal[];
  readonly sought?: SoughtShape;
  readonly title: Words;
  readonly body: Words;
  /** Left as a draft, so that the desk has something to preview. */
  readonly draft?: true;
}

export const profileFacts: Readonly<Record<'shanghai-cn' | 'liverpool-gb', readonly ProfileFact[]>> = {
  'shanghai-cn': [
    {
      kind: 'practice',
      domain: 'urban_transport',
      title: ['High-speed rail, learned from Japanese sister cities', '高铁：向日本友城学习'],
      body: [
        'At the sister-cities forum of 5 November 2019 a Shanghai speaker named high-speed rail as something learned from sister cities in Japan. Report of China Daily, 5 November 2019.',
        '2019年11月5日友城合作论坛上，一位上海发言人谈到，高铁经验取自日本友城。见《中国日报》2019年11月5日报道。',
      ],
    },
    {
      kind: 'practice',
      domain: 'investment',
      title: ['Banking, learned from San Francisco', '银行业：向旧金山学习'],
      body: [
        'The same speaker named banking as something learned from San Francisco. Report of China Daily, 5 November 2019.',
        '同一发言人谈到，银行业经验取自旧金山。见《中国日报》2019年11月5日报道。',
      ],
    },
    {
      kind: 'story',
      domain: 'governance',
      title: ['An association of sister-city representatives', '友城代表联谊机制'],
      body: [
        'On 9 August 2022 representatives of sister cities in Shanghai founded an association; more than 50 offices joined in the first group. People’s Daily Online, 10 August 2022.',
        '2022年8月9日，友城驻沪代表机构成立联谊组织，首批成员逾50家。见人民网2022年8月10日报道。',
      ],
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
    },
    {
      kind: 'challenge',
      domain: 'trade',
      title: ['Example draft: what the desk still has to write', '示例草稿：工作台尚待撰写的内容'],
      body: ['An invented draft that only the desk sees, to be previewed and published.', '虚构草稿，仅本工作台可见，可预览后发布。'],
      draft: true,
    },
  ],
};
