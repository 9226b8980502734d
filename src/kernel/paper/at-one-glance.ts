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

/**
 * The same text with blanks at which no line ends, for files that break their lines themselves. A Chinese date has no blanks, and signs put between its characters
 * would be found by nobody who searches the file for it, and copied out of it: there a line may end.
 */
export const heldTogether = (text: string): string => text.replaceAll(atOneGlance, (whole) => whole.replaceAll(' ', '\u00a0'));
