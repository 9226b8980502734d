// Pictures of one pixel, as small as a browser still shows them, with what a camera would write beside them.
import { joined, ofLetters } from './byte-reader.ts';
import { tiffOf } from './orientation.ts';

interface Beside {
  /** Words that are no part of the picture. */
  readonly note?: string;
  readonly orientation?: number;
}

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Tables, frame and one grey block of a JPEG, after its first two bytes. */
const greyPixel = fromHex(
  `ffdb004300${'01'.repeat(64)}ffc0000b080001000101011100ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000000000000000ffda0008010100003f002a9fffd9`,
);
const segment = (marker: number, body: Uint8Array): Uint8Array =>
  joined([[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body]);

export function jpegOf({ note = 'a place', orientation = 1 }: Beside): Uint8Array<ArrayBuffer> {
  const exif = segment(0xe1, joined([ofLetters('Exif\0\0'), tiffOf(orientation), ofLetters(note)]));
  const comment = segment(0xfe, joined([ofLetters(note)]));
  // A second picture behind the end, as cameras hang a preview there.
  return owned(joined([[0xff, 0xd8], exif, comment, greyPixel, ofLetters(note)]));
}

const long = (value: number): readonly number[] => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const chunk = (type: string, body: Uint8Array | readonly number[]): Uint8Array => {
  const named = joined([ofLetters(type), body]);
  return joined([long(body.length), named, long(crcOf(named))]);
};

interface PngBeside extends Beside {
  readonly width?: number;
  readonly moving?: boolean;
}

/** Grey; of other widths than 1 it says more than its pixels hold. */
export function pngOf({ note = 'a place', width = 1, moving = false }: PngBeside): Uint8Array<ArrayBuffer> {
  const parts = [
    [0x89, ...ofLetters('PNG'), 13, 10, 26, 10],
    chunk('IHDR', [...long(width), ...long(1), 8, 0, 0, 0, 0]),
    chunk('tEXt', joined([ofLetters('Comment\0'), ofLetters(note)])),
    ...(moving ? [chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])] : []),
    chunk('IDAT', fromHex('789c6268000000820081')),
    chunk('IEND', []),
    ofLetters(note),
  ];
  return owned(joined(parts));
}

const lowLong = (value: number): readonly number[] => [...long(value)].reverse();
const part = (type: string, body: Uint8Array | readonly number[]): Uint8Array =>
  joined([ofLetters(type), lowLong(body.length), body, body.length % 2 === 1 ? [0] : []]);

/** Without loss, 1 × 1. */
export function webpOf({ note = 'a place', orientation = 1 }: Beside): Uint8Array<ArrayBuffer> {
  const content = joined([
    ofLetters('WEBP'),
    part('VP8X', [0b0000_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    part('VP8L', fromHex('2f00000000071011fd0f444400')),
    part('EXIF', joined([tiffOf(orientation), ofLetters(note)])),
    part('XMP ', joined([ofLetters(note)])),
  ]);
  return owned(joined([ofLetters('RIFF'), lowLong(content.length), content, ofLetters(note)]));
}

export const paperOf = (words: string): Uint8Array<ArrayBuffer> => owned(joined([ofLetters('%PDF-1.7\n'), ofLetters(words)]));
