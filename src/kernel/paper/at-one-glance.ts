// What of a paper's text is read at one glance, and so is not broken over two lines.

/** Dates and amounts as the product writes them, which are read at one glance: 18 October 2019, £139 million, 1999年10月18日, 1.39亿英镑. */
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
export const atOneGlance = new RegExp(
  [
    `(?<!\\w)(?:\\d{1,2} ${MONTH}(?: \\d{4})?|${MONTH} \\d{4}|\\p{Sc}?\\d[\\d,.]* (?:million|billion))(?!\\w)`,
    '(?<![\\d.,])(?:\\d{1,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d[\\d,.]*[万亿]{1,2}(?:元人民币|英镑|美元|欧元|日元|元)?)',
  ].join('|'),
  'gu',
);

/** Inside a Chinese date or amount, which has no blanks: before and after each Han character. */
const withinHan = /(?<=[\p{Script=Han}\d])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\d)/gu;

/**
 * The same text with signs at which no line ends, for files that break their lines themselves: between Han characters the one that Word calls a no-width non break
 * (U+200D), since the word joiner (U+2060) is drawn as a box by some programs and holds nothing together in others.
 */
export const heldTogether = (text: string): string =>
  text.replaceAll(atOneGlance, (whole) => whole.replaceAll(' ', '\u00a0').replaceAll(withinHan, '\u200d'));
