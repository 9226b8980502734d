// What sources say of the import expo's editions, in our own words. Deals are what was announced; none of it is verified.
import type { Qualifier } from '#kernel/money.ts';
import type { EditionAttribute } from '#modules/expos/domain/said-attributes.ts';
import { chandler } from './happenings.ts';
import type { SourceKey } from './sources.ts';

type Words = readonly [en: string, zh: string];

/** Attribute, figure (US dollars, where it is money), source, how the figure is meant where not exactly, and what it takes in where its source says so. */
export type SaidFigure = readonly [attribute: EditionAttribute, figure: string, source: SourceKey, qualifier?: Qualifier, basis?: string];

interface Remark {
  readonly text: Words;
  readonly source: SourceKey;
}

export interface EditionFact {
  readonly year: number;
  readonly name: Words;
  /** Whose words give its days: a report, or an announcement before it opened. */
  readonly days: { readonly source: SourceKey; readonly kind: 'fact' | 'forecast' };
  /** Who names the hall; null where no source that was read does. */
  readonly hall: SourceKey | null;
  readonly figures: readonly SaidFigure[];
  readonly remarks?: readonly Remark[];
}

export const importExpo = {
  name: ['China International Import Expo', '中国国际进口博览会'],
} as const;

/** Where it was held, as far as its sources name a hall; else the city alone. */
export const importExpoVenues = {
  hall: ['National Exhibition and Convention Center, Shanghai', '国家会展中心（上海）'],
  city: ['Shanghai', '上海'],
} as const satisfies Readonly<Record<string, Words>>;

export const importExpoDays: Words = ['5 to 10 November', '11月5日至10日'];

/** Whom the chamber asked: a survey speaks for these alone. */
const chamberMembers = 'members of the European Chamber in Shanghai, asked in 2019 | 中国欧盟商会上海地区会员，2019年调查';

/** Each from 5 to 10 November, as a source of its own says. */
export const importExpoEditions: readonly EditionFact[] = [
  {
    year: 2018,
    name: ['China International Import Expo 2018', '第一届中国国际进口博览会'],
    days: { source: 'days-2018', kind: 'fact' },
    hall: 'days-2018',
    figures: [
      ['deals', '57830000000', 'los-angeles-times-2018'],
      ['countries_regions', '172', 'los-angeles-times-2018'],
      ['countries_and_organisations', '172', 'global-times-1141460'],
      ['companies', '3617', 'los-angeles-times-2018'],
      ['business_countries', '151', 'los-angeles-times-2018'],
      ['country_exhibition', '82', 'los-angeles-times-2018', 'exact', 'China included | 含中国'],
      ['area', '300000', 'los-angeles-times-2018', 'exact', 'the whole expo | 整个展会'],
      ['area', '270000', 'scmp-2019'],
      ['registered_buyers', '400000', 'los-angeles-times-2018', 'over'],
      ['visits', '800000', 'los-angeles-times-2018', 'over'],
      ['first_shown', '570', 'los-angeles-times-2018', 'over'],
      ['deals_equipment', '16460000000', 'los-angeles-times-2018'],
      ['deals_electronics', '4330000000', 'los-angeles-times-2018'],
      ['deals_vehicles', '11990000000', 'los-angeles-times-2018'],
      ['deals_clothing', '3370000000', 'los-angeles-times-2018'],
      ['deals_food', '12680000000', 'los-angeles-times-2018'],
      ['survey_took_part', '42', 'european-chamber-2019', 'exact', chamberMembers],
      ['survey_dealt', '50', 'european-chamber-2019', 'about', chamberMembers],
      ['survey_not_realised', '47', 'scmp-2019', 'exact', 'deals that European firms had closed | 欧洲企业已达成的交易'],
      [
        'survey_realised',
        '25',
        'afp-2019',
        'about',
        'members that took part, as a news agency reads the same survey | 参展会员，通讯社对同一调查的表述',
      ],
      ['survey_return', '79', 'european-chamber-2019', 'exact', 'members that took part, asked in 2019 | 参展会员，2019年调查'],
    ],
  },
  {
    year: 2019,
    name: ['China International Import Expo 2019', '第二届中国国际进口博览会'],
    days: { source: 'days-2019', kind: 'fact' },
    hall: null,
    figures: [
      ['deals', '71130000000', 'china-daily-usa-2019'],
      ['countries_regions', '155', 'yueyang-2019'],
      ['organisations', '26', 'yueyang-2019'],
      ['country_exhibition', '64', 'yueyang-2019'],
      ['companies', '3893', 'yueyang-2019'],
      ['area', '360000', 'china-daily-usa-2019', 'about'],
      ['visits', '910000', 'china-daily-usa-2019', 'over'],
      ['professional_visitors', '500000', 'china-daily-usa-2019', 'over'],
      ['overseas_visitors', '7000', 'china-daily-usa-2019', 'over'],
      ['first_shown', '391', 'china-daily-usa-2019', 'at_least'],
      ['matchmaking_exhibitors', '1367', 'china-daily-usa-2019'],
      ['matchmaking_buyers', '3258', 'china-daily-usa-2019'],
      ['matchmaking_intentions', '2160', 'china-daily-usa-2019'],
    ],
  },
  {
    year: 2020,
    name: ['China International Import Expo 2020', '第三届中国国际进口博览会'],
    days: { source: 'days-2020', kind: 'forecast' },
    hall: 'venue-2020',
    figures: [
      ['deals', '72620000000', 'cgtn-2020'],
      ['first_shown', '411', 'ecns-2020'],
      ['area', '360000', 'china-daily-2020', 'planned'],
      ['matchmaking_exhibitors', '674', 'mix-2020'],
      ['matchmaking_buyers', '1351', 'mix-2020'],
    ],
  },
  {
    year: 2021,
    name: ['China International Import Expo 2021', '第四届中国国际进口博览会'],
    days: { source: 'days-2021', kind: 'fact' },
    hall: 'days-2021',
    figures: [
      ['deals', '70720000000', 'wartabuana-2021'],
      ['deals', '70620000000', 'reuters-2021'],
      ['companies', '2900', 'wartabuana-2021', 'over'],
      ['business_countries', '127', 'wartabuana-2021'],
      ['business_area', '366000', 'wartabuana-2021'],
      ['online_pavilions', '58', 'wartabuana-2021'],
      ['first_shown', '422', 'wartabuana-2021'],
      ['visitors', '480000', 'scmp-2022', 'about'],
    ],
  },
  {
    year: 2022,
    name: ['China International Import Expo 2022', '第五届中国国际进口博览会'],
    days: { source: 'days-2022', kind: 'forecast' },
    hall: null,
    figures: [
      ['deals', '73520000000', 'world-report-2022'],
      ['countries_and_organisations', '145', 'global-times-2022'],
      ['companies', '2800', 'global-times-2022', 'over'],
      ['visitors', '461000', 'scmp-2022', 'about'],
      ['first_shown', '438', 'global-times-2022'],
      [
        'survey_dealt',
        '25',
        'world-report-2022',
        'about',
        'members of the European Chamber that took part, asked in 2023 | 中国欧盟商会参展会员，2023年调查',
      ],
    ],
  },
  {
    year: 2023,
    name: ['China International Import Expo 2023', '第六届中国国际进口博览会'],
    days: { source: 'days-2023', kind: 'fact' },
    hall: 'days-2023',
    figures: [
      ['deals', '78410000000', 'shine-2023'],
      ['companies', '3486', 'shine-2023'],
      ['country_exhibition', '72', 'shine-2023'],
      ['countries_and_organisations', '154', 'shine-2023'],
      ['business_area', '367000', 'people-2023-ciie', 'planned'],
      ['registered_attendees', '410000', 'people-2023-ciie', 'nearly'],
      ['first_shown', '442', 'diplomatic-insight-2023'],
    ],
    remarks: [
      {
        text: [
          'Deals worth 505 million US dollars were reported from the American food and agriculture pavilion with its 17 exhibitors.',
          '据报道，美国食品农业展馆17家参展商达成5.05亿美元交易。',
        ],
        source: 'diplomatic-insight-2023',
      },
    ],
  },
  {
    year: 2024,
    name: ['China International Import Expo 2024', '第七届中国国际进口博览会'],
    days: { source: 'days-2024', kind: 'fact' },
    hall: null,
    figures: [
      ['deals', '80010000000', 'shine-2024'],
      ['companies', '3496', 'shine-2024'],
      ['business_area', '360000', 'shine-2024'],
      ['country_area', '30000', 'shine-2024'],
    ],
    remarks: [
      {
        text: ['77 countries and international organisations were in the country exhibition.', '国家展有77个国家和国际组织参加。'],
        source: 'shine-2024',
      },
    ],
  },
  {
    year: 2025,
    name: ['China International Import Expo 2025', '第八届中国国际进口博览会'],
    days: { source: 'days-2025', kind: 'forecast' },
    hall: 'days-2025',
    figures: [
      ['deals', '83490000000', 'anadolu-2025'],
      ['companies', '4108', 'anadolu-2025'],
      ['registered_attendees', '460000', 'anadolu-2025', 'over'],
      ['trade_delegations', '43', 'anadolu-2025'],
      ['first_shown', '461', 'anadolu-2025'],
    ],
  },
];

/** What was said of a participant, in the words of the forum's report: see the tie of San Francisco and Shanghai. */
export const chamberAtExpo = {
  name: ['San Francisco Chamber of Commerce', '旧金山商会'],
  saidBy: chandler,
  source: 'forum-2019',
  of: {
    2018: [
      {
        attribute: 'part_played',
        kind: 'fact',
        text: ['The only non-profit body from the United States at the expo', '参展的唯一一家美国非营利机构'],
      },
    ],
    2019: [
      { attribute: 'stand_growth', kind: 'comparison', count: '2', qualifier: 'exact' },
      { attribute: 'brought_companies', kind: 'count', count: '25', qualifier: 'over' },
    ],
  },
} as const;
