// The first of many words on one line.
import { writing, type Language } from '../language.ts';

/** As many as fit, with a sign that there are more; `all` lists them where there are not: no "and" stands before what is not the last. */
export const firstFew = (words: readonly string[], most: number, language: Language, all: (words: readonly string[]) => string): string =>
  words.length <= most ? all(words) : `${words.slice(0, most).join(writing[language].enumeration)}${writing[language].blank}…`;
