// In which language a text is, as far as its letters and words show: nobody recorded it.

/** Words that hardly stand in a title of another language. */
const english = /\b(?:the|of|and|with|report|reports|list|notice|office|mayor|council)\b/i;

/** 'zh' by its script, 'en' by its words; null where it may be any language of the Latin or another script. */
export function writtenLanguage(text: string): 'zh' | 'en' | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return english.test(text) ? 'en' : null;
}
