// Where the facts about ties that the demo shows were read; each is entered as a source with its class.
import { importExpoSources } from './import-expo-sources.ts';
import type { SourceClass } from '#modules/evidence/domain/source.ts';

export interface SourceFact {
  readonly class: SourceClass;
  readonly title: string;
  readonly publisher: string;
  readonly address: string | null;
  readonly date: string | null;
}

export const sourceFacts = {
  ...importExpoSources,
  'shanghai-yearbook-2007': {
    class: 'official_publication',
    title: '《上海统计年鉴2007》（Shanghai Statistical Yearbook 2007）',
    publisher: '上海市统计局（Shanghai Municipal Statistics Bureau）',
    address: 'https://tjj.sh.gov.cn/tjnj/2007tjnj/C07/C0724B.htm',
    date: '2007',
  },
  'shanghai-list-2012': {
    class: 'copy',
    title: 'List of friendship cities of Shanghai’s foreign affairs office, 2012, read as a copy',
    publisher: 'copy on another site',
    address: 'https://pywgo.com/html/wsbnode466node479node487node492u1a18091.html',
    date: '2012',
  },
  'zh-wikipedia': {
    class: 'encyclopaedia',
    title: '《上海市国际友好城市列表》（Chinese Wikipedia, read as a copy）',
    publisher: 'Wikipedia',
    address: null,
    date: null,
  },
  'shanghai-site-2024': {
    class: 'official_publication',
    title: 'Overview of Shanghai: sister cities, in Arabic',
    publisher: 'Shanghai Municipal People’s Government',
    address: 'https://arabic.shanghai.gov.cn/ar-Overview/20240412/256aa426e44f46bda84a63839647ce86.html',
    date: '2024-04-12',
  },
  'san-francisco-list': {
    class: 'official_publication',
    title: 'San Francisco sister cities',
    publisher: 'Office of Economic and Workforce Development, San Francisco',
    address: 'https://oewd.org/san-francisco-sister-cities',
    date: null,
  },
  'san-francisco-2024': {
    class: 'copy',
    title: 'Press release on the 45th anniversary of the San Francisco–Shanghai tie, read as a copy',
    publisher: 'davidperry.com',
    address: 'https://davidperry.com/newsroom/san-francisco-marks-45th-anniversary-of-san-francisco-shanghai-sister-city-relationship.html',
    date: '2024-04-21',
  },
  'san-francisco-magazine': {
    class: 'press_or_study',
    title: 'San Francisco sister cities',
    publisher: 'secretsanfrancisco.com',
    address: 'https://secretsanfrancisco.com/san-francisco-sister-cities/',
    date: null,
  },
  'rotterdam-shine': {
    class: 'press_or_study',
    title: 'Shanghai and Rotterdam mayors on the tie',
    publisher: 'Shanghai Daily',
    address: 'https://archive.shine.cn/metro/the-vip-gallery/Shanghai-Rotterdam-mayors-bolster-sistercity-ties/shdaily.shtml',
    date: null,
  },
  'hamburg-declaration': {
    class: 'official_publication',
    title: 'Partnership declaration Hamburg–Shanghai',
    publisher: 'Senate Chancellery of Hamburg',
    address:
      'https://www.hamburg.de/politik-und-verwaltung/behoerden/senatskanzlei/themen/internationales/partnerstaedte/shanghai/shanghai-partnerschaftserklaerung-239610',
    date: null,
  },
  'liverpool-museums': {
    class: 'official_publication',
    title: 'Liverpool’s links with cities of the world',
    publisher: 'National Museums Liverpool',
    address: 'https://www.liverpoolmuseums.org.uk/wml/exhibitions/thebeatgoeson/thebeatgoesonline/global/cities/links.aspx',
    date: null,
  },
  'cork-twinning': {
    class: 'official_publication',
    title: 'Twinning',
    publisher: 'Cork City Council',
    address: 'https://www.corkcity.ie/en/council-services/councillors-and-democracy/twinning/twinning',
    date: null,
  },
  'basel-partnership': {
    class: 'official_publication',
    title: 'City partnership Basel–Shanghai',
    publisher: 'Canton of Basel-Stadt',
    address: 'https://www.marketing.bs.ch/Aussenbeziehungen/partnerschaften-kooperationen/shanghai.html',
    date: null,
  },
  'people-2000': {
    class: 'press_or_study',
    title: 'Report on Dubai becoming a partner',
    publisher: 'People’s Daily Online',
    address: 'http://en.people.cn/english/200005/31/print20000531_41959.html',
    date: '2000-05-31',
  },
  'people-2022': {
    class: 'press_or_study',
    title: 'Report on the association of sister-city representatives in Shanghai',
    publisher: 'People’s Daily Online',
    address: 'http://en.people.cn/n3/2022/0810/c90000-10133835.html',
    date: '2022-08-10',
  },
  'people-2023': {
    class: 'press_or_study',
    title: 'Report on the Shanghai forum of friendship cities of 2023',
    publisher: 'People’s Daily Online',
    address: 'http://en.people.cn/n3/2023/1204/c90000-20105506.html',
    date: '2023-12-04',
  },
  'cologne-2017': {
    class: 'press_or_study',
    title: 'Cologne’s partner city Liverpool',
    publisher: 'FDP Köln',
    address: 'https://fdp-koeln.de/aktuell/partnerstadt-liverpool/09-05-2017',
    date: '2017-05-09',
  },
  'dublin-twinning': {
    class: 'press_or_study',
    title: 'Liverpool and Dublin on their twinning agreement',
    publisher: 'The Irish Post',
    address: 'https://irishpost.com/news/liverpool-and-dublin-reignite-twin-city-agreement-288483',
    date: null,
  },
  'city-tribune': {
    class: 'press_or_study',
    title: 'Report on Liverpool’s twin cities',
    publisher: 'The City Tribune',
    address: 'https://issuu.com/thecitytribune/docs/the_city_tribune_issue_01/10',
    date: null,
  },
  'guide-liverpool': {
    class: 'press_or_study',
    title: 'Liverpool and New Orleans',
    publisher: 'The Guide Liverpool',
    address: 'https://theguideliverpool.com/?p=104999',
    date: null,
  },
  'chicago-list': {
    class: 'copy',
    title: 'Sister cities of Chicago, copy of an encyclopaedia’s text',
    publisher: 'liquisearch.com',
    address: 'https://liquisearch.com/city_of_chicago/sister_cities',
    date: null,
  },
  'press-2025': {
    class: 'copy',
    title: 'Report on partner cities of Shanghai, May 2025, read as a copy',
    publisher: 'China Daily',
    address: 'http://www.ttav89.com/a/202505/29/WS6837d551a310a04af22c23a5.html',
    date: '2025-05-29',
  },
  'winston-salem': {
    class: 'press_or_study',
    title: 'Notes of the city’s sister-city committee',
    publisher: 'Winston-Salem sister cities',
    address: 'https://winstonsalemsistercities.blogspot.com/p/the-winston-salem-city-council.html',
    date: null,
  },
  'forum-2019': {
    class: 'copy',
    title: 'Report on the sister-cities forum at the second import expo, read as a copy',
    publisher: 'China Daily',
    address: 'http://aolaikelin.cn/a/201911/05/WS5dc1885aa310cf3e35575955.html',
    date: '2019-11-05',
  },
  'forum-eastday': {
    class: 'press_or_study',
    title: 'Report on the sister-cities cooperation forum',
    publisher: 'Eastday',
    address: 'http://english.eastday.com/Shanghai/u1ai8653148.html',
    date: '2019-11-05',
  },
  'consulate-2019': {
    class: 'official_publication',
    title: 'Notice on the Liverpool delegation of April 2019',
    publisher: 'Consulate-General of China in Manchester',
    address: 'http://manchester.chineseconsulate.org/eng/sbgx/zzjw/t1657444.htm',
    date: '2019',
  },
  'port-press-2014': {
    class: 'press_or_study',
    title: 'Press reports of 2014 on the new container port',
    publisher: 'several papers',
    address: null,
    date: '2014',
  },
  'basel-partnerships': {
    class: 'official_publication',
    title: 'City partnerships of Basel',
    publisher: 'Canton of Basel-Stadt',
    address: 'http://www.marketing.bs.ch/en/put-basel-on-the-map/city-partnerships/shanghai.html',
    date: null,
  },
  'rotterdam-2003': {
    class: 'press_or_study',
    title: 'Report on the Rotterdam–Shanghai protocol',
    publisher: 'China.org.cn',
    address: 'http://english.china.org.cn/english/international/75588.htm',
    date: '2003',
  },
  'port-rotterdam-2022': {
    class: 'official_publication',
    title: 'Ports of Rotterdam and Shanghai renew their cooperation',
    publisher: 'Port of Rotterdam',
    address: 'https://www.portofrotterdam.com/en/news-and-press-releases/ports-of-rotterdam-and-shanghai-renew-cooperation',
    date: '2022-12',
  },
  'cork-2024': {
    class: 'copy',
    title: 'Report on Cork’s delegation to the seventh import expo, read as a copy',
    publisher: 'copy on another site',
    address: 'http://www.dingqianjf.com/news/show/921a58234d81b50f.html',
    date: '2024',
  },
} as const satisfies Readonly<Record<string, SourceFact>>;

export type SourceKey = keyof typeof sourceFacts;
