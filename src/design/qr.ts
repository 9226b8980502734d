// QR codes (ISO/IEC 18004) of addresses: bytes, error correction M, up to version 10, which holds 213 bytes.

/** Codewords of error correction in each block, and blocks as [count, data codewords], by version from 1; level M. */
const blocksOf: readonly (readonly [ec: number, ...blocks: (readonly [count: number, data: number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
];
/** Centres of the alignment patterns, by version from 1. */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Powers and logarithms of 2 in GF(256) by x⁸ + x⁴ + x³ + x² + 1. */
const powers: number[] = [];
const logs: number[] = [];
for (let at = 0, power = 1; at < 255; at++) {
  powers[at] = power;
  logs[power] = at;
  power = power < 128 ? power * 2 : (power * 2) ^ 0x11d;
}
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (powers[((logs[a] ?? 0) + (logs[b] ?? 0)) % 255] ?? 0));

/** The codewords of error correction of a block (Reed–Solomon, systematic). */
export function correctionOf(data: readonly number[], count: number): readonly number[] {
  let generator = [1];
  for (let at = 0; at < count; at++) {
    const next = [...generator, 0];
    generator.forEach((factor, place) => (next[place + 1] = (next[place + 1] ?? 0) ^ times(factor, powers[at] ?? 0)));
    generator = next;
  }
  const rest = [...data, ...Array.from({ length: count }, () => 0)];
  data.forEach((_, at) => {
    const lead = rest[at] ?? 0;
    generator.forEach((factor, place) => (rest[at + place] = (rest[at + place] ?? 0) ^ times(factor, lead)));
  });
  return rest.slice(data.length);
}

const bitsOf = (value: number, length: number): readonly number[] => Array.from({ length }, (_, at) => (value >> (length - 1 - at)) & 1);

/** Data and correction of all blocks, interleaved, as bits. */
function bitsIn(bytes: Uint8Array, version: number): readonly number[] {
  const [ec, ...groups] = blocksOf[version - 1] ?? [0];
  const sizes = groups.flatMap(([count, size]) => Array.from({ length: count }, () => size));
  const capacity = sizes.reduce((all, size) => all + size, 0);
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, version < 10 ? 8 : 16), ...[...bytes].flatMap((byte) => bitsOf(byte, 8))];
  bits.push(...Array.from({ length: Math.min(4, capacity * 8 - bits.length) }, () => 0));
  while (bits.length % 8 > 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + bit, 0));
  for (let pad = 0; words.length < capacity; pad++) words.push(pad % 2 === 0 ? 0xec : 0x11);
  let start = 0;
  const blocks = sizes.map((size) => words.slice(start, (start += size)));
  const corrections = blocks.map((block) => correctionOf(block, ec));
  const across = (lists: readonly (readonly number[])[], longest: number): readonly number[] =>
    Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [...across(blocks, Math.max(...sizes)), ...across(corrections, ec)].flatMap((word) => bitsOf(word, 8));
}

/** A code of BCH: the remainder by a generator, behind the value. */
function withRemainder(value: number, generator: number, length: number): number {
  let rest = value << length;
  const top = 31 - Math.clz32(generator);
  while (rest !== 0 && 31 - Math.clz32(rest) >= top) rest ^= generator << (31 - Math.clz32(rest) - top);
  return (value << length) | rest;
}
/** Level M and the mask, as they stand beside the finders. */
export const formatOf = (mask: number): number => withRemainder(mask, 0b10100110111, 10) ^ 0b101010000010010;
export const versionInfoOf = (version: number): number => withRemainder(version, 0b1111100100101, 12);

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

type Module = boolean | null;

/** Finders, timing, alignment and version; what is kept for the format is light. Null: free for data. */
function frameOf(version: number): Module[][] {
  const size = 17 + 4 * version;
  const frame: Module[][] = Array.from({ length: size }, () => Array.from({ length: size }, (): Module => null));
  const set = (row: number, column: number, dark: boolean): void => {
    const line = frame[row];
    if (line !== undefined && column >= 0 && column < size) line[column] = dark;
  };
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    for (let r = -1; r <= 7; r++)
      for (let c = -1; c <= 7; c++) {
        const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
        set(top + r, left + c, ring !== 2 && ring !== 4);
      }
  for (let at = 8; at < size - 8; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const centres = alignments[version - 1] ?? [];
  const last = size - 7;
  for (const row of centres)
    for (const column of centres) {
      if ([`6 6`, `6 ${last}`, `${last} 6`].includes(`${row} ${column}`)) continue;
      for (let r = -2; r <= 2; r++) for (let c = -2; c <= 2; c++) set(row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
    }
  for (let at = 0; at < 9; at++) {
    if (frame[8]?.[at] === null) set(8, at, false);
    if (frame[at]?.[8] === null) set(at, 8, false);
  }
  for (let at = size - 8; at < size; at++) {
    set(8, at, false);
    set(at, 8, at === size - 8);
  }
  if (version >= 7)
    bitsOf(versionInfoOf(version), 18)
      .toReversed()
      .forEach((bit, at) => {
        set(Math.floor(at / 3), size - 11 + (at % 3), bit === 1);
        set(size - 11 + (at % 3), Math.floor(at / 3), bit === 1);
      });
  return frame;
}

/** Writes the format beside the finders. */
function writeFormat(code: boolean[][], mask: number): void {
  const size = code.length;
  const put = (row: number, column: number, bit: number): void => {
    const line = code[row];
    if (line !== undefined) line[column] = bit === 1;
  };
  const bits = bitsOf(formatOf(mask), 15);
  const first = [0, 1, 2, 3, 4, 5, 7, 8];
  bits.forEach((bit, at) => {
    if (at < 8) put(8, first[at] ?? 0, bit);
    else put(first[14 - at] ?? 0, 8, bit);
    if (at < 7) put(size - 1 - at, 8, bit);
    else put(8, size - 15 + at, bit);
  });
  put(size - 8, 8, 1);
}

/** How hard a code is to read: long runs, blocks of one colour, and more of one colour than of the other. */
function penaltyOf(code: readonly (readonly boolean[])[]): number {
  const lines = [...code, ...code.map((_, column) => code.map((row) => row[column] ?? false))];
  let penalty = 0;
  for (const line of lines)
    for (const run of line
      .map((dark) => (dark ? 1 : 0))
      .join('')
      .match(/0{5,}|1{5,}/g) ?? [])
      penalty += run.length - 2;
  for (const line of lines)
    penalty +=
      40 *
      (
        line
          .map((dark) => (dark ? 1 : 0))
          .join('')
          .match(/(?=10111010000|00001011101)/g) ?? []
      ).length;
  code.forEach((row, r) =>
    row.forEach((dark, c) => {
      if (r > 0 && c > 0 && dark === code[r - 1]?.[c] && dark === row[c - 1] && dark === code[r - 1]?.[c - 1]) penalty += 3;
    }),
  );
  const share = code.flat().filter(Boolean).length / code.length ** 2;
  return penalty + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

/** Rows of modules, dark ones true, without the quiet zone of four. Null for a text that does not fit. */
export function qrOf(text: string): readonly (readonly boolean[])[] | null {
  const bytes = new TextEncoder().encode(text);
  const version = blocksOf.findIndex(([, ...groups], at) => {
    const capacity = groups.reduce((all, [count, size]) => all + count * size, 0);
    return capacity * 8 >= 4 + (at + 1 < 10 ? 8 : 16) + bytes.length * 8;
  });
  if (version < 0) return null;
  const frame = frameOf(version + 1);
  const bits = bitsIn(bytes, version + 1);
  const size = frame.length;
  const path: (readonly [number, number])[] = [];
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up)
    for (let step = 0; step < size; step++)
      for (const column of [right, right - 1]) {
        const row = up ? size - 1 - step : step;
        if (frame[row]?.[column] === null) path.push([row, column]);
      }
  const codes = masks.map((isMasked, mask) => {
    const code = frame.map((row) => row.map((dark) => dark === true));
    path.forEach(([row, column], at) => {
      const line = code[row];
      if (line !== undefined) line[column] = (bits[at] === 1) !== isMasked(row, column);
    });
    writeFormat(code, mask);
    return code;
  });
  return codes.toSorted((a, b) => penaltyOf(a) - penaltyOf(b))[0] ?? null;
}
