// What the rest of a person's day is worth, if a certain talk begins now or if the next minutes are kept free: an exact little plan of their own
// talks, by expected lengths, over the subsets of what they still want (Held and Karp 1962), averaged over short, usual and long talks.

import { mostProspects, type Prospect, prospectsAt, worthOf } from './prospects.ts';
import { nth, type Person, type Queue, sidesOf } from './queue.ts';

/** How many minutes are taken as lost when nobody is called now. */
const keepMinutes = 2;
/** Part of a talk's worth lost with every minute it is put off: somebody may leave. */
const lossPerMinute = 0.002;

/** The best rest of a day. */
interface Best {
  readonly worth: number;
  /** The talk it begins with; -1: none. */
  readonly first: number;
  /** Per prospect, the best without it. */
  readonly without: readonly number[];
}

export interface Outlook {
  /** What both sides gain by beginning the talk now instead of keeping themselves free for what else may come; negative = they lose. */
  readonly gainOf: (request: number) => number;
  /** The talk that somebody's next minutes would be kept for; null = none. */
  readonly keptFor: (person: Person) => number | null;
}

const size = 1 << mostProspects;
const endOf = new Float64Array(size);
const gained = new Float64Array(size);
const firstOf = new Int32Array(size);

/** The most that can be made of the prospects from minute `start` on, talks lasting `length`. */
const bestDay = (prospects: readonly Prospect[], start: number, now: number, length: number): Best => {
  const count = 1 << prospects.length;
  const without = prospects.map(() => 0);
  endOf.fill(Infinity, 0, count);
  endOf[0] = start;
  gained[0] = 0;
  let best = 0;
  for (let set = 0; set < count; set += 1) {
    const end = endOf[set] ?? Infinity;
    if (end === Infinity) continue;
    const worth = gained[set] ?? 0;
    if (worth > (gained[best] ?? 0)) best = set;
    for (let one = 0; one < prospects.length; one += 1) {
      const prospect = prospects[one];
      if ((set & (1 << one)) !== 0 || prospect === undefined) continue;
      if (worth > (without[one] ?? 0)) without[one] = worth;
      const begin = Math.max(end, prospect.from);
      const next = set | (1 << one);
      if (begin > prospect.lastCall || begin + length >= (endOf[next] ?? 0)) continue;
      endOf[next] = begin + length;
      const late = Math.min(1, (begin - prospect.from) / length);
      gained[next] = worth + prospect.worth * (1 - lossPerMinute * (begin - now)) * (1 - prospect.contested * late);
      firstOf[next] = set === 0 ? prospect.request : (firstOf[set] ?? -1);
    }
  }
  return { worth: gained[best] ?? 0, first: best === 0 ? -1 : (firstOf[best] ?? -1), without };
};

const nothing: Best = { worth: 0, first: -1, without: [] };

/** The mean over short, usual and long talks; `first` is that of usual ones. */
const bestOnAverage = (
  prospects: readonly Prospect[],
  lengths: readonly number[],
  start: (length: number) => number,
  now: number,
): Best => {
  if (prospects.length === 0) return nothing;
  const days = lengths.map((length) => bestDay(prospects, start(length), now, length));
  const mean = (of: (day: Best) => number): number => days.reduce((sum, day) => sum + of(day), 0) / days.length;
  return {
    worth: mean(({ worth }) => worth),
    first: days[0]?.first ?? -1,
    without: prospects.map((_, one) => mean(({ without }) => without[one] ?? 0)),
  };
};

/** The outlook on the day at minute `now`; it is used for one decision, as long as the queue does not change. */
export const outlookOn = (queue: Queue, now: number): Outlook => {
  const length = queue.facts.changeMinutes + queue.facts.talkMinutes.usual;
  const spread = Math.round((queue.facts.talkMinutes.longest - queue.facts.talkMinutes.shortest) / 6);
  const lengths = [length, Math.max(1, length - spread), length + spread];
  const keeping = new Map<number, Best>();
  const beginning = new Map<number, Best>();

  const prospectsOf = prospectsAt(queue, now);
  const remembered = (memory: Map<number, Best>, person: Person, start: (length: number) => number): Best => {
    const known = memory.get(person.index) ?? bestOnAverage(prospectsOf(person), lengths, start, now);
    memory.set(person.index, known);
    return known;
  };
  const kept = (person: Person): Best => remembered(keeping, person, () => now + keepMinutes);
  /** The best day after a talk that begins now. */
  const after = (person: Person, request: number): number => {
    const best = remembered(beginning, person, (lasts) => now + lasts);
    return best.without[prospectsOf(person).findIndex((one) => one.request === request)] ?? best.worth;
  };
  return {
    gainOf: (request) => {
      const wish = nth(queue.wishes, request);
      const worth = worthOf(wish);
      return sidesOf(queue, wish).reduce((sum, person) => sum + worth + after(person, request) - kept(person).worth, 0);
    },
    keptFor: (person) => {
      const { first } = kept(person);
      return first < 0 ? null : first;
    },
  };
};
