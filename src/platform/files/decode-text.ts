// Finds out in which encoding a text file was written, and decodes it: UTF-8, UTF-16, GB18030, Big5 or Windows-1252.
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile } from './sheets.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

const SAMPLE_BYTES = 200_000;

/** Decodes the bytes; a byte order mark decides, then sound UTF-8, then which Chinese encoding its pairs of bytes fit. */
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
  const chinese = chineseOf(bytes.subarray(0, SAMPLE_BYTES));
  return ['utf-8', ...chinese];
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

/**
 * Orders the remaining encodings by how many of the pairs that begin with a high byte are everyday characters: the first level of
 * GB 2312 (leads B0-D7, trails from A1), the frequent level of Big5 (leads A4-C6), or the punctuation of each (leads A1-A3).
 */
function chineseOf(sample: Uint8Array): TextEncodingName[] {
  const frequent = { gb18030: 0, big5: 0 };
  let pairs = 0;
  for (let at = 0; at < sample.length - 1; at++) {
    const lead = sample[at] ?? 0;
    const trail = sample[at + 1] ?? 0;
    if (lead < 0x80) continue;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) frequent.gb18030++;
    if ((trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e)) && lead >= 0xa1 && lead <= 0xc6) frequent.big5++;
    at++;
  }
  const [gb, big] = [frequent.gb18030 / Math.max(1, pairs), frequent.big5 / Math.max(1, pairs)];
  // Accented letters of western files stand between ASCII ones and make no everyday pair in either.
  if (Math.max(gb, big) < 0.5) return ['windows-1252', 'gb18030', 'big5'];
  return gb >= big ? ['gb18030', 'big5', 'windows-1252'] : ['big5', 'gb18030', 'windows-1252'];
}
