import { expect, test } from 'vitest';
import { correctionOf, formatOf, qrOf, versionInfoOf } from './qr.ts';

test('error correction, format and version are those of published examples', () => {
  // ISO/IEC 18004 in the well-known worked example of version 1, level M.
  expect(correctionOf([32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17], 10)).toEqual([
    196, 35, 39, 119, 235, 215, 231, 226, 93, 23,
  ]);
  expect([0, 5].map((mask) => formatOf(mask).toString(2).padStart(15, '0'))).toEqual(['101010000010010', '100000011001110']);
  expect([7, 10].map((version) => versionInfoOf(version).toString(2).padStart(18, '0'))).toEqual([
    '000111110010010100',
    '001010010011010011',
  ]);
});

/** The rules of the eight masks, as the standard writes them. */
const isMasked = (mask: number, i: number, j: number): boolean =>
  [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    ((i >> 1) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ][mask] === 0;

test('a code of one block is read back as a scanner would: format, mask, then the modules from the lower right corner', () => {
  const text = 'https://hansa.example/in#0123456789';
  const code = qrOf(text) ?? expect.fail('no code');
  const size = code.length;
  expect(size).toBe(29);
  const dark = (row: number, column: number): boolean => code[row]?.[column] === true;
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => dark(8, column)).concat([7, 5, 4, 3, 2, 1, 0].map((row) => dark(row, 8)));
  const mask =
    [0, 1, 2, 3, 4, 5, 6, 7].find((one) => formatOf(one) === format.reduce((all, bit) => all * 2 + Number(bit), 0)) ??
    expect.fail('no format');
  const reserved = (r: number, c: number): boolean =>
    (r < 9 && c < 9) ||
    (r < 9 && c >= size - 8) ||
    (r >= size - 8 && c < 9) ||
    r === 6 ||
    c === 6 ||
    (Math.abs(r - 22) < 3 && Math.abs(c - 22) < 3);
  const bits: number[] = [];
  let rising = true;
  for (const right of [28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 5, 3, 1]) {
    const rows = Array.from({ length: size }, (_, at) => (rising ? size - 1 - at : at));
    for (const r of rows) for (const c of [right, right - 1]) if (!reserved(r, c)) bits.push(Number(dark(r, c) !== isMasked(mask, r, c)));
    rising = !rising;
  }
  const byteAt = (at: number): number => bits.slice(at, at + 8).reduce((all, bit) => all * 2 + bit, 0);
  expect([bits.slice(0, 4).join(''), byteAt(4)]).toEqual(['0100', text.length]);
  expect(String.fromCharCode(...Array.from({ length: text.length }, (_, at) => byteAt(12 + at * 8)))).toBe(text);
});

test('an address of any length up to 213 bytes has a code, a longer one has none', () => {
  const holds = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
  holds.forEach((length, at) => expect(qrOf('x'.repeat(length))?.length).toBe(21 + 4 * at));
  expect(qrOf('x'.repeat(214))).toBeNull();
});
