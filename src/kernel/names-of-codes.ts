// Codes of countries, regions and languages behind the names that people write, in English and Chinese.
import { regionLabels, regionsAlsoCalled } from './region-names.ts';
import { isCountry, isLanguageTag } from './codes.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
/** Case, width, accents, and the ways to write "and" and "Saint" make no difference. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/&/g, 'and')
    .replace(/^st\.? /, 'saint ')
    .replace(/^the /, '');

function codesByName(
  type: 'region' | 'language',
  codes: readonly string[],
  also: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>(Object.entries(also));
  for (const language of ['en', 'zh-Hans']) {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name !== undefined && !byName.has(folded(name))) byName.set(folded(name), code);
    }
  }
  return byName;
}

const labelled = Object.values(regionLabels).flatMap((labels) =>
  Object.entries(labels).map(([code, label]) => [folded(label), code] as const),
);

const countries = codesByName('region', pairs.filter(isCountry), {
  ...Object.fromEntries(labelled),
  ...regionsAlsoCalled,
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  korea: 'KR',
  'republic of korea': 'KR',
  韩国: 'KR',
  'czech republic': 'CZ',
  holland: 'NL',
  "people's republic of china": 'CN',
  prc: 'CN',
  uae: 'AE',
  阿联酋: 'AE',
  'northern ireland': 'GB',
  'u.k.': 'GB',
  'u.s.': 'US',
  'u.s.a.': 'US',
  // The runtime calls these by their newer, longer or French names alone.
  turkey: 'TR',
  palestine: 'PS',
  'ivory coast': 'CI',
  "cote d'ivoire": 'CI',
  'republic of ireland': 'IE',
  myanmar: 'MM',
  burma: 'MM',
  'democratic republic of the congo': 'CD',
  'republic of the congo': 'CG',
  swaziland: 'SZ',
  macedonia: 'MK',
  'east timor': 'TL',
  'russian federation': 'RU',
  'viet nam': 'VN',
  'slovak republic': 'SK',
  'saint vincent and the grenadines': 'VC',
  // Short and former forms of lists.
  'u.a.e.': 'AE',
  'pr china': 'CN',
  'p.r. china': 'CN',
  'p.r.china': 'CN',
  'p. r. china': 'CN',
  'p.r.c.': 'CN',
  'china pr': 'CN',
  rok: 'KR',
  'r.o.k.': 'KR',
  's. korea': 'KR',
  's korea': 'KR',
  'n. korea': 'KP',
  dprk: 'KP',
  'd.p.r.k.': 'KP',
  'dpr korea': 'KP',
  中华人民共和国: 'CN',
  大不列颠: 'GB',
  联合王国: 'GB',
  英格兰: 'GB',
  苏格兰: 'GB',
  威尔士: 'GB',
  北爱尔兰: 'GB',
  美利坚合众国: 'US',
  大韩民国: 'KR',
  俄罗斯联邦: 'RU',
  俄国: 'RU',
  捷克共和国: 'CZ',
  阿拉伯联合酋长国: 'AE',
});

const languages = codesByName('language', pairs.map((pair) => pair.toLowerCase()).filter(isLanguageTag), {
  mandarin: 'zh',
  汉语: 'zh',
  普通话: 'zh',
  华语: 'zh',
  国语: 'zh',
  葡语: 'pt',
  西语: 'es',
  法文: 'fr',
  英文: 'en',
  日文: 'ja',
  韩文: 'ko',
  德文: 'de',
  俄文: 'ru',
});

/** The code of a country written as code or name; what is neither stays as it is and is refused later. */
export const countryOf = (text: string): string => {
  const code = text.toUpperCase();
  return isCountry(code) ? code : (countries.get(folded(text)) ?? text);
};

/** The tag of a language written as tag or name; what is neither stays as it is and is refused later. */
export const languageOf = (text: string): string => languages.get(folded(text)) ?? text;
