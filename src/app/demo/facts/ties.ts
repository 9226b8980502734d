// Ties of the demo, each with what its sources state: class, and since when. Lists are as complete as the sources read, not as the ties.
import type { SourceKey } from './sources.ts';

/** A value with the source that states it. */
export type Stated = readonly [value: string, source: SourceKey];

export interface TieFact {
  readonly cities: readonly [string, string];
  readonly class: readonly Stated[];
  readonly established: readonly Stated[];
}

export const tieFacts: readonly TieFact[] = [
  {
    cities: ['abidjan-ci', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['1986', 'san-francisco-magazine']],
  },
  { cities: ['accra-gh', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['1989', 'chicago-list']] },
  {
    cities: ['aden-governorate-ye', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1995-09-14', 'shanghai-list-2012'],
      ['1995-09-14', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['alexandria-eg', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1992-05-15', 'shanghai-list-2012'],
      ['1992-05-12', 'shanghai-yearbook-2007'],
      ['1992', 'shanghai-site-2024'],
    ],
  },
  { cities: ['amman-jo', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['2004', 'chicago-list']] },
  {
    cities: ['amman-jo', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2010', 'san-francisco-magazine']],
  },
  {
    cities: ['antwerp-be', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1984-05-27', 'shanghai-list-2012'],
      ['1984-05-27', 'shanghai-yearbook-2007'],
      ['1984-05-27', 'zh-wikipedia'],
      ['1984', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['assisi-it', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-list']],
    established: [['1969', 'san-francisco-list']],
  },
  { cities: ['athens-gr', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['1997', 'chicago-list']] },
  { cities: ['athens-gr', 'shanghai-cn'], class: [['sister_city', 'press-2025']], established: [['2025', 'press-2025']] },
  {
    cities: ['barcelona-es', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2010', 'san-francisco-magazine']],
  },
  {
    cities: ['barcelona-es', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2001-10-31', 'shanghai-yearbook-2007']],
  },
  { cities: ['basel-ch', 'shanghai-cn'], class: [['sister_city', 'basel-partnership']], established: [] },
  { cities: ['belgrade-rs', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['2005', 'chicago-list']] },
  {
    cities: ['bengaluru-in', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2009', 'san-francisco-magazine']],
  },
  { cities: ['birmingham-gb', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['1993', 'chicago-list']] },
  { cities: ['bogota-co', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['2009', 'chicago-list']] },
  { cities: ['busan-kr', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['2007', 'chicago-list']] },
  {
    cities: ['busan-kr', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1993-08-24', 'shanghai-list-2012'],
      ['1993-08-24', 'shanghai-yearbook-2007'],
      ['1993', 'shanghai-site-2024'],
    ],
  },
  { cities: ['casablanca-ma', 'chicago-us'], class: [['sister_city', 'chicago-list']], established: [['1982', 'chicago-list']] },
  {
    cities: ['casablanca-ma', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1986-09-08', 'shanghai-list-2012'],
      ['1986-09-08', 'shanghai-yearbook-2007'],
      ['1986-09-08', 'zh-wikipedia'],
      ['1986', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['chiang-mai-province-th', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2000-04-02', 'shanghai-yearbook-2007']],
  },
  { cities: ['chicago-us', 'delhi-in'], class: [['sister_city', 'chicago-list']], established: [['2001', 'chicago-list']] },
  { cities: ['chicago-us', 'durban-za'], class: [['sister_city', 'chicago-list']], established: [['1997', 'chicago-list']] },
  { cities: ['chicago-us', 'galway-ie'], class: [['sister_city', 'chicago-list']], established: [['1997', 'chicago-list']] },
  { cities: ['chicago-us', 'gothenburg-se'], class: [['sister_city', 'chicago-list']], established: [['1987', 'chicago-list']] },
  { cities: ['chicago-us', 'hamburg-de'], class: [['sister_city', 'chicago-list']], established: [['1994', 'chicago-list']] },
  { cities: ['chicago-us', 'kyiv-ua'], class: [['sister_city', 'chicago-list']], established: [['1991', 'chicago-list']] },
  { cities: ['chicago-us', 'lahore-pk'], class: [['sister_city', 'chicago-list']], established: [['2007', 'chicago-list']] },
  { cities: ['chicago-us', 'lucerne-ch'], class: [['sister_city', 'chicago-list']], established: [['1998', 'chicago-list']] },
  { cities: ['chicago-us', 'mexico-city-mx'], class: [['sister_city', 'chicago-list']], established: [['1991', 'chicago-list']] },
  { cities: ['chicago-us', 'milan-it'], class: [['sister_city', 'chicago-list']], established: [['1973', 'chicago-list']] },
  { cities: ['chicago-us', 'osaka-jp'], class: [['sister_city', 'chicago-list']], established: [['1973', 'chicago-list']] },
  { cities: ['chicago-us', 'paris-fr'], class: [['friendly_exchange', 'chicago-list']], established: [['1996', 'chicago-list']] },
  { cities: ['chicago-us', 'petah-tikva-il'], class: [['sister_city', 'chicago-list']], established: [['1994', 'chicago-list']] },
  { cities: ['chicago-us', 'prague-cz'], class: [['sister_city', 'chicago-list']], established: [['1990', 'chicago-list']] },
  { cities: ['chicago-us', 'sao-paulo-br'], class: [['sister_city', 'chicago-list']], established: [['2004', 'chicago-list']] },
  {
    cities: ['chicago-us', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-site-2024']],
    established: [
      ['1985-09-05', 'shanghai-list-2012'],
      ['1985-09-05', 'zh-wikipedia'],
      ['1985', 'shanghai-site-2024'],
      ['1985', 'chicago-list'],
    ],
  },
  { cities: ['chicago-us', 'shenyang-cn'], class: [['sister_city', 'chicago-list']], established: [['1985', 'chicago-list']] },
  { cities: ['chicago-us', 'toronto-ca'], class: [['sister_city', 'chicago-list']], established: [['1991', 'chicago-list']] },
  { cities: ['chicago-us', 'vilnius-lt'], class: [['sister_city', 'chicago-list']], established: [['1993', 'chicago-list']] },
  { cities: ['chicago-us', 'warsaw-pl'], class: [['sister_city', 'chicago-list']], established: [['1960', 'chicago-list']] },
  { cities: ['cologne-de', 'cork-ie'], class: [['sister_city', 'cork-twinning']], established: [['1988', 'cork-twinning']] },
  { cities: ['cologne-de', 'liverpool-gb'], class: [['sister_city', 'cologne-2017']], established: [['1952', 'cologne-2017']] },
  {
    cities: ['colombo-lk', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2003-08-11', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['constanta-county-ro', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2002-04-15', 'shanghai-yearbook-2007']],
  },
  { cities: ['cork-ie', 'coventry-gb'], class: [['sister_city', 'cork-twinning']], established: [['1958', 'cork-twinning']] },
  { cities: ['cork-ie', 'hangzhou-cn'], class: [['friendly_exchange', 'cork-twinning']], established: [] },
  { cities: ['cork-ie', 'rennes-fr'], class: [['sister_city', 'cork-twinning']], established: [['1982', 'cork-twinning']] },
  {
    cities: ['cork-ie', 'san-francisco-us'],
    class: [['sister_city', 'cork-twinning']],
    established: [
      ['1984', 'san-francisco-magazine'],
      ['1984', 'cork-twinning'],
    ],
  },
  {
    cities: ['cork-ie', 'shanghai-cn'],
    class: [['sister_city', 'cork-twinning']],
    established: [
      ['2005', 'cork-twinning'],
      ['2005', 'press-2025'],
    ],
  },
  { cities: ['cork-ie', 'shenzhen-cn'], class: [['friendly_exchange', 'cork-twinning']], established: [] },
  { cities: ['cork-ie', 'swansea-gb'], class: [['sister_city', 'cork-twinning']], established: [['1994', 'cork-twinning']] },
  { cities: ['cork-ie', 'wuxi-cn'], class: [['friendly_exchange', 'cork-twinning']], established: [] },
  {
    cities: ['dubai-ae', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['2000-05-30', 'shanghai-yearbook-2007'],
      ['2000-05-30', 'people-2000'],
    ],
  },
  { cities: ['dublin-ie', 'liverpool-gb'], class: [['sister_city', 'dublin-twinning']], established: [['1997', 'dublin-twinning']] },
  {
    cities: ['dunedin-nz', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1994-10-21', 'shanghai-list-2012'],
      ['1994-10-21', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['espoo-fi', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['1998-09-04', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['guayaquil-ec', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2001-07-06', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['haifa-il', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-list']],
    established: [['1973', 'san-francisco-list']],
  },
  {
    cities: ['haifa-il', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1993-06-21', 'shanghai-list-2012'],
      ['1993-06-22', 'shanghai-yearbook-2007'],
      ['1993', 'shanghai-site-2024'],
    ],
  },
  { cities: ['halifax-ca', 'liverpool-gb'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  {
    cities: ['hamburg-de', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1986-05-29', 'shanghai-list-2012'],
      ['1985-06-29', 'shanghai-yearbook-2007'],
      ['1986-05-29', 'zh-wikipedia'],
      ['1986', 'shanghai-site-2024'],
      ['1986-05-29', 'hamburg-declaration'],
    ],
  },
  {
    cities: ['hamhung-kp', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1982-06-18', 'shanghai-list-2012'],
      ['1982-06-18', 'shanghai-yearbook-2007'],
      ['1982-06-18', 'zh-wikipedia'],
      ['1982', 'shanghai-site-2024'],
    ],
  },
  { cities: ['havana-cu', 'liverpool-gb'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  {
    cities: ['ho-chi-minh-city-vn', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['1995', 'san-francisco-magazine']],
  },
  {
    cities: ['ho-chi-minh-city-vn', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1994-05-14', 'shanghai-list-2012'],
      ['1994-05-14', 'shanghai-yearbook-2007'],
      ['1994', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['istanbul-tr', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1989-10-23', 'shanghai-list-2012'],
      ['1989-10-23', 'shanghai-yearbook-2007'],
      ['1989-10-23', 'zh-wikipedia'],
      ['1989', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['jalisco-mx', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['1998-11-18', 'shanghai-yearbook-2007']],
  },
  { cities: ['jeollabuk-do-kr', 'shanghai-cn'], class: [['sister_city', 'press-2025']], established: [['2005', 'press-2025']] },
  {
    cities: ['karachi-pk', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1984-02-15', 'shanghai-list-2012'],
      ['1984-02-15', 'shanghai-yearbook-2007'],
      ['1984-02-15', 'zh-wikipedia'],
      ['1984', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['kiel-de', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2017', 'san-francisco-magazine']],
  },
  {
    cities: ['krakow-pl', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2009', 'san-francisco-magazine']],
  },
  {
    cities: ['kwazulu-natal-za', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2001-05-16', 'shanghai-yearbook-2007']],
  },
  { cities: ['la-plata-ar', 'liverpool-gb'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  { cities: ['liverpool-gb', 'memphis-us'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  { cities: ['liverpool-gb', 'minamitane-jp'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  {
    cities: ['liverpool-gb', 'new-orleans-us'],
    class: [['friendly_exchange', 'guide-liverpool']],
    established: [['1991', 'guide-liverpool']],
  },
  { cities: ['liverpool-gb', 'odesa-ua'], class: [['sister_city', 'liverpool-museums']], established: [] },
  { cities: ['liverpool-gb', 'ponsacco-it'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  { cities: ['liverpool-gb', 'ramnicu-valcea-ro'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  { cities: ['liverpool-gb', 'rio-de-janeiro-br'], class: [['sister_city', 'city-tribune']], established: [['2003', 'city-tribune']] },
  {
    cities: ['liverpool-gb', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1999-10-18', 'shanghai-yearbook-2007'],
      ['1999', 'liverpool-museums'],
    ],
  },
  { cities: ['liverpool-gb', 'valparaiso-cl'], class: [['friendly_exchange', 'liverpool-museums']], established: [] },
  {
    cities: ['manila-ph', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['1981', 'san-francisco-magazine']],
  },
  {
    cities: ['maputo-mz', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['1999-10-25', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['marseille-fr', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1987-10-26', 'shanghai-list-2012'],
      ['1987-10-26', 'shanghai-yearbook-2007'],
      ['1987-10-26', 'zh-wikipedia'],
      ['1987', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['metro-manila-ph', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1983-06-15', 'shanghai-list-2012'],
      ['1983-06-15', 'shanghai-yearbook-2007'],
      ['1983-06-15', 'zh-wikipedia'],
      ['1983', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['milan-it', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1979-06-25', 'shanghai-list-2012'],
      ['1979-06-25', 'shanghai-yearbook-2007'],
      ['1976-06-25', 'zh-wikipedia'],
      ['1979', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['montreal-ca', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1985-05-14', 'shanghai-list-2012'],
      ['1985-05-14', 'shanghai-yearbook-2007'],
      ['1985-05-14', 'zh-wikipedia'],
      ['1985', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['osaka-jp', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1974-04-18', 'shanghai-list-2012'],
      ['1974-04-18', 'shanghai-yearbook-2007'],
      ['1974-04-18', 'zh-wikipedia'],
      ['1974', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['osaka-prefecture-jp', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1980-11-21', 'shanghai-list-2012'],
      ['1980-11-21', 'shanghai-yearbook-2007'],
      ['1980-11-21', 'zh-wikipedia'],
      ['1980', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['oslo-no', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2001-11-10', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['paris-fr', 'san-francisco-us'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['1997', 'san-francisco-magazine']],
  },
  {
    cities: ['piraeus-gr', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1985-06-24', 'shanghai-list-2012'],
      ['1985-06-24', 'shanghai-yearbook-2007'],
      ['1985-06-24', 'zh-wikipedia'],
      ['1985', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['pomerania-pl', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1985-07-04', 'shanghai-list-2012'],
      ['1985-07-04', 'shanghai-yearbook-2007'],
      ['1985-07-04', 'zh-wikipedia'],
      ['1985', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['port-vila-vu', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1994-06-08', 'shanghai-list-2012'],
      ['1994-06-08', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['porto-pt', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1995-04-15', 'shanghai-list-2012'],
      ['1995-04-15', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['queensland-au', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1989-05-24', 'shanghai-list-2012'],
      ['1989-05-24', 'shanghai-yearbook-2007'],
      ['1989-05-24', 'zh-wikipedia'],
      ['1989', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['rosario-ar', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['1997-06-17', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['rotterdam-nl', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1979-11-23', 'shanghai-list-2012'],
      ['1979-11-23', 'shanghai-yearbook-2007'],
      ['1979-11-23', 'zh-wikipedia'],
      ['1979', 'shanghai-site-2024'],
      ['1979', 'rotterdam-shine'],
    ],
  },
  {
    cities: ['saint-petersburg-ru', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1988-12-15', 'shanghai-list-2012'],
      ['1988-12-15', 'shanghai-yearbook-2007'],
      ['1988-12-15', 'zh-wikipedia'],
      ['1988', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['san-francisco-us', 'seoul-kr'],
    class: [['sister_city', 'san-francisco-list']],
    established: [['1975', 'san-francisco-list']],
  },
  {
    cities: ['san-francisco-us', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1980-01-28', 'shanghai-list-2012'],
      ['1980-01-28', 'shanghai-yearbook-2007'],
      ['1980-01-28', 'zh-wikipedia'],
      ['1979', 'shanghai-site-2024'],
      ['1979', 'san-francisco-list'],
      ['1979', 'san-francisco-2024'],
    ],
  },
  {
    cities: ['san-francisco-us', 'sydney-au'],
    class: [['sister_city', 'san-francisco-list']],
    established: [['1968', 'san-francisco-list']],
  },
  {
    cities: ['san-francisco-us', 'thessaloniki-gr'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['1990', 'san-francisco-magazine']],
  },
  {
    cities: ['san-francisco-us', 'zurich-ch'],
    class: [['sister_city', 'san-francisco-magazine']],
    established: [['2003', 'san-francisco-magazine']],
  },
  {
    cities: ['santiago-de-cuba-province-cu', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1996-08-28', 'shanghai-list-2012'],
      ['1996-07-30', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['sao-paulo-br', 'shanghai-cn'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1988-07-07', 'shanghai-list-2012'],
      ['1988-07-07', 'shanghai-yearbook-2007'],
      ['1988-07-07', 'zh-wikipedia'],
      ['1988', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['shanghai-cn', 'tashkent-uz'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1994-12-15', 'shanghai-list-2012'],
      ['1994-12-15', 'shanghai-yearbook-2007'],
    ],
  },
  {
    cities: ['shanghai-cn', 'valparaiso-cl'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [['2001-07-10', 'shanghai-yearbook-2007']],
  },
  {
    cities: ['shanghai-cn', 'vladivostok-ru'],
    class: [['sister_city', 'shanghai-site-2024']],
    established: [['1993', 'shanghai-site-2024']],
  },
  {
    cities: ['shanghai-cn', 'windhoek-na'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1995-11-01', 'shanghai-list-2012'],
      ['1995-11-01', 'shanghai-yearbook-2007'],
      ['1995', 'press-2025'],
    ],
  },
  {
    cities: ['shanghai-cn', 'yokohama-jp'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1973-11-30', 'shanghai-list-2012'],
      ['1973-11-30', 'shanghai-yearbook-2007'],
      ['1973-11-30', 'zh-wikipedia'],
      ['1973', 'shanghai-site-2024'],
    ],
  },
  {
    cities: ['shanghai-cn', 'zagreb-hr'],
    class: [['sister_city', 'shanghai-yearbook-2007']],
    established: [
      ['1980-06-18', 'shanghai-list-2012'],
      ['1980-06-18', 'shanghai-yearbook-2007'],
      ['1980-06-18', 'zh-wikipedia'],
      ['1980', 'shanghai-site-2024'],
    ],
  },
];
