// What a contradiction teaches: the clause at its first unique implication point (Marques-Silva and Sakallah 1999; Moskewicz et al. 2001).

import { asReason, decided, header, type Conflict, type Known } from './known.ts';
import { bump, type Order } from './order.ts';

export interface Learning {
  readonly conflict: Conflict;
  /** The learned clause: the literal that it makes true first, then the one that turned false last. */
  readonly clause: Int32Array;
  size: number;
  /** Different decisions that the clause hangs on: few = worth keeping (Audemard and Simon 2009). */
  rank: number;
  /** Per variable what is known of it while a clause is learned: `met`, `follows`, `free`, or 0. */
  readonly seen: Uint8Array;
  /** Variables whose `seen` is not 0, so many. */
  readonly touched: Int32Array;
  touchedCount: number;
  /** Literals of the latest decision that are met and not yet explained. */
  open: number;
  /** Per decision: when it was last met, in `stamp`. */
  readonly stamps: Int32Array;
  stamp: number;
}

export const learningOf = (variables: number): Learning => ({
  conflict: { clause: -1, one: 0, other: 0 },
  clause: new Int32Array(variables + 1),
  size: 0,
  rank: 0,
  seen: new Uint8Array(variables),
  touched: new Int32Array(variables),
  touchedCount: 0,
  open: 0,
  stamps: new Int32Array(variables + 1),
  stamp: 0,
});

/** Met on the way from the contradiction; follows from what is met; does not. */
const met = 1;
const follows = 2;
const free = 3;

const meet = (learning: Learning, known: Known, order: Order, literal: number): void => {
  const { clause, seen } = learning;
  const variable = literal >> 1;
  const level = known.levels[variable] ?? 0;
  if (seen[variable] === met || level === 0) return;
  seen[variable] = met;
  learning.touched[learning.touchedCount++] = variable;
  bump(order, variable);
  if (level === known.marks.length) learning.open += 1;
  else clause[learning.size++] = literal;
};

/** Meets the literals of a clause from the `first` on. */
const meetClause = (learning: Learning, known: Known, order: Order, place: number, first: number): void => {
  const stop = place + header + (known.arena[place] ?? 0);
  for (let at = place + header + first; at < stop; at += 1) meet(learning, known, order, known.arena[at] ?? 0);
};

/** Reasons of reasons are followed so far down, and no further. */
const deepest = 100;

/** Whether a literal follows from the literals that are met, by its reason and the reasons behind (Sörensson and Biere 2009). */
const isImplied = (learning: Learning, known: Known, literal: number, depth: number): boolean => {
  const { seen } = learning;
  const variable = literal >> 1;
  const level = known.levels[variable] ?? 0;
  if (level === 0) return true;
  const standing = seen[variable] ?? 0;
  if (standing !== 0) return standing !== free;
  // Of a decision on which no literal of the clause hangs nothing can follow from them.
  const implied = learning.stamps[level] === learning.stamp && isRedundant(learning, known, literal, depth + 1);
  seen[variable] = implied ? follows : free;
  learning.touched[learning.touchedCount++] = variable;
  return implied;
};

/** Whether a literal of the clause follows from the others. */
const isRedundant = (learning: Learning, known: Known, literal: number, depth: number): boolean => {
  const reason = known.reasons[literal >> 1] ?? decided;
  if (reason === decided || depth > deepest) return false;
  if (reason < 0) return isImplied(learning, known, asReason(reason), depth);
  const { arena } = known;
  const stop = reason + header + (arena[reason] ?? 0);
  for (let at = reason + header + 1; at < stop; at += 1) {
    if (!isImplied(learning, known, arena[at] ?? 0, depth)) return false;
  }
  return true;
};

const shorten = (learning: Learning, known: Known): void => {
  const { clause, size, stamps } = learning;
  learning.stamp += 1;
  for (let at = 1; at < size; at += 1) stamps[known.levels[(clause[at] ?? 0) >> 1] ?? 0] = learning.stamp;
  let kept = 1;
  for (let at = 1; at < size; at += 1) {
    const literal = clause[at] ?? 0;
    if (!isRedundant(learning, known, literal, 0)) clause[kept++] = literal;
  }
  learning.size = kept;
};

/** Brings the literal that turned false last to the second place, and counts decisions. */
const finish = (learning: Learning, { levels }: Known): void => {
  const { clause, size, stamps } = learning;
  learning.stamp += 1;
  learning.rank = 0;
  let last = 1;
  for (let at = 0; at < size; at += 1) {
    const level = levels[(clause[at] ?? 0) >> 1] ?? 0;
    if (stamps[level] !== learning.stamp) {
      stamps[level] = learning.stamp;
      learning.rank += 1;
    }
    if (at > 0 && level > (levels[(clause[last] ?? 0) >> 1] ?? 0)) last = at;
  }
  if (size > 1) {
    const literal = clause[last] ?? 0;
    clause[last] = clause[1] ?? 0;
    clause[1] = literal;
  }
};

/** Learns from the conflict that stands in `learning`, with at least one decision made: `clause`, `size` and `rank` are the answer. */
export const learn = (learning: Learning, known: Known, order: Order): void => {
  const { conflict, seen } = learning;
  learning.size = 1;
  if (conflict.clause >= 0) meetClause(learning, known, order, conflict.clause, 0);
  else {
    meet(learning, known, order, conflict.one);
    meet(learning, known, order, conflict.other);
  }
  let at = known.trailed;
  let literal = 0;
  for (;;) {
    do literal = known.trail[--at] ?? 0;
    while (seen[literal >> 1] !== met);
    learning.open -= 1;
    if (learning.open === 0) break;
    const reason = known.reasons[literal >> 1] ?? decided;
    if (reason >= 0) meetClause(learning, known, order, reason, 1);
    else meet(learning, known, order, asReason(reason));
  }
  learning.clause[0] = literal ^ 1;
  shorten(learning, known);
  for (let index = 0; index < learning.touchedCount; index += 1) seen[learning.touched[index] ?? 0] = 0;
  learning.touchedCount = 0;
  finish(learning, known);
};
