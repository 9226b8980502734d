// Reading and counting in typed arrays whose indices are right by construction; each helper keeps to one kind of array so that it stays fast.

const nothing = new Int32Array(0);

/** The number at an index. */
export const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

/** Adds to the number at an index. */
export const add = (numbers: Int32Array, index: number, change: number): void => {
  numbers[index] = (numbers[index] ?? 0) + change;
};

/** The list at an index. */
export const listAt = (lists: readonly Int32Array[], index: number): Int32Array => lists[index] ?? nothing;

/** Whether the bit of a slot is set in a row of `words` numbers of 32 bits. */
export const hasBit = (bits: Int32Array, words: number, row: number, slot: number): boolean =>
  (((bits[row * words + (slot >> 5)] ?? 0) >>> (slot & 31)) & 1) === 1;

/** Sets the bit of a slot. */
export const setBit = (bits: Int32Array, words: number, row: number, slot: number): void => {
  const word = row * words + (slot >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (slot & 31));
};

/** Clears the bit of a slot. */
export const clearBit = (bits: Int32Array, words: number, row: number, slot: number): void => {
  const word = row * words + (slot >> 5);
  bits[word] = (bits[word] ?? 0) & ~(1 << (slot & 31));
};

/** How many bits are set in a number of 32 bits (after H. Warren, Hacker's Delight). */
export const bitsIn = (word: number): number => {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
