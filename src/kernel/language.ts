// The languages of the interface and text that exists in several languages.
import { isOneOf } from './codes.ts';

/** Languages of the interface, as BCP-47 tags. */
export const languages = ['en', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/**
 * One for each language, by language: whatever is told apart by the reader's language is a table made here, so that a third language is a third
 * argument, asked for by the compiler wherever something has none.
 */
export const inEach = <const En, const Zh>(en: En, zh: Zh) => ({ en, 'zh-Hans': zh }) as const;

/** The same for each language. */
export const forEachLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => inEach(make('en'), make('zh-Hans'));

export const isLanguage = (tag: string | null | undefined): tag is Language => isOneOf(languages, tag);

/** What a language is called and how it writes beside its words; whatever depends on a language and is no text of the product stands here. */
interface Writing {
  readonly locale: string;
  /** How names of text files and keys of texts end. */
  readonly suffix: 'en' | 'zh';
  /** As its own readers call it: in full, and on the switch. */
  readonly name: string;
  readonly shortName: string;
  readonly comma: string;
  /** Between things of one list (enumeration comma). */
  readonly enumeration: string;
  readonly colon: string;
  readonly fullStop: string;
  /** Between two sentences, or a word and a figure. */
  readonly blank: string;
  /** From one thing until another. */
  readonly dash: string;
  /** Between marks of one thing, and between clauses of a note. */
  readonly apart: string;
  readonly clauses: string;
  /** Between a day and the time of it. */
  readonly beforeTime: string;
  readonly inBrackets: (words: string, aside: string) => string;
  /** In which order its readers write a person's name. */
  readonly nameOrder: 'given_first' | 'surname_first';
  /** Whether days are big-endian: year, month, day. */
  readonly yearFirst: boolean;
  /** Whether it is head-final: what tells more of a word, as since when, stands before it. */
  readonly headFinal: boolean;
  /** Whether names of places are read in Han characters. */
  readonly readsHan: boolean;
  /** By whose clock its readers live, where nothing tells theirs. */
  readonly likelyZone: string;
}

/** British order of day and month, and Chinese of the mainland. */
export const writing: Readonly<Record<Language, Writing>> = {
  en: {
    ...{ locale: 'en-GB', suffix: 'en', name: 'English', shortName: 'English' },
    ...{ comma: ', ', enumeration: ', ', colon: ': ', fullStop: '.', blank: ' ', dash: '–' },
    inBrackets: (words, aside) => `${words} (${aside})`,
    ...{
      nameOrder: 'given_first',
      yearFirst: false,
      headFinal: false,
      readsHan: false,
      likelyZone: 'UTC',
      apart: ' · ',
      clauses: ' · ',
      beforeTime: ', ',
    },
  },
  'zh-Hans': {
    ...{ locale: 'zh-CN', suffix: 'zh', name: '简体中文', shortName: '中文' },
    ...{ comma: '，', enumeration: '、', colon: '：', fullStop: '。', blank: '', dash: '—' },
    inBrackets: (words, aside) => `${words}（${aside}）`,
    ...{
      nameOrder: 'surname_first',
      yearFirst: true,
      headFinal: true,
      readsHan: true,
      likelyZone: 'Asia/Shanghai',
      apart: '　',
      clauses: '，',
      beforeTime: ' ',
    },
  },
};

/** Where a text came from; machine-made text is marked on screen. */
export type TextOrigin = 'human' | 'machine' | 'import';

/** A text by BCP-47 tag, e.g. `{ en: { text: 'Cypress Water', origin: 'human' } }`. */
export type MultilingualText = Readonly<Record<string, { readonly text: string; readonly origin: TextOrigin }>>;

/** A text chosen for a reader: `language` is the language it is really in, `fallback` says that it is not the one asked for. */
export interface ChosenText {
  readonly text: string;
  readonly language: string;
  readonly fallback: boolean;
}

/** Chooses the reader's language, else English, else whatever there is; an empty text gives an empty string. */
export function chooseText(text: MultilingualText, language: string): ChosenText {
  for (const tag of [language, 'en', ...Object.keys(text)]) {
    const entry = text[tag];
    if (entry !== undefined && entry.text !== '') return { text: entry.text, language: tag, fallback: tag !== language };
  }
  return { text: '', language, fallback: false };
}

/** The language of the interface that speakers of a tag read: for any Chinese that is Simplified Chinese. */
export const languageFor = (tag: string): Language | undefined =>
  languages.find((one) => one.split('-')[0] === tag.toLowerCase().split(/[-;]/)[0]);
