// What is wrong with the facts of a live queue, or with a participant, interpreter or request that is added to it: every problem at once.

import type { Problem } from '#kernel/result.ts';
import type { QueueFacts, QueueInterpreter, QueueParticipant, QueueRequest } from './queue-facts.ts';

type Path = readonly (string | number)[];

const dayMinutes = 2 * 24 * 60;
/** More is a mistake, and would take long. */
const limits = { participants: 50_000, tables: 5_000, interpreters: 5_000, requests: 200_000 } as const;

const range = (path: Path, value: number, least: number, most: number): Problem[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [{ path, code: 'meetings.queue_bad_number', params: { value, least, most } }];

const index = (path: Path, value: number, count: number): Problem[] =>
  Number.isInteger(value) && value >= 0 && value < count ? [] : [{ path, code: 'meetings.queue_unknown', params: { index: value } }];

const span = (path: Path, { from, until }: { readonly from: number; readonly until: number }): Problem[] => [
  ...range([...path, 'from'], from, 0, dayMinutes),
  ...range([...path, 'until'], until, 0, dayMinutes),
  ...(until < from ? [{ path: [...path, 'until'], code: 'meetings.queue_ends_before_start', params: { from, until } }] : []),
];

/** Problems of one participant. */
export const participantProblems = (path: Path, one: QueueParticipant, tables: number): Problem[] => [
  ...range([...path, 'seats'], one.seats, 1, 1_000),
  ...span(path, one),
  ...(one.tables ?? []).flatMap((table, position) => index([...path, 'tables', position], table, tables)),
];

/** Problems of one request: who sits must be seated, who is called must not. */
export const requestProblems = (path: Path, one: QueueRequest, people: readonly QueueParticipant[]): Problem[] => {
  const sides = [
    ['seated', one.seated, true],
    ['rotating', one.rotating, false],
  ] as const;
  return [
    ...sides.flatMap(([side, participant, seated]) => {
      const unknown = index([...path, side], participant, people.length);
      if (unknown.length > 0 || people[participant]?.seated === seated) return unknown;
      return [{ path: [...path, side], code: 'meetings.queue_wrong_side', params: { participant: people[participant]?.id ?? '' } }];
    }),
    ...(one.weight > 0 && one.weight < Infinity
      ? []
      : [{ path: [...path, 'weight'], code: 'meetings.queue_bad_number', params: { value: one.weight, least: 0, most: Infinity } }]),
  ];
};

/** Problems of one interpreter. */
export const interpreterProblems = (path: Path, one: QueueInterpreter, tables: number): Problem[] => [
  ...span(path, one),
  ...(['longestMinutes', 'restMinutes'] as const).flatMap((field) =>
    one[field] == null ? [] : range([...path, field], one[field], 1, dayMinutes),
  ),
  ...(one.table === null ? [] : index([...path, 'table'], one.table, tables)),
];

const doubledIds = (kind: keyof typeof limits, things: readonly { readonly id: string }[]): Problem[] => {
  const seen = new Set<string>();
  return things.flatMap(({ id }, position) => {
    if (seen.has(id)) return [{ path: [kind, position, 'id'], code: 'meetings.queue_doubled_id', params: { id } }];
    seen.add(id);
    return [];
  });
};

const sizeProblems = (facts: QueueFacts): Problem[] =>
  (['participants', 'tables', 'interpreters', 'requests'] as const).flatMap((kind) =>
    facts[kind].length > limits[kind]
      ? [{ path: [kind], code: 'meetings.queue_too_many', params: { count: facts[kind].length, limit: limits[kind] } }]
      : doubledIds(kind, facts[kind]),
  );

/** Everything that is wrong with the facts. */
export const problemsOf = (facts: QueueFacts): Problem[] => {
  const { shortest, usual, longest } = facts.talkMinutes;
  const tables = facts.tables.length;
  const sizes = sizeProblems(facts);
  if (sizes.some(({ code }) => code === 'meetings.queue_too_many')) return sizes;
  return [
    ...sizes,
    ...range(['closesAt'], facts.closesAt, 0, dayMinutes),
    ...range(['changeMinutes'], facts.changeMinutes, 0, 240),
    ...range(['talkMinutes', 'shortest'], shortest, 1, 24 * 60),
    ...range(['talkMinutes', 'usual'], usual, shortest, 24 * 60),
    ...range(['talkMinutes', 'longest'], longest, usual, 24 * 60),
    ...facts.participants.flatMap((one, position) => participantProblems(['participants', position], one, tables)),
    ...facts.tables.flatMap((one, position) => range(['tables', position, 'capacity'], one.capacity, 1, 1_000)),
    ...facts.interpreters.flatMap((one, position) => interpreterProblems(['interpreters', position], one, tables)),
    ...facts.requests.flatMap((one, position) => requestProblems(['requests', position], one, facts.participants)),
  ];
};
