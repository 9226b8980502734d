// What countries and regions are called: labels of the naming policy go before the names that the runtime knows (CLDR).
import { languages, writing, type Language, type MultilingualText } from './language.ts';

/** Labels of the naming policy by ISO 3166-1 alpha-2 code. */
export type RegionLabels = Readonly<Record<string, MultilingualText>>;

/** The element in which a page brings them. */
export const regionLabelsElement = 'region-labels';

/** Stands for the country of a place of which none is known. */
const noRegion = 'ZZ';
const notKnown: Readonly<Record<Language, string>> = { en: 'country not known', 'zh-Hans': '国家（地区）不详' };

const known = new Map(languages.map((one) => [one, new Intl.DisplayNames(writing[one].locale, { type: 'region' })]));
const called = new Map<string, string>();

/** What the runtime calls it, with its “&” among words, asked once for each code of two letters (a cache): there are few, and every city of a list has one. */
function commonName(code: string, language: Language): string {
  const key = `${language} ${code}`;
  const name = called.get(key) ?? (known.get(language)?.of(code) ?? code).replace(' & ', ' and ');
  if (code.length === 2) called.set(key, name);
  return name;
}

/** The name of a country or region in a reader's language, its label first; a code without a name stays a code. */
export const regionName = (code: string, language: Language, labels: RegionLabels): string =>
  code === noRegion ? notKnown[language] : (labels[code]?.[language]?.text ?? commonName(code, language));
