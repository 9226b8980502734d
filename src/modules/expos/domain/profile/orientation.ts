// Which way up a camera held a picture: the one thing of what it writes beside it without which the picture would lie on its side.
import { byteAt, joined, lettersAt, longAt, lowLongAt, lowWordAt, ofLetters, wordAt } from './byte-reader.ts';

const orientationTag = 0x0112;
const short = 3;

/** 1 to 8 as in Exif 2.32, 4.6.4; 1, upright, where nothing or nonsense is said. `tiff` begins at the byte order. */
export function orientationOf(tiff: Uint8Array): number {
  const order = lettersAt(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const [word, long] = order === 'II' ? [lowWordAt, lowLongAt] : [wordAt, longAt];
  const start = long(tiff, 4);
  const count = word(tiff, start);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 2 + index * 12;
    if (entry + 12 > tiff.length) return 1;
    if (word(tiff, entry) !== orientationTag || word(tiff, entry + 2) !== short) continue;
    const said = word(tiff, entry + 8);
    return said >= 1 && said <= 8 ? said : 1;
  }
  return 1;
}

/** What says this and nothing else. */
export const tiffOf = (orientation: number): Uint8Array =>
  joined([ofLetters('MM'), [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]]);

/** Whether width and height change places when it is shown. */
export const isOnItsSide = (orientation: number): boolean => orientation >= 5;

export const startsWithExif = (bytes: Uint8Array): boolean => lettersAt(bytes, 0, 4) === 'Exif' && byteAt(bytes, 4) === 0;
