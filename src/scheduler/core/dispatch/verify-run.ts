// An independent check of the talks of a day: shares no code with the queue, the policies and the planner in hindsight.

import type { LiveDay, Talk } from './day.ts';

const overlapMost = (talks: readonly Talk[]): number => {
  const points = talks.flatMap(({ calledAt, endsAt }) => [
    { at: calledAt, change: 1 },
    { at: endsAt, change: -1 },
  ]);
  points.sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  return points.reduce((most, { change }) => Math.max(most, (now += change)), 0);
};

const grouped = (talks: readonly Talk[], of: (talk: Talk) => number | null | undefined): Map<number, Talk[]> => {
  const groups = new Map<number, Talk[]>();
  for (const talk of talks) {
    const key = of(talk);
    if (key !== null && key !== undefined) groups.set(key, [...(groups.get(key) ?? []), talk]);
  }
  return groups;
};

/** Whether nobody was called to a talk who would, with one of the usual length, interpret longer without a pause than agreed. */
const hasRested = ({ facts }: LiveDay, interpreter: number, own: readonly Talk[]): boolean => {
  const { longestMinutes, restMinutes } = facts.interpreters[interpreter] ?? {};
  if (longestMinutes === null || longestMinutes === undefined) return true;
  const minutes = own.flatMap(({ calledAt, endsAt }) => Array.from({ length: endsAt - calledAt }, (_, at) => calledAt + at));
  const works = new Set(minutes);
  return own.every(({ calledAt }) => {
    // Back from the call, minute by minute, to where a whole rest lies.
    let [idle, first] = [0, calledAt];
    for (let at = calledAt - 1; at >= 0 && idle < (restMinutes ?? 15); at -= 1) {
      idle = works.has(at) ? 0 : idle + 1;
      if (works.has(at)) first = at;
    }
    return first === calledAt || calledAt + facts.changeMinutes + facts.talkMinutes.usual - first <= longestMinutes;
  });
};

/** What cannot be about the talks of a day, in words for a developer; empty = all is well. */
export const faultsOf = (day: LiveDay, talks: readonly Talk[]): readonly string[] => {
  const { facts } = day;
  const all = [...facts.requests, ...day.later.map(({ request }) => request)];
  const faults: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  demand(new Set(talks.map(({ request }) => request)).size === talks.length, 'a request is held twice');
  for (const [person, own] of grouped(talks, ({ request }) => all[request]?.seated)) {
    demand(overlapMost(own) <= (facts.participants[person]?.seats ?? 0), `${person} sits in too many talks`);
  }
  for (const [person, own] of grouped(talks, ({ request }) => all[request]?.rotating)) {
    demand(overlapMost(own) <= (facts.participants[person]?.seats ?? 0), `${person} is called to too many talks`);
  }
  for (const [table, own] of grouped(talks, ({ table }) => table)) {
    demand(overlapMost(own) <= (facts.tables[table]?.capacity ?? 0), `table ${table} is full`);
  }
  for (const [interpreter, own] of grouped(talks, ({ interpreter }) => interpreter)) {
    demand(overlapMost(own) <= 1, `interpreter ${interpreter} is doubled`);
    demand(hasRested(day, interpreter, own), `interpreter ${interpreter} has had no rest`);
  }
  const owned = new Set(facts.participants.flatMap((one) => (one.seated ? (one.tables ?? []) : [])));
  for (const talk of talks) {
    const request = all[talk.request];
    const [a, b] = [facts.participants[request?.seated ?? -1], facts.participants[request?.rotating ?? -1]];
    if (request === undefined || a === undefined || b === undefined) {
      faults.push(`request ${talk.request} is unknown`);
      continue;
    }
    const name = `request ${talk.request}`;
    demand(talk.endsAt - talk.calledAt === facts.changeMinutes + (day.talkMinutes[talk.request] ?? 0), `${name} has another length`);
    demand(a.tables === null ? !owned.has(talk.table) : a.tables.includes(talk.table), `${name} is at a wrong table`);
    demand(talk.calledAt >= day.opensAt && talk.calledAt < facts.closesAt, `${name} is called outside the hours`);
    demand(talk.calledAt >= (day.later[talk.request - facts.requests.length]?.at ?? 0), `${name} is called before it is made`);
    demand(talk.calledAt < (day.withdrawnAt[talk.request] ?? Infinity), `${name} is called after it is withdrawn`);
    for (const [index, one] of [
      [request.seated, a],
      [request.rotating, b],
    ] as const) {
      const comes = day.arrivesAt[index] ?? Infinity;
      demand(talk.calledAt >= comes && talk.calledAt < Math.max(comes, day.leavesAt[index] ?? 0), `${name}: ${one.id} is not here`);
      demand(talk.calledAt + facts.changeMinutes + facts.talkMinutes.shortest <= one.until, `${name}: too late for ${one.id}`);
    }
    const strangers = a.languages.length > 0 && b.languages.length > 0 && !a.languages.some((one) => b.languages.includes(one));
    const helper = talk.interpreter === null ? null : facts.interpreters[talk.interpreter];
    demand(strangers === (talk.interpreter !== null), `${name} has no interpreter or does not need one`);
    if (helper === null || helper === undefined) continue;
    demand(
      [a, b].every((one) => one.languages.some((l) => helper.languages.includes(l))),
      `${name}: the interpreter does not suit`,
    );
    demand(helper.table === null || helper.table === talk.table, `${name}: the interpreter works elsewhere`);
    demand(helper.from <= talk.calledAt && talk.calledAt < helper.until, `${name}: the interpreter is away`);
  }
  return faults;
};
