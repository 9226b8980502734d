// What a solver of clauses knows at a moment: which literals hold and why, and the clauses. A literal is 2 × variable, one more where it is negated.

import { append, listsFor, type Lists } from './lists.ts';

export interface Known {
  readonly variables: number;
  /** Per literal: 1 true, -1 false, 0 open. */
  readonly values: Int8Array;
  /** Per variable: how many decisions stood when it got its value; 0 = it holds anyhow. */
  readonly levels: Int32Array;
  /** Per variable: `decided`, the place of a clause whose first literal it is, or `asReason` of the other literal of a clause of two. */
  readonly reasons: Int32Array;
  /** True literals in the order in which they became true. */
  readonly trail: Int32Array;
  trailed: number;
  /** How far conclusions have been drawn from the trail. */
  followed: number;
  /** Length of the trail before each decision. */
  readonly marks: number[];
  /** Clauses of three and more: length, rank (0 = given, not learned), literals. */
  arena: Int32Array;
  used: number;
  /** Per literal: what follows from it through clauses of two. */
  readonly implied: Lists;
  /** Per literal: clauses to look at when it turns false, in twos: the clause, and a literal of it that often makes the look unnecessary. */
  readonly watches: Lists;
  /** Places of learned clauses, in order. */
  learned: number[];
  /** Set once the clauses contradict each other. */
  isBroken: boolean;
}

/** The reason of a decision, and of what holds anyhow. */
export const decided = -1;

/** A clause of two as a reason for one of its literals: the other one, which is false. Of such a reason it is that literal. */
export const asReason = (literal: number): number => -2 - literal;

/** Numbers before the literals of a clause. */
export const header = 2;

/** A literal of DIMACS: variables from 1, minus for negation. */
export const literalOf = (dimacs: number): number => (dimacs > 0 ? 2 * (dimacs - 1) : 2 * (-dimacs - 1) + 1);

/** Makes an open literal true. */
export const settle = (known: Known, literal: number, reason: number): void => {
  const variable = literal >> 1;
  known.values[literal] = 1;
  known.values[literal ^ 1] = -1;
  known.levels[variable] = known.marks.length;
  known.reasons[variable] = reason;
  known.trail[known.trailed++] = literal;
};

const watch = ({ watches }: Known, literal: number, clause: number, other: number): void => {
  append(watches, literal, clause);
  append(watches, literal, other);
};

/** Adds a clause of two or more literals, the first two of which are watched; answers the reason it is for its first literal. */
export const attach = (known: Known, literals: ArrayLike<number>, size: number, rank: number): number => {
  const first = literals[0] ?? 0;
  const second = literals[1] ?? 0;
  if (size === 2) {
    append(known.implied, first ^ 1, second);
    append(known.implied, second ^ 1, first);
    return asReason(second);
  }
  const place = known.used;
  const end = place + header + size;
  if (end > known.arena.length) {
    const arena = new Int32Array(2 * end);
    arena.set(known.arena.subarray(0, place));
    known.arena = arena;
  }
  const { arena } = known;
  arena[place] = size;
  arena[place + 1] = rank;
  for (let index = 0; index < size; index += 1) arena[place + header + index] = literals[index] ?? 0;
  known.used = end;
  watch(known, first, place, second);
  watch(known, second, place, first);
  if (rank > 0) known.learned.push(place);
  return place;
};

/** How long the lists of each literal will be, and how many numbers the clauses take. */
const measure = (variables: number, parts: readonly Int32Array[]): Pick<Known, 'implied' | 'watches' | 'arena'> => {
  const implied = new Int32Array(2 * variables);
  const watches = new Int32Array(2 * variables);
  let total = 0;
  for (const clauses of parts) {
    for (let start = 0, end = 0; start < clauses.length; start = end + 1) {
      for (end = start; clauses[end] !== 0;) end += 1;
      const size = end - start;
      if (size < 2) continue;
      const first = literalOf(clauses[start] ?? 0);
      const second = literalOf(clauses[start + 1] ?? 0);
      if (size === 2) {
        implied[first ^ 1] = (implied[first ^ 1] ?? 0) + 1;
        implied[second ^ 1] = (implied[second ^ 1] ?? 0) + 1;
      } else {
        watches[first] = (watches[first] ?? 0) + 2;
        watches[second] = (watches[second] ?? 0) + 2;
        total += header + size;
      }
    }
  }
  return { implied: listsFor(implied), watches: listsFor(watches), arena: new Int32Array(2 * total + 1_024) };
};

/** Takes one given clause in, from `start` to its end. */
const take = (known: Known, clauses: Int32Array, start: number, end: number): void => {
  const size = end - start;
  const first = literalOf(clauses[start] ?? 0);
  if (size > 2) {
    const { arena } = known;
    const place = known.used;
    let at = place + header;
    arena[place] = size;
    for (let from = start; from < end; from += 1) {
      const dimacs = clauses[from] ?? 0;
      arena[at++] = dimacs > 0 ? 2 * dimacs - 2 : -2 * dimacs - 1;
    }
    known.used = at;
    const second = arena[place + header + 1] ?? 0;
    watch(known, first, place, second);
    watch(known, second, place, first);
  } else if (size === 2) {
    const second = literalOf(clauses[start + 1] ?? 0);
    append(known.implied, first ^ 1, second);
    append(known.implied, second ^ 1, first);
  } else if (size === 0 || known.values[first] === -1) known.isBroken = true;
  else if (known.values[first] === 0) settle(known, first, decided);
};

/** The clauses, and nothing concluded yet. */
export const knownOf = (variables: number, parts: readonly Int32Array[]): Known => {
  const known: Known = {
    variables,
    values: new Int8Array(2 * variables),
    levels: new Int32Array(variables),
    reasons: new Int32Array(variables).fill(decided),
    trail: new Int32Array(variables),
    trailed: 0,
    followed: 0,
    marks: [],
    used: 0,
    learned: [],
    isBroken: false,
    ...measure(variables, parts),
  };
  for (const clauses of parts) {
    for (let start = 0, end = 0; start < clauses.length; start = end + 1) {
      for (end = start; clauses[end] !== 0;) end += 1;
      take(known, clauses, start, end);
    }
  }
  return known;
};

/** A contradiction: the place of a clause, or -1 and the two literals of one. */
export interface Conflict {
  clause: number;
  one: number;
  other: number;
}

/** Looks at the clauses that a literal leaves as it turns false: each finds another literal to watch, or its first one has to be true. */
const followWatches = (known: Known, lost: number, conflict: Conflict): boolean => {
  const { values, arena, watches } = known;
  const begin = watches.begin[lost] ?? 0;
  const end = begin + (watches.count[lost] ?? 0);
  let { pool } = watches;
  let kept = begin;
  let at = begin;
  let isSound = true;
  while (at < end && isSound) {
    const clause = pool[at] ?? 0;
    const hint = pool[at + 1] ?? 0;
    at += 2;
    pool[kept] = clause;
    pool[kept + 1] = hint;
    kept += 2;
    if (values[hint] === 1) continue;
    const start = clause + header;
    if (arena[start] === lost) {
      arena[start] = arena[start + 1] ?? 0;
      arena[start + 1] = lost;
    }
    const first = arena[start] ?? 0;
    pool[kept - 1] = first;
    if (values[first] === 1) continue;
    const stop = start + (arena[clause] ?? 0);
    let next = start + 2;
    while (next < stop && values[arena[next] ?? 0] === -1) next += 1;
    if (next < stop) {
      const other = arena[next] ?? 0;
      arena[start + 1] = other;
      arena[next] = lost;
      kept -= 2;
      watch(known, other, clause, first);
      ({ pool } = watches);
    } else if (values[first] === -1) {
      conflict.clause = clause;
      isSound = false;
    } else settle(known, first, clause);
  }
  if (kept < at) pool.copyWithin(kept, at, end);
  watches.count[lost] = end - begin - (at - kept);
  return isSound;
};

/** Draws all conclusions from what is true; false at a contradiction, which is written to `conflict`. */
export const follow = (known: Known, conflict: Conflict): boolean => {
  const { implied, trail, values } = known;
  while (known.followed < known.trailed) {
    const literal = trail[known.followed++] ?? 0;
    const { pool } = implied;
    const begin = implied.begin[literal] ?? 0;
    const end = begin + (implied.count[literal] ?? 0);
    for (let at = begin; at < end; at += 1) {
      const next = pool[at] ?? 0;
      const value = values[next] ?? 0;
      if (value === 0) settle(known, next, asReason(literal ^ 1));
      else if (value === -1) {
        conflict.clause = -1;
        conflict.one = next;
        conflict.other = literal ^ 1;
        return false;
      }
    }
    if (!followWatches(known, literal ^ 1, conflict)) return false;
  }
  return true;
};

/** Forgets the learned clauses that fail the test; asked for between two searches, when every true literal holds anyhow. */
export const forget = (known: Known, isKept: (clause: number) => boolean): void => {
  const { arena, watches } = known;
  const before = known.learned;
  const begin = before[0] ?? known.used;
  const moved = new Map<number, number>();
  known.used = begin;
  known.learned = [];
  for (const clause of before) {
    if (!isKept(clause)) continue;
    const length = header + (arena[clause] ?? 0);
    moved.set(clause, known.used);
    arena.copyWithin(known.used, clause, clause + length);
    known.learned.push(known.used);
    known.used += length;
  }
  for (let literal = 0; literal < 2 * known.variables; literal += 1) {
    const from = watches.begin[literal] ?? 0;
    const end = from + (watches.count[literal] ?? 0);
    let kept = from;
    for (let at = from; at < end; at += 2) {
      const clause = watches.pool[at] ?? 0;
      const place = clause < begin ? clause : moved.get(clause);
      if (place === undefined) continue;
      watches.pool[kept++] = place;
      watches.pool[kept++] = watches.pool[at + 1] ?? 0;
    }
    watches.count[literal] = kept - from;
  }
  // Nobody asks why something holds that holds anyhow.
  known.reasons.fill(decided);
};
