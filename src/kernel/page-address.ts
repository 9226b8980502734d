// In which language a page is read, by its address: English stands without a prefix, every other language under its own.
import { languages, writing, type Language } from './language.ts';

const prefixOf = (language: Language): string => (language === languages[0] ? '' : `/${writing[language].suffix}`);

/** An address taken apart: `/zh/cities/cork-ie` → Chinese and `/cities/cork-ie`; null where it names no language, which then is English or the reader's own. */
export function readAddress(path: string): { readonly language: Language | null; readonly path: string } {
  const language = languages.find((one) => prefixOf(one) !== '' && (path === prefixOf(one) || path.startsWith(`${prefixOf(one)}/`)));
  return language === undefined ? { language: null, path } : { language, path: path.slice(prefixOf(language).length) || '/' };
}

/** The address of a page in a language, from its address without one; the home page keeps its slash: `/zh/`. */
export const addressIn = (language: Language, path: string): string => prefixOf(language) + path;
