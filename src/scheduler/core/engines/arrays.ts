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
