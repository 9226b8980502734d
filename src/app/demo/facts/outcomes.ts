// What came of the demo's ties, as somebody said it; amounts stay with the stage at which they were told.
import type { OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import { millar } from './happenings.ts';
import type { SourceKey } from './sources.ts';

type Words = readonly [en: string, zh: string];
type Qualifier = 'exact' | 'about' | 'over';

export interface OutcomeFact {
  readonly tie: readonly [string, string];
  readonly kind: OutcomeKind;
  readonly extent: 'single' | 'aggregate' | 'count_only';
  readonly title: Words;
  /** Of what a count is, where not of as many as its kind says. */
  readonly counted?: 'companies';
  readonly from: string | null;
  readonly to: string | null;
  readonly domain: 'trade' | 'investment' | 'urban_transport';
  readonly occurred: string | null;
  readonly entry: {
    readonly stage: Stage;
    readonly amount: string | null;
    readonly currency: string | null;
    readonly count: string | null;
    readonly countQualifier?: Qualifier;
    readonly source: SourceKey;
    /** The person with their office, or the body, and of what it was said. */
    readonly saidBy: string | null;
    readonly about: string | null;
  } | null;
  readonly said: readonly OutcomeStatementFact[];
  /** The visit that it is said to have come of, by the month in which it began. */
  readonly ofVisit?: string;
}

export interface OutcomeStatementFact {
  readonly attribute: 'amount' | 'owner' | 'supplier' | 'remark';
  readonly kind?: 'fact' | 'comparison';
  readonly money?: { readonly amount: string; readonly currency: string; readonly qualifier: Qualifier };
  readonly text?: Words;
  readonly saidBy: string | null;
  readonly source: SourceKey;
}

const representative = 'San Francisco’s representative at the forum | 论坛上的旧金山代表';

export const outcomeFacts: readonly OutcomeFact[] = [
  {
    tie: ['liverpool-gb', 'shanghai-cn'],
    kind: 'deal',
    extent: 'aggregate',
    title: ['Potential deals of the delegation of April 2019', '2019年4月代表团的潜在交易'],
    from: null,
    to: null,
    domain: 'trade',
    occurred: '2019-04',
    ofVisit: '2019-04',
    entry: {
      ...{ stage: 'potential', amount: '139000000', currency: 'GBP', count: '45', source: 'forum-2019' },
      saidBy: millar,
      about:
        'Liverpool’s business and education delegation to Shanghai’s technology fair, April 2019 | 利物浦工商与教育代表团（2019年4月赴上海参加技术进出口交易会）',
    },
    said: [],
  },
  {
    tie: ['liverpool-gb', 'shanghai-cn'],
    kind: 'project',
    extent: 'single',
    title: ['A new container port in Liverpool', '利物浦新集装箱港'],
    // A port of a private owner in Liverpool: neither city gives it to the other.
    from: null,
    to: null,
    domain: 'urban_transport',
    occurred: null,
    entry: null,
    said: [
      {
        attribute: 'amount',
        money: { amount: '600000000', currency: 'GBP', qualifier: 'exact' },
        saidBy: millar,
        source: 'forum-2019',
      },
      { attribute: 'amount', money: { amount: '300000000', currency: 'GBP', qualifier: 'exact' }, saidBy: null, source: 'port-press-2014' },
      {
        attribute: 'supplier',
        text: ['A Shanghai manufacturer: cranes for about £100 million', '上海一家制造商：岸桥设备，约1亿英镑'],
        saidBy: null,
        source: 'port-press-2014',
      },
      { attribute: 'owner', text: ['Peel Ports, a private company', '私营企业皮尔港口集团'], saidBy: null, source: 'port-press-2014' },
      {
        attribute: 'supplier',
        text: ['Chinese technology', '中国技术'],
        saidBy: millar,
        source: 'forum-2019',
      },
    ],
  },
  {
    tie: ['san-francisco-us', 'shanghai-cn'],
    kind: 'investment',
    extent: 'single',
    title: ['A tower in San Francisco, by a Shanghai investor', '旧金山一座高楼，由上海投资方投资'],
    from: 'shanghai-cn',
    to: 'san-francisco-us',
    domain: 'urban_transport',
    occurred: null,
    // It is being built; how far the investment has come nobody stated.
    entry: null,
    said: [
      { attribute: 'remark', text: ['Being built', '在建'], saidBy: representative, source: 'forum-2019' },
      {
        ...{ attribute: 'remark', kind: 'comparison', saidBy: representative, source: 'forum-2019' },
        text: ['The second tallest building of San Francisco', '旧金山第二高楼'],
      },
    ],
  },
  {
    tie: ['san-francisco-us', 'shanghai-cn'],
    kind: 'service',
    extent: 'count_only',
    title: ['Towers in Shanghai by San Francisco architects', '旧金山建筑师在上海设计的高楼'],
    from: 'san-francisco-us',
    to: 'shanghai-cn',
    domain: 'urban_transport',
    occurred: null,
    entry: null,
    said: [],
  },
  {
    tie: ['san-francisco-us', 'shanghai-cn'],
    kind: 'exchange',
    extent: 'count_only',
    counted: 'companies',
    title: ['Companies that came with San Francisco’s chamber of commerce to the second import expo', '旧金山商会带到第二届进博会的企业'],
    from: 'san-francisco-us',
    to: 'shanghai-cn',
    domain: 'trade',
    occurred: '2019-11',
    entry: {
      stage: 'realised',
      amount: null,
      currency: null,
      count: '25',
      countQualifier: 'over',
      source: 'forum-2019',
      saidBy: representative,
      about: null,
    },
    said: [
      {
        ...{ attribute: 'remark', kind: 'comparison', saidBy: representative, source: 'forum-2019' },
        text: ['The chamber’s stand is twice as large as at the first expo', '商会展位面积为首届的两倍'],
      },
      {
        ...{ attribute: 'remark', kind: 'comparison', saidBy: representative, source: 'forum-2019' },
        text: [
          'At the first expo the chamber was the only non-profit organisation from the United States',
          '首届进博会上，该商会是唯一参展的美国非营利机构',
        ],
      },
    ],
  },
];
