// A picture as it is kept: read by its bytes, measured, and written again without anything that a camera or a program says beside it - where and by whom it was
// taken, words, previews, what hangs on behind its end. The pixels themselves are not touched. JPEG (ITU-T T.81), PNG (3rd edition), WebP (RFC 9649).
import { byteAt, joined, lettersAt, longAt, lowLongAt, lowWordAt, ofLetters, wordAt } from './byte-reader.ts';
import { isOnItsSide, orientationOf, startsWithExif, tiffOf } from './orientation.ts';

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

export interface Picture {
  readonly bytes: Uint8Array;
  /** As it is shown. */
  readonly width: number;
  readonly height: number;
}

/** `moving`: a film in the shape of a picture. */
export type NoPicture = 'damaged' | 'moving';

interface Size {
  readonly width: number;
  readonly height: number;
}

const startOfImage = [0xff, 0xd8];
const endOfImage = [0xff, 0xd9];
/** Tables and frames that make the picture: quantisation, Huffman, restart, frames of the kinds that browsers show. */
const framing = new Set([0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2, 0xda]);
const frames = new Set([0xc0, 0xc1, 0xc2]);

/** Where the coded pixels end that begin at `at`: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length) {
    const next = byteAt(bytes, end + 1);
    if (bytes[end] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return end;
    end += 1;
  }
  return end;
}

/** What is kept of a segment that describes: the shape of a pixel without its preview, colours. */
function keptOfJpeg(marker: number, body: Uint8Array): Uint8Array | null {
  const about = lettersAt(body, 0, 12);
  if (marker === 0xe0 && about.startsWith('JFIF\0')) return joined([body.subarray(0, 12), [0, 0]]);
  if (marker === 0xe2 && about === 'ICC_PROFILE\0') return body;
  return marker === 0xee && about.startsWith('Adobe') ? body : null;
}

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  joined([[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body]);

function jpeg(bytes: Uint8Array): Picture | NoPicture {
  const parts: Uint8Array[] = [];
  let [size, orientation, at, hasPixels]: [Size | null, number, number, boolean] = [null, 1, 2, false];
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = wordAt(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return 'damaged';
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && startsWithExif(body)) orientation = orientationOf(body.subarray(6));
    if (frames.has(marker)) size = { height: wordAt(body, 1), width: wordAt(body, 3) };
    const kept = framing.has(marker) ? body : keptOfJpeg(marker, body);
    if (kept === null && marker < 0xe0) return 'damaged';
    if (kept !== null) parts.push(segment(marker, kept));
    at += 2 + length;
    if (marker !== 0xda) continue;
    const end = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, end));
    [at, hasPixels] = [end, true];
  }
  if (size === null || !hasPixels || at >= bytes.length) return 'damaged';
  const { width, height } = isOnItsSide(orientation) ? { width: size.height, height: size.width } : size;
  const turned = orientation === 1 ? [] : [segment(0xe1, joined([ofLetters('Exif\0\0'), tiffOf(orientation)]))];
  return { bytes: joined([startOfImage, ...turned, ...parts, endOfImage]), width, height };
}

/** Chunks of a PNG that make the picture, its transparency and its colours. */
const keptOfPng = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs', 'bKGD']);

function png(bytes: Uint8Array): Picture | NoPicture {
  const parts = [bytes.subarray(0, 8)];
  const types: string[] = [];
  for (let at = 8; types.at(-1) !== 'IEND';) {
    const end = at + 12 + longAt(bytes, at);
    if (end > bytes.length) return 'damaged';
    const type = lettersAt(bytes, at + 4, 4);
    if (type === 'acTL') return 'moving';
    types.push(type);
    if (keptOfPng.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  if (types[0] !== 'IHDR' || !types.includes('IDAT')) return 'damaged';
  return { bytes: joined(parts), width: longAt(bytes, 16), height: longAt(bytes, 20) };
}

/** How large the still picture in a chunk is; null where it is none. */
function frameOfWebp(type: string, body: Uint8Array): Size | null {
  if (type === 'VP8 ' && byteAt(body, 3) === 0x9d && byteAt(body, 4) === 0x01 && byteAt(body, 5) === 0x2a)
    return { width: lowWordAt(body, 6) & 0x3fff, height: lowWordAt(body, 8) & 0x3fff };
  if (type !== 'VP8L' || byteAt(body, 0) !== 0x2f) return null;
  const bits = lowLongAt(body, 1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

const lowLong = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff];
const webpChunk = (type: string, body: Uint8Array): Uint8Array =>
  joined([ofLetters(type), lowLong(body.length), body, body.length % 2 === 1 ? [0] : []]);

/** What of the extended head stays: that there are colours, transparency, and which way up, if need be. */
const headOfWebp = (body: Uint8Array, orientation: number): Uint8Array =>
  joined([[(byteAt(body, 0) & 0b0011_0000) | (orientation === 1 ? 0 : 0b1000)], body.subarray(1, 10)]);

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}

/** Those that make the picture, and what the camera wrote; null: they do not end where the file says. */
function chunksOfWebp(bytes: Uint8Array): readonly Chunk[] | null {
  const whole = 8 + lowLongAt(bytes, 4);
  if (whole > bytes.length) return null;
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= whole;) {
    const length = lowLongAt(bytes, at + 4);
    if (at + 8 + length > whole) return null;
    chunks.push({ type: lettersAt(bytes, at, 4), body: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function webp(bytes: Uint8Array): Picture | NoPicture {
  const chunks = chunksOfWebp(bytes);
  if (chunks === null) return 'damaged';
  if (chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF')) return 'moving';
  const extended = chunks[0]?.type === 'VP8X' && chunks[0].body.length >= 10;
  const exif = chunks.find(({ type }) => type === 'EXIF')?.body;
  const orientation = exif === undefined || !extended ? 1 : orientationOf(startsWithExif(exif) ? exif.subarray(6) : exif);
  const sizes = chunks.flatMap(({ type, body }) => frameOfWebp(type, body) ?? []);
  const [size] = sizes;
  if (size === undefined || sizes.length > 1) return 'damaged';
  const kept = chunks.flatMap(({ type, body }) => {
    if (type === 'VP8X') return extended ? [webpChunk(type, headOfWebp(body, orientation))] : [];
    return ['VP8 ', 'VP8L', 'ALPH', 'ICCP'].includes(type) ? [webpChunk(type, body)] : [];
  });
  const content = joined([ofLetters('WEBP'), ...kept, ...(orientation === 1 ? [] : [webpChunk('EXIF', tiffOf(orientation))])]);
  const { width, height } = isOnItsSide(orientation) ? { width: size.height, height: size.width } : size;
  return { bytes: joined([ofLetters('RIFF'), lowLong(content.length), content]), width, height };
}

const readers: Readonly<Record<PictureType, (bytes: Uint8Array) => Picture | NoPicture>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
};

/** The picture without what is said beside it, upright as it was taken; or why it is none. */
export const cleanPicture = (type: PictureType, bytes: Uint8Array): Picture | NoPicture => readers[type](bytes);
