// How papers say things: the sentences of reports with the words they need, in one language, without a browser.
import { figuresOf } from '#kernel/figures.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { listFormat } from '#kernel/intl-formats.ts';
import { inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { sentence, type Params, type Texts } from '#kernel/sentence.ts';
import { readAs } from '#kernel/written-language.ts';
import type { Wording } from './opening-words.ts';
import { openingEn } from './opening-text.en.ts';
import { openingZh } from './opening-text.zh.ts';
import { paperEn } from './shared-words.en.ts';
import { paperZh } from './shared-words.zh.ts';

const common: Readonly<Record<Language, Texts>> = inEach({ ...openingEn, ...paperEn }, { ...openingZh, ...paperZh });

/** `own`: the texts of the paper itself. Cities are named by id; `labels`: what the naming policy calls countries, inside the names of currencies, too. */
export function paperWords<En extends Texts>(
  language: Language,
  own: Readonly<Record<Language, Texts>> & { readonly en: En },
  { cities = {}, labels = {} }: Named = {},
) {
  const texts = { ...common[language], ...own[language] };
  const lists = listFormat(writing[language].locale, {});
  const formats = { ...figuresOf(language, labels), list: (entries: readonly string[]): string => lists.format(entries) };
  const naming = (text: MultilingualText): string => readAs(text, language);
  const wording: Wording = {
    ...{ language, formats, naming },
    t: (key, params) => sentence(texts, language, key, params),
    cityName: (id) => naming(cities[id] ?? {}),
  };
  return {
    ...wording,
    /** A sentence of the paper itself; its key is known to the compiler. */
    say: (key: (keyof En & string) | PluralOf<keyof En & string>, params: Params = {}): string => sentence(texts, language, key, params),
    /** A sentence whose placeholders are filled in later. */
    raw: (key: keyof En & string): string => texts[key] ?? key,
    date: (date: FlexDate): string => formats.spelt(formats.flexDate(date, 'table')),
    fullDate: (date: FlexDate): string => formats.spelt(formats.flexDate(date)),
    apart: writing[language].comma,
  };
}

interface Named {
  readonly cities?: Readonly<Record<string, MultilingualText>>;
  readonly labels?: RegionLabels;
}

type PluralOf<K extends string> = K extends `${infer Base}_other` ? Base : never;
