// Clauses over numbered variables, with the constants folded in, and unary counters of true literals (totalizers, Bailleux and Boufkhad 2003).

/** The literal that is always true; its negation is always false. Variable 1 of every formula. */
export const yes = 1;
export const no = -1;

export interface Clauses {
  /** A new variable. */
  readonly fresh: () => number;
  /** At least one of the literals holds. */
  readonly add: (...literals: readonly number[]) => void;
  readonly variables: () => number;
  readonly count: () => number;
  /** All literals, each clause ended by 0. */
  readonly flat: () => Int32Array;
}

/** An empty formula. */
export const clausesOf = (): Clauses => {
  // One array of bytes that grows: lists of numbers of this length keep the collector of garbage busy.
  let flat = new Int32Array(4_096);
  // What is always true is said first, past `add`, which leaves such clauses out.
  flat[0] = yes;
  let used = 2;
  let variables = 1;
  let count = 1;
  const add = (...literals: readonly number[]): void => {
    const size = literals.length;
    if (used + size >= flat.length) {
      const wider = new Int32Array(2 * flat.length + size);
      wider.set(flat);
      flat = wider;
    }
    let at = used;
    for (let index = 0; index < size; index += 1) {
      const literal = literals[index] ?? no;
      if (literal === yes) return;
      if (literal !== no) flat[at++] = literal;
    }
    flat[at] = 0;
    used = at + 1;
    count += 1;
  };
  return { fresh: () => ++variables, add, variables: () => variables, count: () => count, flat: () => flat.subarray(0, used) };
};

/** Clauses behind those of a formula, over its variables and new ones. */
export const continued = (base: Clauses): Clauses => {
  const own = clausesOf();
  let variables = base.variables();
  return { ...own, fresh: () => ++variables, variables: () => variables };
};

/** At most one of the literals holds: pair by pair, few of them as they are. */
export const addAtMostOne = ({ add }: Clauses, literals: readonly number[]): void => {
  literals.forEach((one, index) => {
    for (const other of literals.slice(index + 1)) add(-one, -other);
  });
};

/** `i`-th literal of a unary number, from 1 on: true at 0, false behind its end. */
export const atLeast = (unary: readonly number[], count: number): number => (count <= 0 ? yes : (unary[count - 1] ?? no));

interface Counting {
  /** Counts beyond this are not told apart. */
  readonly cap: number;
  /** Whether the counter is also held down: without it, an output may be true with fewer inputs. */
  readonly exact: boolean;
}

const merged = (clauses: Clauses, [left, right]: readonly [readonly number[], readonly number[]], { cap, exact }: Counting): number[] => {
  const length = Math.min(cap, left.length + right.length);
  const sum = Array.from({ length }, clauses.fresh);
  for (let a = 0; a <= left.length; a += 1) {
    for (let b = 0; b <= right.length; b += 1) {
      if (a + b > 0 && (a === 0 || b === 0 || a + b <= length + 1)) {
        clauses.add(-atLeast(left, a), -atLeast(right, b), atLeast(sum, Math.min(length, a + b)));
      }
      if (exact && a + b < length) clauses.add(atLeast(left, a + 1), atLeast(right, b + 1), -atLeast(sum, a + b + 1));
    }
  }
  return sum;
};

/** A unary number that counts true literals, up to the cap. */
export const counterOf = (clauses: Clauses, literals: readonly number[], counting: Counting): readonly number[] => {
  if (literals.length <= 1) return literals;
  const middle = literals.length >> 1;
  return merged(
    clauses,
    [counterOf(clauses, literals.slice(0, middle), counting), counterOf(clauses, literals.slice(middle), counting)],
    counting,
  );
};
