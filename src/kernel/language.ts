// The two interface languages and text that exists in several languages.

/** Languages of the interface, as BCP-47 tags. */
export const languages = ['en', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (tag: string | null | undefined): tag is Language => languages.some((language) => language === tag);

/** How a language writes beside its words: marks between words and after a sentence, and what `Intl` calls it. */
interface Writing {
  readonly locale: string;
  readonly comma: string;
  /** Between things of one list (enumeration comma). */
  readonly enumeration: string;
  readonly colon: string;
  readonly fullStop: string;
  /** Between two sentences, or a word and a figure. */
  readonly blank: string;
  /** From one thing until another. */
  readonly dash: string;
  readonly inBrackets: (words: string, aside: string) => string;
  /** In which order its readers write a person's name. */
  readonly nameOrder: 'given_first' | 'surname_first';
}

/** British order of day and month, and Chinese of the mainland. */
export const writing: Readonly<Record<Language, Writing>> = {
  en: {
    ...{ locale: 'en-GB', comma: ', ', enumeration: ', ', colon: ': ', fullStop: '.', blank: ' ', dash: '–' },
    inBrackets: (words, aside) => `${words} (${aside})`,
    nameOrder: 'given_first',
  },
  'zh-Hans': {
    ...{ locale: 'zh-CN', comma: '，', enumeration: '、', colon: '：', fullStop: '。', blank: '', dash: '—' },
    inBrackets: (words, aside) => `${words}（${aside}）`,
    nameOrder: 'surname_first',
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

/** The interface language that suits a tag or an Accept-Language list best: any Chinese is Simplified Chinese, all else English. */
export function languageOf(accept: string | null | undefined): Language {
  const first = (accept ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('zh') ? 'zh-Hans' : 'en';
}
