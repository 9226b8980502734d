// What the fonts of our paper have no letters for: told before anything is printed, so that it can be mended.

/** Scripts that the fonts hold, whole or nearly so; what they lack of these is listed with each paper. A test holds this against the fonts. */
const beyond =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u;

/** Whether a name has letters of another script, such as Arabic or Thai. */
export const isUnprintable = (name: string): boolean => beyond.test(name);
