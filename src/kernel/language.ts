// The two interface languages and text that exists in several languages.

/** Languages of the interface, as BCP-47 tags. */
export const languages = ['en', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

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
