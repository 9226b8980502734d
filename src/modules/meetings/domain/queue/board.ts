// What the organiser, the big screen and a company see of the live queue. Names and sentences are added where the reader is known.
import { nth, sidesOf, type Interpreter } from '#scheduler/core/dispatch/queue.ts';
import { whomToCallNext } from '#scheduler/core/dispatch/call-next.ts';
import { instantAt, type LiveQueue, minuteAt, type Talk } from './live-queue.ts';
import type { Sentence } from '../planning/sentences.ts';

export type TableState = 'closed' | 'unused' | 'free' | 'called' | 'talking' | 'over';

export interface TableLine {
  readonly placeId: string;
  readonly state: TableState;
  /** Under way there, the oldest first. */
  readonly talkIds: readonly string[];
  /** Since when it is free, called or talks; null where it is neither. */
  readonly since: number | null;
  /** Who sits there now; null: nobody, or whoever comes. */
  readonly ownerId: string | null;
}

/** Pairs that are both here and free and are not called, by cause. */
export interface WaitingGroup {
  readonly reason: Sentence;
  readonly pairs: number;
  readonly longestMinutes: number;
}

export interface LanguageLine {
  readonly language: string;
  readonly here: number;
  readonly free: number;
}

export interface HeldPair {
  readonly meetingId: string;
  readonly seatedId: string;
  readonly rotatingId: string;
  readonly until: number;
  readonly because: string;
}

/** Called and not at the table after this long: somebody has to look. */
export const lastCallMinutes = (live: LiveQueue): number => Math.max(5, 2 * live.opening.changeMinutes);

export const isLate = (live: LiveQueue, talk: Talk, at: number): boolean =>
  talk.begunAt === null && at - talk.goesOutAt >= lastCallMinutes(live) * 60_000;

const tableOf = (live: LiveQueue, placeId: string, ownersOf: ReadonlyMap<string, readonly number[]>, at: number): TableLine => {
  const talks = [...live.talks.values()].filter((talk) => talk.placeId === placeId).sort((a, b) => a.calledAt - b.calledAt);
  const table = nth(live.queue.tables, live.places.get(placeId) ?? -1);
  const owners = ownersOf.get(placeId);
  const owner = owners?.map((index) => nth(live.queue.people, index)).find(({ state }) => state === 'here');
  const [first] = talks;
  const common = { placeId, talkIds: talks.map(({ id }) => id), ownerId: first?.seatedId ?? owner?.facts.id ?? null };
  const begun = talks.find(({ begunAt }) => begunAt !== null);
  if (begun !== undefined && begun.begunAt !== null) {
    const over = at - begun.begunAt > live.opening.talkMinutes.longest * 60_000;
    return { ...common, state: over ? 'over' : 'talking', since: begun.begunAt };
  }
  // The time of a call is that at which it is shown, wherever it is told.
  if (first !== undefined) return { ...common, state: 'called', since: first.goesOutAt };
  if (!table.open) return { ...common, state: 'closed', since: null };
  if (owners !== undefined && owner === undefined) return { ...common, state: 'unused', since: null };
  return { ...common, state: 'free', since: owner === undefined ? null : instantAt(live, owner.freeSince) };
};

/** All places that the day can use: tables, and stands of those who are met there. */
export function tablesOf(live: LiveQueue, at: number): readonly TableLine[] {
  const owners = new Map<string, number[]>();
  live.persons.forEach(({ placeIds }, index) => {
    for (const place of placeIds ?? []) owners.set(place, [...(owners.get(place) ?? []), index]);
  });
  return live.opening.places.filter(({ id, kind }) => kind === 'table' || owners.has(id)).map(({ id }) => tableOf(live, id, owners, at));
}

const groupKey = ({ code, params }: Sentence): string =>
  code === 'meetings.wait_no_interpreter' || code === 'meetings.wait_rest' ? `${code} ${String(params['languages'])}` : code;

/** The minute that decides who could be called: before calls begin that at which they do, with whoever is expected by then. */
const minuteOfCalls = (live: LiveQueue, at: number): number => Math.max(minuteAt(live, at), live.opening.opensAt);

/** Whether calls are still to begin. */
export const isBeforeCalls = (live: LiveQueue, at: number): boolean => minuteAt(live, at) < live.opening.opensAt;

/** Who waits although both are free, by cause; before calls begin and in a pause everybody who could be called. */
export function waitingOf(live: LiveQueue, at: number): readonly WaitingGroup[] {
  const { calls, waiting } = whomToCallNext(live.queue, minuteOfCalls(live, at));
  const reason = { code: live.state === 'open' ? 'meetings.wait_before' : 'meetings.wait_paused', params: {} };
  const stands = live.state !== 'open' || isBeforeCalls(live, at) ? calls.map(({ request }) => ({ request, reason })) : [];
  const groups = new Map<string, WaitingGroup>();
  for (const { request, reason } of [...waiting, ...stands]) {
    const waited = Math.max(0, minuteAt(live, at) - nth(live.queue.wishes, request).since);
    const known = groups.get(groupKey(reason));
    groups.set(groupKey(reason), {
      reason,
      pairs: (known?.pairs ?? 0) + 1,
      longestMinutes: Math.max(known?.longestMinutes ?? 0, waited),
    });
  }
  return [...groups.values()].sort((a, b) => b.pairs - a.pairs);
}

const isAtHand = ({ here, from, until }: Interpreter, minute: number): boolean => here && from <= minute && minute < until;

export interface InterpreterLine {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  /** working: called or interpreting; expected: comes later; gone: not here. */
  readonly state: 'free' | 'working' | 'expected' | 'gone';
  /** From when they are expected, and until when they stay; null: not said, or to the end. */
  readonly from: number | null;
  readonly until: number | null;
}

/** Each interpreter as the queue knows them now. */
export function interpretersOf(live: LiveQueue, at: number): readonly InterpreterLine[] {
  const minute = minuteAt(live, at);
  return live.queue.interpreters.map((one, index) => {
    const { id, name, languages } = nth(live.opening.interpreters, index);
    const { here, from, until, busy } = one;
    const comes = here && minute < from;
    const state = busy ? 'working' : isAtHand(one, minute) ? 'free' : comes ? 'expected' : 'gone';
    // Nobody stays a second day: such an end says only that they stay.
    const goes = until < live.opening.closesAt ? instantAt(live, until) : null;
    return { id, name, languages, state, from: comes ? instantAt(live, from) : null, until: state === 'gone' ? null : goes };
  });
}

/** Interpreters by language, as far as the queue may call them now; before calls begin, when they do. */
export function languagesOf(live: LiveQueue, at: number): readonly LanguageLine[] {
  const minute = minuteOfCalls(live, at);
  const lines = new Map<string, { here: number; free: number }>();
  for (const one of live.queue.interpreters) {
    const { facts, busy } = one;
    const here = isAtHand(one, minute);
    for (const language of facts.languages) {
      const line = lines.get(language) ?? { here: 0, free: 0 };
      lines.set(language, { here: line.here + Number(here), free: line.free + Number(here && !busy) });
    }
  }
  return [...lines].map(([language, line]) => ({ language, ...line })).sort((a, b) => b.here - a.here);
}

export const heldPairsOf = (live: LiveQueue, at: number): readonly HeldPair[] =>
  [...live.holds].flatMap(([meetingId, because]) => {
    const wish = nth(live.queue.wishes, live.wishes.get(meetingId) ?? -1);
    if (wish.heldUntil <= minuteAt(live, at) || wish.state !== 'waiting') return [];
    const [seated, rotating] = sidesOf(live.queue, wish);
    return [{ meetingId, seatedId: seated.facts.id, rotatingId: rotating.facts.id, until: instantAt(live, wish.heldUntil), because }];
  });

/** What of a queue may need somebody now. */
export function needsOf(
  live: LiveQueue,
  at: number,
): { readonly calls: number; readonly late: number; readonly tables: number; readonly musts: number } {
  const calls = [...live.talks.values()].filter(({ begunAt, goesOutAt }) => begunAt === null && goesOutAt <= at);
  const { musts, mustsEnded } = figuresOf(live);
  return {
    calls: calls.length,
    late: calls.filter((talk) => isLate(live, talk, at)).length,
    tables: tablesOf(live, at).filter(({ state, ownerId }) => state === 'free' && ownerId !== null).length,
    musts: musts - mustsEnded,
  };
}

export interface QueueFigures {
  /** Here, by side. */
  readonly exhibitors: number;
  readonly buyers: number;
  readonly talksEnded: number;
  readonly mustsEnded: number;
  readonly musts: number;
  readonly wishes: number;
}

export function figuresOf(live: LiveQueue): QueueFigures {
  const here = live.queue.people.filter(({ state }) => state === 'here');
  const standing = live.queue.wishes.filter(({ state }) => state !== 'withdrawn');
  const musts = standing.filter(({ facts }) => facts.must);
  const ended = (list: typeof standing): number => list.filter(({ state }) => state === 'held').length;
  return {
    exhibitors: here.filter(({ facts }) => facts.seated).length,
    buyers: here.filter(({ facts }) => !facts.seated).length,
    talksEnded: ended(standing),
    mustsEnded: ended(musts),
    musts: musts.length,
    wishes: standing.length,
  };
}

/**
 * Who had better come near: called and not yet shown, then who is free for somebody that is free too. In one hall those alone of whom the table
 * is known; `hall` is '' for all.
 */
export function soonOf(
  live: LiveQueue,
  { at, most, hall }: { readonly at: number; readonly most: number; readonly hall: string },
): readonly string[] {
  const isThere = (place: number): boolean => hall === '' || nth(live.opening.places, place).hall === hall;
  const standing = [...live.talks.values()].filter(
    ({ begunAt, goesOutAt, placeId }) => begunAt === null && goesOutAt > at && isThere(live.places.get(placeId) ?? -1),
  );
  const { calls, waiting } = whomToCallNext(live.queue, minuteOfCalls(live, at));
  const next = [...calls.filter(({ table }) => isThere(table)), ...(hall === '' ? waiting : [])];
  const called = next.map(({ request }) => nth(live.wished, request).rotatingId);
  return [...new Set([...standing.map(({ rotatingId }) => rotatingId), ...called])].slice(0, most);
}

/** Since when the two of a wish have waited for each other; null while one of them is not here. */
export const waitsSince = (live: LiveQueue, meetingId: string): number | null => {
  const { since } = nth(live.queue.wishes, live.wishes.get(meetingId) ?? -1);
  return since === Infinity ? null : instantAt(live, since);
};
