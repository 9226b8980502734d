import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { planGreedily } from './engines/greedy.ts';
import { explainer, type Explanation } from './explain.ts';
import type { Facts, Placement } from './model.ts';
import { randomFrom } from './random.ts';
import { factsFrom, placed, randomFacts, slotsOf } from './facts-fixture.ts';
import { applied } from './helps-fixture.ts';
import { validate } from './validate.ts';

const said = ({ reasons, helps }: Explanation): unknown => ({
  reasons: reasons.map(({ code, params }) => [code.replace('meetings.', ''), params]),
  helps: helps.map((changes) => changes.map(({ code, params }) => [code.replace('meetings.', ''), params])),
});

const people = [{}, {}, {}, {}];
const meetings = [{ participants: [0, 1] }, { participants: [0, 2], must: true }, { participants: [1, 3] }];

test('two people who are never free together: an own seat, a slot or another place for a third meeting would help', () => {
  const facts = factsFrom({ slots: slotsOf(2), participants: people, meetings });
  expect(said(explainer(facts, [placed(1, 0, 0), placed(2, 1, 0)])(0))).toEqual({
    reasons: [
      ['blocked_no_common_slot', { participant: 'p0', other: 'p1', free: 1, otherFree: 1 }],
      ['blocked_seats_taken', { participant: 'p0', slots: 1, musts: 1 }],
      ['blocked_seats_taken', { participant: 'p1', slots: 1, musts: 0 }],
    ],
    helps: [
      [['help_move', { meeting: 'm1', slot: 's0', toSlot: 's1' }]],
      [['help_add_seat', { participant: 'p0', slot: 's0', seats: 2 }]],
      [['help_add_seat', { participant: 'p1', slot: 's1', seats: 2 }]],
    ],
  });
});

test('all tables taken, and nobody could move: one more table', () => {
  const facts = factsFrom({
    slots: slotsOf(1),
    participants: people,
    meetings: [{ participants: [0, 1] }, { participants: [2, 3] }],
    places: [{}],
  });
  expect(said(explainer(facts, [placed(1, 0)])(0))).toEqual({
    reasons: [['blocked_places_full', { slots: 1 }]],
    helps: [[['help_add_table', { slot: 's0' }]]],
  });
});

test('outside the session asked for, and away within it', () => {
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{ unavailableSlots: [0] }, {}],
    meetings: [{ participants: [0, 1], allowedSlots: [0] }],
  });
  expect(said(explainer(facts, [])(0))).toEqual({
    reasons: [
      ['blocked_slots_not_allowed', { slots: 2 }],
      ['blocked_unavailable', { participant: 'p0', slots: 1 }],
    ],
    helps: [[['help_free_slot', { participant: 'p0', slot: 's0' }]], [['help_allow_slot', { meeting: 'm0', slot: 's1' }]]],
  });
});

test('as many meetings as allowed', () => {
  const facts = factsFrom({ participants: [{ maxMeetings: 1 }, {}, {}, {}], meetings });
  expect(said(explainer(facts, [placed(1, 0)])(0))).toEqual({
    reasons: [['blocked_max_meetings', { participant: 'p0', max: 1 }]],
    helps: [[['help_raise_limit', { participant: 'p0', max: 2 }]]],
  });
});

test('no interpreter at all, none free, and none with rest left', () => {
  const spoken = [{ languages: ['zh'] }, { languages: ['en'] }, { languages: ['zh'] }, { languages: ['en'] }];
  const wanted = [{ participants: [0, 1] }, { participants: [2, 3] }];
  const without = factsFrom({ slots: slotsOf(1), participants: spoken, meetings: wanted });
  expect(said(explainer(without, [])(0))).toEqual({
    reasons: [['blocked_no_such_interpreter', { languages: 'en, zh' }]],
    helps: [[['help_add_interpreter', { slot: 's0', languages: 'en, zh' }]]],
  });
  const rest = { longestMinutes: 30, restMinutes: 15, standing: [] };
  const tired = factsFrom({ slots: slotsOf(2), participants: spoken, meetings: wanted, resources: [{ languages: ['en', 'zh'], rest }] });
  expect(said(explainer(tired, [placed(1, 0, 0, 0)])(0))).toMatchObject({
    reasons: [
      ['blocked_no_interpreter', { slots: 1, languages: 'en, zh' }],
      ['blocked_no_rested_interpreter', { slots: 1, languages: 'en, zh' }],
    ],
  });
  const busy = factsFrom({ slots: slotsOf(1), participants: spoken, meetings: wanted, resources: [{ languages: ['en', 'zh'] }] });
  expect(said(explainer(busy, [placed(1, 0, 0, 0)])(0))).toEqual({
    reasons: [['blocked_no_interpreter', { slots: 1, languages: 'en, zh' }]],
    helps: [[['help_add_interpreter', { slot: 's0', languages: 'en, zh' }]]],
  });
});

test('a stand that is closed and then taken', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{ seats: 2, ownPlace: 0 }, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2], allowedSlots: [1] }],
    places: [{ owner: 0, closedSlots: [0] }, {}],
  });
  expect(said(explainer(facts, [placed(1, 1, 0)])(0))).toEqual({
    reasons: [['blocked_stand_full', { place: 't0', slots: 2 }]],
    helps: [[['help_open_place', { place: 't0', slot: 's0' }]]],
  });
});

test('the order of two meetings, and a session too short', () => {
  const facts = factsFrom({ slots: slotsOf(2), participants: people, meetings, precedences: [{ earlier: 2, later: 0 }] });
  expect(said(explainer(facts, [placed(2, 1)])(0))).toEqual({
    reasons: [['blocked_order', { earlier: 'm2', later: 'm0', slots: 2 }]],
    helps: [[['help_move', { meeting: 'm2', slot: 's1', toSlot: 's0' }]], [['help_drop_order', { earlier: 'm2', later: 'm0' }]]],
  });
  const long = factsFrom({ slots: slotsOf(2), participants: people, meetings: [{ participants: [0, 1], lengthSlots: 3 }] });
  expect(said(explainer(long, [])(0))).toEqual({
    reasons: [['blocked_runs_over', { slots: 2, length: 3 }]],
    helps: [[['help_shorten', { meeting: 'm0', length: 2 }]]],
  });
});

test('says where it fits when nothing stands in the way', () => {
  const facts = factsFrom({ participants: people, meetings });
  expect(said(explainer(facts, [placed(1, 0, 0)])(0))).toEqual({ reasons: [['blocked_free', { slot: 's1', place: 't0' }]], helps: [] });
});

test('every help offered would indeed place the meeting', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = randomFacts(randomFrom(seed), { people: 6, meetings: 16, slots: 6, places: 2 });
      if (!validate(facts).ok) return;
      const { placements } = planGreedily(facts, { seed, iterations: 0, patience: 20 });
      const why = explainer(facts, placements);
      const held = new Set(placements.map(({ meeting }) => meeting));
      facts.meetings.forEach((_, meeting) => {
        if (held.has(meeting)) return;
        const { helps, reasons } = why(meeting);
        expect(reasons.length).toBeGreaterThan(0);
        expect(helps.length).toBeGreaterThan(0);
        for (const changes of helps) {
          let state: readonly [Facts, readonly Placement[]] = [facts, placements];
          for (const change of changes) {
            state = applied(state[0], state[1], meeting, change);
            seen.set(change.code, (seen.get(change.code) ?? 0) + 1);
          }
          expect(
            explainer(state[0], state[1])(meeting).reasons.map(({ code }) => code),
            JSON.stringify(changes),
          ).toEqual(['meetings.blocked_free']);
        }
      });
    }),
    { seed: 20_191_105, numRuns: rounds(200) },
  );
  expect([...seen.keys()].length).toBeGreaterThan(6);
});
