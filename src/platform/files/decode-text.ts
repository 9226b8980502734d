// Finds out in which encoding a text file was written, and decodes it: UTF-8, UTF-16, or one of those that offices used before.
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile } from './sheets.ts';

export type TextEncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

const SAMPLE_BYTES = 200_000;

/** Decodes the bytes; a byte order mark decides, then sound UTF-8, then in which encoding its bytes are those of everyday writing. */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  for (const encoding of candidatesOf(bytes)) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return ok({ text, encoding });
  }
  return refuseFile('files.encoding_unknown');
}

function tryDecode(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder has no other way to say that the bytes are not in this encoding.
    return null;
  }
}

function candidatesOf(bytes: Uint8Array): TextEncodingName[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8'];
  const wide = wideOf(bytes);
  if (wide !== null) return [wide];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return ['utf-8', ...new Set([...singleOf(sample), ...pairedOf(sample)])];
}

/** UTF-16 without a mark: every other byte of Latin text and separators is zero. */
function wideOf(bytes: Uint8Array): TextEncodingName | null {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) even++;
      else odd++;
    }
  });
  const share = sample.length / 2;
  if (odd > share * 0.2 && even === 0) return 'utf-16le';
  return even > share * 0.2 && odd === 0 ? 'utf-16be' : null;
}

/** A script of single bytes writes whole words of high ones, nearly all of them from its letters; fewer are no proof. */
const FEWEST_HIGH = 10;
/** Inside a word no western text has ³, ¹, ¿, £, ¯ or ¾: in central Europe they are ł, ą, ż, Ł, Ż and ľ. */
const CENTRAL: ReadonlySet<number> = new Set([0xb3, 0xb9, 0xbf, 0xa3, 0xaf, 0xbe]);
/** а, и and о, which in Greek are rare letters. */
const CYRILLIC_VOWELS: ReadonlySet<number> = new Set([0xe0, 0xe8, 0xee]);

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Cyrillic, Greek and central European letters are single bytes; none where the bytes are not theirs. */
function singleOf(sample: Uint8Array): TextEncodingName[] {
  let [high, letters, small, vowels, central] = [0, 0, 0, 0, 0];
  sample.forEach((byte, at) => {
    if (byte < 0x80) return;
    high++;
    if (byte >= 0xc0) letters++;
    if (byte >= 0xe0) small++;
    if (CYRILLIC_VOWELS.has(byte)) vowels++;
    if (CENTRAL.has(byte) && isLetter(sample[at + 1]) && (isLetter(sample[at - 1]) || (sample[at - 1] ?? 0) < 0x41)) central++;
  });
  if (central > 0) return ['windows-1250'];
  const isInWords = sample.reduce((runs, byte, at) => runs + (byte >= 0xc0 && (sample[at - 1] ?? 0) < 0x80 ? 1 : 0), 0) * 2.5 < high;
  // What is everyday Chinese as well, few capitals of these, is Chinese.
  if (high < FEWEST_HIGH || letters < 0.95 * high || small * 2 < letters || !isInWords) return [];
  return vowels >= 0.12 * letters ? ['windows-1251'] : ['windows-1253'];
}

const isWithin = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

/** How many of the pairs that begin with a high byte are everyday characters of an encoding, 0 to 1. */
function everyday(sample: Uint8Array, is: (lead: number, trail: number) => boolean, isSingle: (byte: number) => boolean): number {
  let [pairs, found] = [0, 0];
  for (let at = 0; at < sample.length - 1; at++) {
    const [lead = 0, trail = 0] = [sample[at], sample[at + 1]];
    if (lead < 0x80) continue;
    pairs++;
    if (isSingle(lead)) continue;
    if (is(lead, trail)) found++;
    at++;
  }
  return found / Math.max(1, pairs);
}

const never = (): boolean => false;

/**
 * Orders the encodings of East Asia by how much of the text is everyday in them: the first level of GB 2312 (leads B0-D7, trails from A1), the
 * frequent level of Big5 (leads A4-C6), the syllables of Korean (B0-C8), kana and the first level of Shift-JIS and EUC-JP, each with its
 * punctuation (leads A1-A3, 81).
 */
function pairedOf(sample: Uint8Array): TextEncodingName[] {
  const wide = (trail: number): boolean => trail >= 0xa1;
  const shares = {
    gb18030: everyday(sample, (lead, trail) => wide(trail) && (isWithin(lead, 0xb0, 0xd7) || isWithin(lead, 0xa1, 0xa3)), never),
    big5: everyday(sample, (lead, trail) => (wide(trail) || isWithin(trail, 0x40, 0x7e)) && isWithin(lead, 0xa1, 0xc6), never),
    shift_jis: everyday(
      sample,
      (lead, trail) => (isWithin(lead, 0x81, 0x83) || isWithin(lead, 0x88, 0x98)) && isWithin(trail, 0x40, 0xfc) && trail !== 0x7f,
      (byte) => isWithin(byte, 0xa0, 0xdf),
    ),
  };
  const kana = everyday(sample, (lead, trail) => wide(trail) && isWithin(lead, 0xa4, 0xa5), never);
  const hangul = everyday(sample, (lead, trail) => wide(trail) && (isWithin(lead, 0xb0, 0xc8) || isWithin(lead, 0xa1, 0xa3)), never);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  // Chinese uses the characters behind the syllables of Korean as often as those before them, and no kana.
  const others: TextEncodingName[] = [
    ...(kana >= 0.1 && shares.gb18030 + kana > 0.8 ? (['euc-jp'] as const) : []),
    ...(hangul === 1 && high >= 2 * FEWEST_HIGH ? (['euc-kr'] as const) : []),
  ];
  const ordered = (['gb18030', 'big5', 'shift_jis'] as const).toSorted((a, b) => shares[b] - shares[a]);
  // Accented letters of western files stand between ASCII ones and make no everyday pair in any.
  return Math.max(...Object.values(shares), kana) < 0.5 ? ['windows-1252', ...ordered] : [...others, ...ordered, 'windows-1252'];
}
