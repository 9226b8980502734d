// In which language a text is, as far as its letters and words show: nobody recorded it.
import { chooseText, writing, type Language, type MultilingualText } from './language.ts';

/** Words that hardly stand in a title of another language. */
const english = /\b(?:the|of|and|with|report|reports|list|notice|office|mayor|council)\b/i;

/** 'zh' by its script, 'en' by its words; null where it may be any language of the Latin or another script. */
export function writtenLanguage(text: string): 'zh' | 'en' | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return english.test(text) ? 'en' : null;
}

const isHan = (text: string): boolean => writtenLanguage(text) === 'zh';
const digitsIn = (text: string): string => text.replace(/\D/g, '');

/**
 * What stands in two languages on one line, as its reader reads it: “English | 中文”, and a title with its translation in brackets, where both
 * name the same year. Everything else as it is.
 */
export function inLanguage(text: string, language: Language): string {
  const [, one = '', other = ''] =
    /^(.+?)\s*[|｜]\s*(.+)$/u.exec(text) ?? /^(.+?\d.*?)\s*[（(]([^（()）]*\d[^（()）]*)[)）]$/u.exec(text) ?? [];
  const isBoth = one !== '' && isHan(one) !== isHan(other) && (/[|｜]/u.test(text) || digitsIn(one) === digitsIn(other));
  return !isBoth ? text : isHan(one) === writing[language].readsHan ? one : other;
}

/** A name that exists in both languages on one line, so that each reader reads their half: “English | 中文”; else as the language has it. */
export function onOneLine(text: MultilingualText, language: Language): string {
  const [en, zh] = [text.en?.text ?? '', text['zh-Hans']?.text ?? ''];
  const both = `${en} | ${zh}`;
  return en !== '' && zh !== '' && inLanguage(both, 'en') === en && inLanguage(both, 'zh-Hans') === zh
    ? both
    : chooseText(text, language).text;
}

/** A text that may exist in several languages, as its reader reads it. */
export const readAs = (text: MultilingualText, language: Language): string => inLanguage(chooseText(text, language).text, language);

/** The title of a work as its reader reads and marks it: a Chinese one in 《》 among Chinese, unless it bears them; every other as it is, and so one in two languages: its writer has marked it where it is a title. */
export function markedTitle(title: string, language: Language): string {
  const read = inLanguage(title, language);
  return writing[language].readsHan && read === title && isHan(read) && !read.includes('《') ? `《${read}》` : read;
}
