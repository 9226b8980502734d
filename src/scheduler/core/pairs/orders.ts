// Orders of meetings: what must come before leaves no early slots, what must come after no late ones; several of one person need several slots.

import { slotsIn, type Domains, type PairProblem } from './pair-problem.ts';

/** The first slot by which all the meetings can have been held one after another (-1 for none), by earliest start alone: never too late. */
const packedEnd = (starts: readonly number[]): number => {
  let end = -1;
  for (const start of [...starts].sort((a, b) => a - b)) end = Math.max(end + 1, start);
  return end;
};

const closeWhere = (domain: Uint8Array | undefined, beyond: (slot: number) => boolean): number => {
  const late = slotsIn(domain).filter(beyond);
  for (const slot of late) domain?.fill(0, slot, slot + 1);
  return late.length;
};

/** All meetings that must come before each one, by way of others too. */
const beforeEach = (count: number, orders: PairProblem['orders']): ReadonlySet<number>[] => {
  const before = Array.from({ length: count }, () => new Set<number>());
  for (let grown = true; grown;) {
    grown = false;
    for (const [earlier, later] of orders) {
      const known = before[later];
      if (known === undefined) continue;
      const size = known.size;
      known.add(earlier);
      for (const one of before[earlier] ?? []) known.add(one);
      grown = grown || known.size > size;
    }
  }
  return before;
};

/** Of the meetings in `others`, those that share a person with `meeting`, one list a person; and each of the others alone. */
const groupsOf = ({ pairs }: PairProblem, meeting: number, others: ReadonlySet<number>): number[][] => [
  ...(pairs[meeting] ?? []).map((person) => [...others].filter((other) => pairs[other]?.includes(person) ?? false)),
  ...[...others].map((other) => [other]),
];

const first = (domains: Domains, meeting: number): number => domains[meeting]?.indexOf(1) ?? -1;
const last = (domains: Domains, meeting: number): number => domains[meeting]?.lastIndexOf(1) ?? -1;

/** Closes slots that the orders rule out; answers how many, or two meetings whose order leaves no room. A circle of orders is such a pair. */
export const keepOrders = (problem: PairProblem): number | readonly [number, number] => {
  const { domains, orders, pairs, slots } = problem;
  if (orders.length === 0) return 0;
  const before = beforeEach(pairs.length, orders);
  const after = beforeEach(
    pairs.length,
    orders.map(([earlier, later]) => [later, earlier] as const),
  );
  let closed = 0;
  for (const [meeting, domain] of domains.entries()) {
    for (const group of groupsOf(problem, meeting, before[meeting] ?? new Set())) {
      const end = packedEnd(group.map((other) => first(domains, other)));
      closed += closeWhere(domain, (slot) => slot <= end);
      if (!domain.includes(1)) return [group[0] ?? meeting, meeting];
    }
    for (const group of groupsOf(problem, meeting, after[meeting] ?? new Set())) {
      const begin = slots - 1 - packedEnd(group.map((other) => slots - 1 - last(domains, other)));
      closed += closeWhere(domain, (slot) => slot >= begin);
      if (!domain.includes(1)) return [meeting, group[0] ?? meeting];
    }
  }
  return closed;
};
