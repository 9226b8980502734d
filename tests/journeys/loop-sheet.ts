// The sheet that the officer of the journey copies from a spreadsheet: ninety partners with dates as people write them, and seven rows that need a look.
import { cityFacts } from '#app/demo/facts/cities.ts';
import { tieFacts } from '#app/demo/facts/ties.ts';
import type { Language } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';

/** One date in each of the ways they come, as it is copied and as the preview reads it; the last says none. */
export const dates = [
  { copied: '1979', read: { en: '1979', 'zh-Hans': '1979年' } },
  { copied: 'Oct. 1999', read: { en: 'Oct 1999', 'zh-Hans': '1999年10月' } },
  { copied: '1999年10月18日', read: { en: '18 Oct 1999', 'zh-Hans': '1999年10月18日' } },
  { copied: '28/1/1980', read: { en: '28 Jan 1980', 'zh-Hans': '1980年1月28日' } },
  { copied: '', read: { en: '', 'zh-Hans': '' } },
] as const;

const heads = { en: ['City', 'Country', 'Class', 'Since', 'Note'], 'zh-Hans': ['城市', '国家', '类别', '结好时间', '备注'] } as const;
const classes = { en: 'sister city', 'zh-Hans': '友好城市' } as const;
const own = { en: 'Liverpool', 'zh-Hans': '利物浦' } as const;
const dublin = { en: 'Dublin', 'zh-Hans': '都柏林' } as const;
const zurich = { en: 'Zurich', 'zh-Hans': '苏黎世' } as const;

/** A row that is not understood as it stands, with the code of what is asked of it. */
export interface OddRow {
  readonly city: string;
  readonly since: string;
  readonly code: string;
}

/** A city without a name, one misspelt, one that is none, one of many of its name, our own, an earlier date of ours, a day that is none. */
export const oddRows = (language: Language): readonly OddRow[] => [
  { city: '', since: '1990', code: 'desk.paste_city_missing' },
  { city: 'Yokohamma', since: '1991', code: 'desk.paste_city_unknown' },
  { city: 'Xyzzyqwgrad', since: '1992', code: 'desk.paste_city_unknown' },
  { city: 'Springfield', since: '1993', code: 'desk.paste_city_several' },
  { city: own[language], since: '1994', code: 'ties.with_itself' },
  { city: dublin[language], since: '1998', code: 'desk.paste_earlier_differs' },
  { city: zurich[language], since: '31/2/1990', code: 'kernel.date_does_not_exist' },
];

export interface PlainRow {
  readonly city: string;
  readonly date: (typeof dates)[number];
  readonly note: string;
}

const partners = new Set(tieFacts.filter(({ cities }) => cities.includes('liverpool-gb')).flatMap(({ cities }) => cities));
const elsewhere = new Set([...partners, 'yokohama-jp', 'zurich-ch']);
const free = cityFacts.filter(({ key }) => !elsewhere.has(key));

/** Ninety rows under their heads, as a spreadsheet puts them on the clipboard; odd rows stand among the others. */
export function sheetIn(language: Language): {
  readonly text: string;
  readonly plain: readonly PlainRow[];
  readonly odd: readonly OddRow[];
} {
  const odd = oddRows(language);
  const chosen = free.slice(0, 90 - odd.length);
  const plain = chosen.map(({ en, zh }, at): PlainRow => ({
    city: language === 'en' ? en : zh,
    date: dates[at % dates.length] ?? dates[0],
    note: `copied ${at + 1}`,
  }));
  const lines = plain.map(({ city, date, note }, at) => [
    city,
    regionName(chosen[at]?.country ?? '', language, {}),
    at % 2 === 0 ? classes[language] : '',
    date.copied,
    note,
  ]);
  odd.forEach(({ city, since }, at) => lines.splice(at * 12 + 5, 0, [city, '', '', since, `odd ${at + 1}`]));
  return { text: [heads[language], ...lines].map((cells) => cells.join('\t')).join('\r\n'), plain, odd };
}
