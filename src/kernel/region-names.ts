// What countries and regions are called, by themselves and inside the names of languages and currencies: labels of the naming policy go before the names that the runtime knows (CLDR).
import { inEach, languages, writing, type Language, type MultilingualText } from './language.ts';

/** Labels of the naming policy by ISO 3166-1 alpha-2 code. */
export type RegionLabels = Readonly<Record<string, MultilingualText>>;

/** The element in which a page brings them. */
export const regionLabelsElement = 'region-labels';

/** Stands for the country of a place of which none is known. */
const noRegion = 'ZZ';
const notKnown: Readonly<Record<Language, string>> = inEach('country not known', '国家（地区）不详');

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

/**
 * A name with a country or region inside, of a currency or a language: it is called there as its label calls it, in short, so 马尔维纳斯群岛镑.
 * In brackets, where it stands by itself, it has the label with what follows its comma: Chinese (Taiwan, China).
 */
export function withLabels(name: string, language: Language, labels: RegionLabels): string {
  let written = name;
  for (const [code, label] of Object.entries(labels)) {
    const own = commonName(code, language);
    const [plain = own] = (label[language]?.text ?? own).split(/\s*[（(]/);
    const [short = plain] = plain.split(/[,，]/);
    const alone = new RegExp(`(?<=[(（,，] ?)${own.replaceAll(/[()]/g, String.raw`\$&`)}(?=[)）,，])`, 'u');
    written = written.replace(alone, plain);
    if (!short.includes(own) && !plain.includes(own)) written = written.replace(own, short);
  }
  return written;
}

/** Where the runtime misspells a currency: 磅 is a weight, and the money of Saint Helena is a 镑. */
const spelt: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = inEach(null, { SHP: '圣赫勒拿镑' });

/** What a currency is called by its code, with the label of a place in it; undefined where `nameOf`, the runtime, has no name. */
export function currencyName(
  code: string,
  {
    language,
    labels,
    nameOf,
  }: { readonly language: Language; readonly labels: RegionLabels; readonly nameOf: (code: string) => string | undefined },
): string | undefined {
  const name = spelt[language]?.[code] ?? nameOf(code);
  return name === undefined ? undefined : withLabels(name, language, labels);
}

const languageNames = new Map(languages.map((one) => [one, new Intl.DisplayNames(writing[one].locale, { type: 'language' })]));

/**
 * The name of a language by its BCP-47 tag: 'pt' → Portuguese / 葡萄牙语; what is no tag stays what it is. Bokmål is what people call Norwegian.
 * Where no labels are at hand the country of a tag is left out, since nobody knows what it may be called.
 */
export function languageName(tag: string, language: Language, labels: RegionLabels | null = null): string {
  try {
    const { language: plain, script } = new Intl.Locale(tag);
    const asked = labels === null ? [plain, script ?? []].flat().join('-') : tag;
    const name = languageNames.get(language)?.of(asked === 'nb' ? 'no' : asked) ?? tag;
    return labels === null ? name : withLabels(name, language, labels);
  } catch {
    return tag;
  }
}
