// What countries and regions are called: a table of labels goes before the names that the runtime knows, on pages and in imports alike.
import { languages, writing, type Language } from './language.ts';

/** Labels by ISO 3166-1 alpha-2 code that stand in place of the runtime's; `ZZ` is a place of which no country is known. */
export const regionLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { HK: 'Hong Kong, China', MO: 'Macao, China', TW: 'Taiwan, China', ZZ: 'country not known' },
  'zh-Hans': { HK: '中国香港', MO: '中国澳门', TW: '中国台湾', FK: '马尔维纳斯群岛（福克兰群岛）', ZZ: '国家（地区）不详' },
};

const known = new Map(languages.map((one) => [one, new Intl.DisplayNames(writing[one].locale, { type: 'region' })]));

/** The name of a country or region in a reader's language, e.g. `('TW', 'zh-Hans')` → `中国台湾`; a code without a name stays a code. */
export const regionName = (code: string, language: Language): string =>
  regionLabels[language][code] ?? known.get(language)?.of(code) ?? code;
