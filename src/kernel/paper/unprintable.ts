// What the fonts of our paper have no letters for: told before anything is printed, so that it can be mended.

/** Scripts that the fonts hold, whole or nearly so; what they lack of these is listed with each paper. A test holds this against the fonts. */
const beyond =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u;

/** Pictures: of those in squares the fonts hold some. What a telephone types ends in U+FE0F where it could be a letter as well. */
const pictures = /(?![\u{1F18E}-\u{1F19A}\u{1F201}-\u{1F251}])\p{Emoji_Presentation}|[\uFE0F\u{1D400}-\u{1D7FF}\u{1F300}-\u{1FAFF}]/u;

/** Whether a name has letters of another script, such as Arabic or Thai, or pictures. */
export const isUnprintable = (name: string): boolean => beyond.test(name) || pictures.test(name);
