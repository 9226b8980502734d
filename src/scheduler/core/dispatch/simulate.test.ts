import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { whomToCallNext } from './call-next.ts';
import { requestsOf, type Talk } from './day.ts';
import { firstComeFirstServed, mustsFirstServed } from './first-come.ts';
import { nth, sidesOf } from './queue.ts';
import { sampleDay } from './day-fixture.ts';
import { type Policy, simulate } from './simulate.ts';
import { faultsOf } from './verify-run.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000_000 });
const size = { seated: 5, rotating: 9, requests: 24 };

test('nobody is in two talks, interpreters suit and are not doubled, tables hold, nobody is called who is away or withdrew', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = sampleDay(seed, size);
      for (const policy of [whomToCallNext, firstComeFirstServed, mustsFirstServed])
        expect(faultsOf(day, simulate(day, policy).talks)).toEqual([]);
    }),
    { numRuns: rounds(300) },
  );
});

test('whoever interprets rests as agreed, whichever policy calls; and a day on which they do not is told', () => {
  let unrested = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = sampleDay(seed, { ...size, rests: true });
      for (const policy of [whomToCallNext, firstComeFirstServed, mustsFirstServed])
        expect(faultsOf(day, simulate(day, policy).talks)).toEqual([]);
      const without = sampleDay(seed, size);
      if (faultsOf(day, simulate(without, whomToCallNext).talks).some((fault) => fault.endsWith('has had no rest'))) unrested += 1;
    }),
    { numRuns: 300 },
  );
  expect(unrested).toBeGreaterThan(5);
});

test('the same day gives the same run', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(simulate(sampleDay(seed, size), whomToCallNext)).toEqual(simulate(sampleDay(seed, size), whomToCallNext));
    }),
    { numRuns: rounds(50) },
  );
});

test('when nobody leaves, everybody who can be served is called', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = sampleDay(seed, { ...size, calm: true, rests: true });
      const { talks } = simulate(day, whomToCallNext);
      const held = new Set(talks.map(({ request }) => request));
      const open = day.facts.tables.some((_, table) => !day.facts.participants.some((one) => one.tables?.includes(table) === true));
      requestsOf(day).forEach(({ seated, rotating }, request) => {
        const [a, b] = [nth(day.facts.participants, seated), nth(day.facts.participants, rotating)];
        const helped =
          a.languages.length === 0 ||
          b.languages.length === 0 ||
          a.languages.some((one) => b.languages.includes(one)) ||
          day.facts.interpreters.some((one) => one.table === null);
        if (helped && (a.tables !== null || open)) expect(held.has(request)).toBe(true);
      });
    }),
    { numRuns: rounds(60) },
  );
});

test('two who are free and could be seated are not kept apart for longer than half an hour', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const watched: Policy = (queue, now) => {
        const next = whomToCallNext(queue, now);
        for (const { request, reason } of next.waiting) {
          const wish = nth(queue.wishes, request);
          const since = Math.max(wish.since, ...sidesOf(queue, wish).map(({ freeSince }) => freeSince));
          if (reason.code === 'meetings.wait_kept_free') expect(now - since).toBeLessThan(30);
        }
        return next;
      };
      simulate(sampleDay(seed, size), watched);
    }),
    { numRuns: rounds(100) },
  );
});

test('the check rejects talks that are moved, doubled or held by somebody else', () => {
  fc.assert(
    fc.property(seeds, fc.nat(), fc.integer({ min: 0, max: 4 }), (seed, which, kind) => {
      const day = sampleDay(seed, size);
      const { talks } = simulate(day, whomToCallNext);
      fc.pre(talks.length > 1);
      const index = which % talks.length;
      const talk = nth(talks, index);
      const mutants: readonly Talk[] = [
        { ...talk, endsAt: talk.endsAt + 1 },
        { ...talk, calledAt: 60, endsAt: talk.endsAt - talk.calledAt + 60 },
        { ...talk, request: nth(talks, (index + 1) % talks.length).request },
        { ...talk, table: 99 },
        { ...talk, interpreter: talk.interpreter === null ? 0 : null },
      ];
      expect(faultsOf(day, talks.with(index, nth(mutants, kind)))).not.toEqual([]);
    }),
    { numRuns: rounds(300) },
  );
});
