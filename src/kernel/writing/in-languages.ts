// What is made for each language; apart from the languages themselves, which every reader loads.
import { languageFor, type Language, type MultilingualText, type TextOrigin } from '../language.ts';
import { writtenLanguage } from '../written-language.ts';

/** What has been written in some languages of the interface, as a text. */
export const textOfWords = (words: Readonly<Partial<Record<Language, string | undefined>>>, origin: TextOrigin): MultilingualText =>
  Object.fromEntries(Object.entries(words).flatMap(([tag, text]) => (text === undefined ? [] : [[tag, { text, origin }]])));

/** The language of the interface that a name is written in, as far as its script shows: what a person types says none. */
export const languageWritten = (text: string): Language => (writtenLanguage(text) === 'zh' ? 'zh-Hans' : 'en');

/** The interface language that suits a tag or an Accept-Language list best: English where nobody here reads it. */
export const languageOf = (accept: string | null | undefined): Language => languageFor((accept ?? '').split(',')[0]?.trim() ?? '') ?? 'en';
