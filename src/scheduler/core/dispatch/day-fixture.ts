// Small days of talks for tests, drawn from a seed with a bit of everything.

import type { LiveDay } from './day.ts';
import type { QueueFacts, QueueInterpreter, QueueParticipant, QueueRequest, QueueTable } from './queue-facts.ts';
import { type Random, randomFrom } from '../random.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const hour = 60;

interface Sample {
  readonly seated: readonly Partial<QueueParticipant>[];
  readonly rotating: readonly Partial<QueueParticipant>[];
  /** Who sits, who is called (counted from 0 among those who rotate), and the rest. */
  readonly requests: readonly (readonly [number, number, Partial<QueueRequest>?])[];
  readonly tables?: readonly Partial<QueueTable>[];
  readonly interpreters?: readonly Partial<QueueInterpreter>[];
  readonly closesAt?: number;
}

/** Facts from what a test cares about: E0… sit at t0… of their own, B0… are called; 9 to 17 hours, talks of 20 to 60 minutes, 3 minutes to change. */
export const queueFacts = (sample: Sample): QueueFacts => {
  const closesAt = sample.closesAt ?? 17 * hour;
  const usual = { seats: 1, languages: [], from: 9 * hour, until: closesAt };
  const seated = sample.seated.map((one, index) => ({ id: `E${index}`, seated: true, tables: [index], ...usual, ...one }));
  const rotating = sample.rotating.map((one, index) => ({ id: `B${index}`, seated: false, tables: null, ...usual, ...one }));
  return {
    participants: [...seated, ...rotating],
    tables: (sample.tables ?? seated.map(() => ({}))).map((one, index) => ({ id: `t${index}`, capacity: 1, ...one })),
    interpreters: (sample.interpreters ?? []).map((one, index) => ({
      id: `i${index}`,
      languages: [],
      table: null,
      from: 0,
      until: 24 * hour,
      ...one,
    })),
    requests: sample.requests.map(([from, to, more], index) => ({
      id: `r${index}`,
      seated: from,
      rotating: seated.length + to,
      must: false,
      weight: 1,
      ...more,
    })),
    closesAt,
    talkMinutes: { shortest: 20, usual: 40, longest: 60 },
    changeMinutes: 3,
  };
};

export interface SampleSize {
  readonly seated: number;
  readonly rotating: number;
  readonly requests: number;
  /** Everybody has one seat and every table serves one talk. */
  readonly plain?: boolean;
  /** Everybody comes, stays and wants what they asked for, and the hall stays open for two days. */
  readonly calm?: boolean;
  /** With some interpreters a longest stretch and a rest are agreed, of which the plan in hindsight knows nothing. */
  readonly rests?: boolean;
}

const tongues = [['en'], ['zh'], ['en', 'zh'], []];

const personFrom = (random: Random, seated: boolean, own: number | null, size: SampleSize): Partial<QueueParticipant> => {
  const from = 9 * hour + random.below(60);
  return {
    seats: size.plain !== true && random.next() < 0.2 ? 2 : 1,
    languages: tongues[random.below(4)] ?? [],
    from,
    until: size.calm === true ? 44 * hour : from + 60 + random.below(180),
    ...(seated ? { tables: own === null ? null : [own] } : {}),
  };
};

const distinctPairs = (random: Random, size: SampleSize): [number, number, Partial<QueueRequest>][] => {
  const known = new Set<string>();
  return range(size.requests).flatMap((): [number, number, Partial<QueueRequest>][] => {
    const pair = [random.below(size.seated), random.below(size.rotating)] as const;
    if (known.has(pair.join(' '))) return [];
    known.add(pair.join(' '));
    return [[...pair, { must: random.next() < 0.4, weight: 1 + random.below(2) }]];
  });
};

/** With every second interpreter something is agreed, where anything is. */
const agreed = (seed: number, { rests = false }: SampleSize): Partial<QueueInterpreter> =>
  !rests || seed % 2 === 0 ? {} : { longestMinutes: 40 + (seed % 3) * 20, restMinutes: 5 + (seed % 5) * 10 };

/** A small day; about half of those who sit have no table of their own and share the open ones. */
export const sampleDay = (seed: number, size: SampleSize): LiveDay => {
  const random = randomFrom(seed);
  const chance = (share: number): boolean => size.calm !== true && random.next() < share;
  const owns = range(size.seated).map(() => size.plain === true || random.next() < 0.5);
  const facts = queueFacts({
    seated: owns.map((owned, index) => personFrom(random, true, owned ? index : null, size)),
    rotating: range(size.rotating).map(() => ({ ...personFrom(random, false, null, size), ...(size.plain === true ? { seats: 1 } : {}) })),
    requests: distinctPairs(random, size),
    tables: range(size.seated).map(() => ({ capacity: size.plain !== true && random.next() < 0.2 ? 2 : 1 })),
    interpreters: [
      { languages: ['en', 'zh'], table: random.next() < 0.5 ? 0 : null, ...agreed(seed, size) },
      { languages: ['en', 'zh', 'ja'], ...agreed(seed + 1, size), from: 9 * hour, until: size.calm === true ? 48 * hour : 11 * hour },
    ],
    closesAt: size.calm === true ? 44 * hour : 12 * hour,
  });
  const first = Math.ceil(facts.requests.length * 0.8);
  const later = facts.requests.slice(first).map((request) => ({ at: 9 * hour + random.below(90), request }));
  later.sort((a, b) => a.at - b.at);
  const arrivesAt = facts.participants.map(({ from }) => (chance(0.05) ? null : from + (chance(0.2) ? random.below(40) : 0)));
  return {
    facts: { ...facts, requests: facts.requests.slice(0, first) },
    opensAt: 9 * hour,
    later,
    arrivesAt,
    leavesAt: facts.participants.map(({ until }, index) =>
      chance(0.2) ? Math.max(arrivesAt[index] ?? 0, until - random.below(90)) : until,
    ),
    talkMinutes: facts.requests.map(() => 20 + random.below(41)),
    withdrawnAt: facts.requests.map((_, index) => (chance(0.1) ? (later[index - first]?.at ?? 9 * hour) + random.below(120) : null)),
  };
};
