// The problem of pairs as clauses for a SAT or MaxSAT solver: meetings in slots, busy people, counts of meetings behind, breaks begun.

import { addAtMostOne, atLeast, clausesOf, counterOf, no, yes, type Clauses } from './clauses.ts';
import type { DayPatterns } from './day-patterns.ts';
import { addHosts } from './hosts.ts';
import { slotsIn, type PairProblem } from './pair-problem.ts';

export interface Encoded {
  readonly clauses: Clauses;
  /** Per meeting and slot the literal that says it is held then. */
  readonly heldAt: readonly (readonly number[])[];
  /** Literals that say one break more: their true ones and `surely` are the breaks of a plan. */
  readonly breaks: readonly number[];
  readonly surely: number;
}

interface Day {
  readonly person: number;
  readonly busy: readonly number[];
  /** Per slot, unary: meetings behind. */
  readonly behind: readonly (readonly number[])[];
}

interface Meetings {
  /** Per meeting and slot: held then. */
  readonly at: readonly (readonly number[])[];
  /** Per meeting and slot: held then or before (order encoding: Crawford and Baker 1994). */
  readonly by: readonly (readonly number[])[];
}

/** One row of "held by": one step where the meeting is held, so that it is held once. */
const heldBy = (clauses: Clauses, row: readonly number[]): number[] => {
  const lastOpen = row.findLastIndex((literal) => literal !== no);
  const ladder: number[] = [];
  row.forEach((here, slot) => {
    const before = ladder[slot - 1] ?? no;
    const literal = here === no ? before : slot < lastOpen ? clauses.fresh() : yes;
    clauses.add(-here, literal);
    clauses.add(-before, literal);
    clauses.add(-literal, before, here);
    clauses.add(-here, -before);
    ladder.push(literal);
  });
  return ladder;
};

/** Every meeting in exactly one of its open slots. */
const addMeetings = (clauses: Clauses, { domains }: PairProblem): Meetings => {
  const at = domains.map((domain) => {
    const open = slotsIn(domain);
    const row = [...domain].map((one) => (one === 0 ? no : open.length === 1 ? yes : clauses.fresh()));
    clauses.add(...open.map((slot) => row[slot] ?? no));
    return row;
  });
  return { at, by: at.map((row) => heldBy(clauses, row)) };
};

/** Per slot whether the person is busy: exactly when one of their meetings, and never two, is held. */
const addBusy = (clauses: Clauses, rows: readonly (readonly number[])[], day: DayPatterns): number[] =>
  day.mayBeBusy.map((mayBeBusy, slot) => {
    const held = rows.map((row) => row[slot] ?? no).filter((literal) => literal !== no);
    if (!mayBeBusy) {
      for (const literal of held) clauses.add(-literal);
      return no;
    }
    const busy = day.mayBeIdle[slot] === true ? clauses.fresh() : yes;
    for (const literal of held) clauses.add(-literal, busy);
    clauses.add(-busy, ...held);
    addAtMostOne(clauses, held);
    return busy;
  });

/** Meetings behind, per slot: one more exactly where the person is busy; within what whole days allow. */
const addBehind = (clauses: Clauses, busy: readonly number[], day: DayPatterns): number[][] => {
  const behind = day.most.map((most, slot) =>
    Array.from({ length: most }, (_, index) => (index < (day.fewest[slot] ?? 0) ? yes : clauses.fresh())),
  );
  behind.forEach((now, slot) => {
    const before = behind[slot - 1] ?? [];
    const here = busy[slot] ?? no;
    for (let count = 1; count <= Math.max(now.length, before.length) + 1; count += 1) {
      const literal = atLeast(now, count);
      clauses.add(-atLeast(before, count), literal);
      clauses.add(-atLeast(before, count - 1), -here, literal);
      clauses.add(-literal, atLeast(before, count), here);
      clauses.add(-literal, atLeast(before, count - 1));
      clauses.add(-literal, atLeast(now, count - 1));
    }
  });
  return behind;
};

/** Some meeting is behind exactly when one is held by then, all are when every one is: implied, and what lets the solver reason about days as a whole. */
const addEnds = (clauses: Clauses, behind: readonly (readonly number[])[], ladders: readonly (readonly number[])[]): void => {
  behind.forEach((now, slot) => {
    const held = ladders.map((ladder) => ladder[slot] ?? no);
    const some = atLeast(now, 1);
    const all = atLeast(now, ladders.length);
    clauses.add(-some, ...held);
    clauses.add(all, ...held.map((literal) => -literal));
    for (const literal of held) {
      clauses.add(-literal, some);
      clauses.add(literal, -all);
    }
  });
};

/** Breaks begun, per slot, unary: a break begins where busy turns idle and meetings are left. Answers the numbers at the end of the day. */
const addBreaks = (
  clauses: Clauses,
  { busy, behind }: Pick<Day, 'busy' | 'behind'>,
  day: DayPatterns,
  meetings: number,
): readonly number[] => {
  const held = day.fewestBreaks.at(-1) ?? 0;
  let before: readonly number[] = [];
  busy.forEach((here, slot) => {
    const least = day.fewestBreaks[slot] ?? 0;
    const now = Array.from({ length: day.mostBreaks[slot] ?? 0 }, (_, index) => (index < least ? yes : clauses.fresh()));
    const begun = [-(busy[slot - 1] ?? no), here, atLeast(behind[slot] ?? [], meetings)];
    for (let count = 1; count <= Math.max(now.length, before.length) + 1; count += 1) {
      const literal = atLeast(now, count);
      clauses.add(-atLeast(before, count), literal);
      clauses.add(-atLeast(before, count - 1), ...begun, literal);
      clauses.add(-literal, atLeast(now, count - 1));
      if (held > 0) {
        clauses.add(-literal, atLeast(before, count), atLeast(before, count - 1));
        for (const one of begun) clauses.add(-literal, atLeast(before, count), -one);
      }
    }
    // Without a break so far, who has begun and not ended goes on: implied, and much stronger for the solver than the rule above.
    for (let count = 1; count < meetings; count += 1) {
      clauses.add(-atLeast(behind[slot - 1] ?? [], count), atLeast(now, 1), atLeast(behind[slot] ?? [], count + 1));
    }
    before = now;
  });
  return before;
};

/** Tables per slot, counted in busy people: they come in twos. */
const addTables = (clauses: Clauses, { capacity }: PairProblem, days: readonly Day[]): void => {
  capacity.forEach((tables, slot) => {
    const literals = days.map(({ busy }) => busy[slot] ?? no);
    const surely = literals.filter((literal) => literal === yes).length;
    const open = literals.filter((literal) => literal !== yes && literal !== no);
    if (surely + open.length <= 2 * tables) return;
    const counter = counterOf(clauses, open, { cap: 2 * tables - surely + 1, exact: true });
    clauses.add(-atLeast(counter, 2 * tables - surely + 1));
    for (let count = 1; count <= 2 * tables - surely; count += 1) {
      if ((count + surely) % 2 === 1) clauses.add(-atLeast(counter, count), atLeast(counter, count + 1));
    }
  });
};

const addOrders = (clauses: Clauses, { orders, slots }: PairProblem, by: Meetings['by']): void => {
  for (const [earlier, later] of orders) {
    for (let slot = 0; slot < slots; slot += 1) clauses.add(-(by[later]?.[slot] ?? no), by[earlier]?.[slot - 1] ?? no);
  }
};

/**
 * All plans of a presolved problem whose breaks lie within its days' range, as clauses. Sound and complete: models and plans correspond,
 * except that a break literal may be true without a break (never the other way round) where no break is demanded.
 */
export const encode = (problem: PairProblem, days: readonly DayPatterns[]): Encoded => {
  const clauses = clausesOf();
  const held = addMeetings(clauses, problem);
  const breaks: number[] = [];
  let surely = 0;
  const people = problem.meetingsOf.flatMap((meetings, person): Day[] => {
    const day = days[person];
    if (day === undefined || meetings.length === 0) return [];
    const rows = meetings.map((meeting) => held.at[meeting] ?? []);
    const busy = addBusy(clauses, rows, day);
    const behind = addBehind(clauses, busy, day);
    addEnds(
      clauses,
      behind,
      meetings.map((meeting) => held.by[meeting] ?? []),
    );
    const ends = addBreaks(clauses, { busy, behind }, day, meetings.length);
    for (const literal of ends) {
      if (literal === yes) surely += 1;
      else breaks.push(literal);
    }
    return [{ person, busy, behind }];
  });
  addTables(clauses, problem, people);
  addHosts(clauses, problem, people, held.at);
  addOrders(clauses, problem, held.by);
  return { clauses, heldAt: held.at, breaks, surely };
};

/** The slot of each meeting in a model (the true literals). */
export const slotsOfModel = ({ heldAt }: Pick<Encoded, 'heldAt'>, truths: Pick<ReadonlySet<number>, 'has'>): readonly number[] =>
  heldAt.map((row) => row.findIndex((literal) => literal === yes || truths.has(literal)));
