// Names made comparable: what people type finds what was written, whatever the case, accents or width.

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

/** Lower case without accents, full-width forms narrowed, blanks single: `'Ｓãn  Łódź'` gives `'san lodz'`. */
export const fold = (text: string): string =>
  // Most names are plain already, and an index of the world's cities folds four million.
  (ASCII.test(text) ? text.toLowerCase() : foldLetters(text)).replace(/\s+/g, ' ').trim();

const ASCII = /^\p{ASCII}*$/u;

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => letters[letter] ?? letter);
