// What came of the demo's ties, as somebody said it; amounts stay with the stage at which they were told.
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import type { SourceKey } from './sources.ts';

type Words = readonly [en: string, zh: string];
type Qualifier = 'exact' | 'about' | 'over';

export interface OutcomeFact {
  readonly tie: readonly [string, string];
  readonly kind: 'deal' | 'project' | 'investment' | 'exchange';
  readonly extent: 'single' | 'aggregate' | 'count_only';
  readonly title: Words;
  readonly from: string | null;
  readonly to: string | null;
  readonly domain: 'trade' | 'investment' | 'urban_transport';
  readonly occurred: string | null;
  readonly entry: {
    readonly stage: Stage;
    readonly amount: string | null;
    readonly currency: string | null;
    readonly count: string | null;
    readonly source: SourceKey;
    /** The person with their office, or the body, and of what it was said. */
    readonly saidBy: string | null;
    readonly about: string | null;
  } | null;
  readonly said: readonly OutcomeStatementFact[];
}

export interface OutcomeStatementFact {
  readonly attribute: 'amount' | 'owner' | 'supplier' | 'purpose';
  readonly money?: { readonly amount: string; readonly currency: string; readonly qualifier: Qualifier };
  readonly text?: Words;
  readonly saidBy: string | null;
  readonly source: SourceKey;
}

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
    entry: {
      ...{ stage: 'potential', amount: '139000000', currency: 'GBP', count: '45', source: 'forum-2019' },
      saidBy: 'Gary Millar, deputy mayor of Liverpool',
      about: 'Liverpool’s business and education delegation to Shanghai’s technology fair, April 2019',
    },
    said: [],
  },
  {
    tie: ['liverpool-gb', 'shanghai-cn'],
    kind: 'project',
    extent: 'single',
    title: ['A new container port in Liverpool', '利物浦新集装箱港'],
    from: 'shanghai-cn',
    to: 'liverpool-gb',
    domain: 'urban_transport',
    occurred: null,
    entry: null,
    said: [
      {
        attribute: 'amount',
        money: { amount: '600000000', currency: 'GBP', qualifier: 'exact' },
        saidBy: 'Gary Millar, deputy mayor of Liverpool',
        source: 'forum-2019',
      },
      { attribute: 'amount', money: { amount: '300000000', currency: 'GBP', qualifier: 'exact' }, saidBy: null, source: 'port-press-2014' },
      {
        attribute: 'supplier',
        text: ['A maker of Shanghai: cranes for about £100 million', '上海一家制造商：岸桥设备，约1亿英镑'],
        saidBy: null,
        source: 'port-press-2014',
      },
      { attribute: 'owner', text: ['Peel Ports, a private company', '私营企业皮尔港口集团'], saidBy: null, source: 'port-press-2014' },
      {
        attribute: 'supplier',
        text: ['Chinese technology', '中国技术'],
        saidBy: 'Gary Millar, deputy mayor of Liverpool',
        source: 'forum-2019',
      },
    ],
  },
  {
    tie: ['san-francisco-us', 'shanghai-cn'],
    kind: 'investment',
    extent: 'single',
    title: ['San Francisco’s second tallest building, by a Shanghai investor', '旧金山第二高楼，由上海投资方兴建'],
    from: 'shanghai-cn',
    to: 'san-francisco-us',
    domain: 'investment',
    occurred: null,
    entry: { stage: 'realised', amount: null, currency: null, count: null, source: 'forum-2019', saidBy: null, about: null },
    said: [],
  },
];
