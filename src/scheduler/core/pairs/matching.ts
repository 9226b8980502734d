// Bipartite matching of one person's meetings to slots: can all be held, which slots can each take, how many fit before or after a time.

import type { Domains } from './pair-problem.ts';

interface Matching {
  /** Per slot the place in `meetings` of the one held there, or -1. */
  readonly at: Int32Array;
  readonly rows: Domains;
}

const rowsOf = (domains: Domains, meetings: readonly number[]): Domains => meetings.map((meeting) => domains[meeting] ?? new Uint8Array(0));

/** Seats one meeting by an augmenting path; slots marked in `closed` are left alone. */
const seat = ({ at, rows }: Matching, one: number, closed: Uint8Array): boolean => {
  const row = rows[one];
  if (row === undefined) return false;
  for (let slot = 0; slot < row.length; slot += 1) {
    if (row[slot] !== 1 || closed[slot] === 1) continue;
    closed[slot] = 1;
    const holder = at[slot] ?? -1;
    if (holder < 0 || seat({ at, rows }, holder, closed)) {
      at[slot] = one;
      return true;
    }
  }
  return false;
};

/** How many of the meetings can be held at different slots when the slots are opened one after another: the count after each. */
export const mostAsOpened = (domains: Domains, meetings: readonly number[], slots: readonly number[]): readonly number[] => {
  const rows = rowsOf(domains, meetings);
  const matching = { at: new Int32Array(slots.length).fill(-1), rows };
  const shut = new Uint8Array(slots.length).fill(1);
  let waiting = rows.map((_, one) => one);
  return slots.map((slot) => {
    shut[slot] = 0;
    // A slot more lets one meeting more in, at most.
    const next = waiting.find((one) => seat(matching, one, shut.slice()));
    if (next !== undefined) waiting = waiting.filter((one) => one !== next);
    return rows.length - waiting.length;
  });
};

/**
 * Closes every slot that a meeting has in no complete matching (the filtering of Régin 1994, edge by edge).
 * Answers how many slots were closed, or the meetings of a crowd that cannot all be held.
 */
export const pruneByMatching = (domains: Domains, meetings: readonly number[]): number | readonly number[] => {
  const rows = rowsOf(domains, meetings);
  const slots = rows[0]?.length ?? 0;
  const matching = { at: new Int32Array(slots).fill(-1), rows };
  for (let one = 0; one < rows.length; one += 1) {
    const closed = new Uint8Array(slots);
    if (!seat(matching, one, closed)) {
      // What the path reached is a violated Hall set: these meetings share fewer slots than they are.
      const crowd = new Set([one, ...[...matching.at].filter((holder, slot) => holder >= 0 && closed[slot] === 1)]);
      return [...crowd].map((index) => meetings[index] ?? 0);
    }
  }
  let pruned = 0;
  rows.forEach((row, one) => {
    for (let slot = 0; slot < slots; slot += 1) {
      const displaced = matching.at[slot] ?? -1;
      if (row[slot] !== 1 || displaced === one || displaced < 0) continue;
      const trial = { at: matching.at.slice(), rows };
      trial.at[trial.at.indexOf(one)] = -1;
      trial.at[slot] = one;
      const closed = new Uint8Array(slots);
      closed[slot] = 1;
      if (!seat(trial, displaced, closed)) {
        row[slot] = 0;
        pruned += 1;
      }
    }
  });
  return pruned;
};
