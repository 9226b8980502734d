import { expect, test } from 'vitest';
import { whomToCallNext } from '../dispatch/call-next.ts';
import { requestsOf } from '../dispatch/day.ts';
import { firstComeFirstServed } from '../dispatch/first-come.ts';
import { simulate } from '../dispatch/simulate.ts';
import { faultsOf } from '../dispatch/verify-run.ts';
import { liveDayFrom, matchmakingDay2019 } from './live-day.ts';

test('the day has the published size', () => {
  const { facts, talkMinutes, opensAt } = liveDayFrom(1);
  expect(facts.participants.filter(({ seated }) => seated)).toHaveLength(773);
  expect(facts.participants.filter(({ seated }) => !seated)).toHaveLength(1_426);
  expect(facts.tables).toHaveLength(296);
  expect(new Set(facts.interpreters.flatMap(({ table }) => (table === null ? [] : [table]))).size).toBe(205);
  expect(facts.closesAt - opensAt).toBe(450);
  expect([Math.min(...talkMinutes), Math.max(...talkMinutes)]).toEqual([20, 60]);
});

test('everybody who sits has a table of their own during their turn', () => {
  const { facts } = liveDayFrom(2);
  const turns = facts.participants.filter(({ seated }) => seated).map(({ tables, from, until }) => ({ table: tables?.[0], from, until }));
  for (const a of turns) expect(turns.filter((b) => a.table === b.table && a.from < b.until && b.from < a.until)).toHaveLength(1);
});

test('the same seed gives the same day, another seed another', () => {
  const small = { ...matchmakingDay2019, seated: 30, rotating: 60, tables: 12, interpretedTables: 8, roaming: 2, requests: 100 };
  expect(liveDayFrom(3, small)).toEqual(liveDayFrom(3, small));
  expect(liveDayFrom(3, small)).not.toEqual(liveDayFrom(4, small));
});

test('the live queue holds far more musts than first come, first served, and hardly fewer talks', () => {
  const day = liveDayFrom(5);
  const requests = requestsOf(day);
  const [live, simple] = [simulate(day, whomToCallNext).talks, simulate(day, firstComeFirstServed).talks];
  const musts = (talks: typeof live): number => talks.filter(({ request }) => requests[request]?.must === true).length;
  expect(faultsOf(day, live)).toEqual([]);
  expect(musts(live)).toBeGreaterThan(1.15 * musts(simple));
  expect(live.length).toBeGreaterThan(0.97 * simple.length);
});
