import { expect, test } from 'vitest';
import { planGreedily } from './engines/greedy.ts';
import type { Facts, Placement } from './model.ts';
import { randomFrom } from './random.ts';
import { repair, type Repair } from './repair.ts';
import type { Change, Moment } from './repair-change.ts';
import { randomChange } from './changes-fixture.ts';
import { factsFrom, placed, randomFacts, slotsOf } from './facts-fixture.ts';
import { validate } from './validate.ts';
import { violationsOf } from './verify.ts';

const morning: Moment = { day: 0, minute: 0 };

const repaired = (facts: Facts, placements: readonly Placement[], change: Change, now = morning): Repair => {
  const answer = repair(facts, placements, [change], now);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};

const plain = { id: 'new', weight: 1, must: false, allowedSlots: null, pinnedSlot: null, pinnedPlace: null, lengthSlots: 1 };
const people = [{}, {}, {}, {}];
const pairs = [{ participants: [0, 1] }, { participants: [2, 3] }, { participants: [0, 2] }];

test('who does not come any more has their remaining meetings cancelled; what has begun stays', () => {
  const facts = factsFrom({ participants: people, meetings: pairs });
  const before = [placed(0, 0, 0), placed(1, 0, 1), placed(2, 2, 0)];
  const after = repaired(facts, before, { kind: 'no_show', participant: 0, from: 0 }, { day: 0, minute: 545 });
  expect(after).toMatchObject({ moved: [], fewestMoved: 0, cancelled: [2], unheld: [], running: [] });
  expect(after.placements).toEqual(before.slice(0, 2));
  expect(after.facts.participants[0]?.unavailableSlots).toEqual([1, 2, 3]);
});

test('who comes late is met later, and nobody else moves', () => {
  const facts = factsFrom({ participants: people, meetings: pairs });
  const before = [placed(0, 0, 0), placed(1, 0, 1), placed(2, 1, 0)];
  const after = repaired(facts, before, { kind: 'late', participant: 1, slots: [0] });
  expect(after).toMatchObject({ moved: [0], fewestMoved: 1, cancelled: [], unheld: [] });
  expect(after.placements).toEqual([placed(0, 2, 0), ...before.slice(1)]);
});

test('whose stand is withdrawn for good is met at open tables', () => {
  const participants = [{ ownPlace: 0 }, {}, {}, {}];
  const facts = factsFrom({ participants, meetings: pairs, places: [{ owner: 0 }, {}] });
  const before = [placed(0, 0, 0), placed(1, 0, 1), placed(2, 1, 0)];
  const after = repaired(facts, before, { kind: 'place_withdrawn', place: 0, slots: null });
  expect(after).toMatchObject({ moved: [0, 2], fewestMoved: 2, unheld: [] });
  expect(after.placements).toEqual([placed(0, 1, 1), placed(1, 0, 1), placed(2, 2, 1)]);
});

test('a withdrawn table: the meeting keeps its time at another table', () => {
  const facts = factsFrom({ participants: people, meetings: pairs, places: [{}, {}, {}] });
  const before = [placed(0, 0, 0), placed(1, 0, 1), placed(2, 1, 0)];
  const after = repaired(facts, before, { kind: 'place_withdrawn', place: 1, slots: null });
  expect(after.placements).toEqual([before[0], placed(1, 0, 2), before[2]]);
});

test('a meeting under way at a table that is withdrawn goes on, and is named', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1], lengthSlots: 2 }] });
  const before = [placed(0, 0, 0)];
  const after = repaired(facts, before, { kind: 'place_withdrawn', place: 0, slots: null }, { day: 0, minute: 550 });
  expect(after).toMatchObject({ placements: before, moved: [], unheld: [], running: [0] });
});

test('an added meeting moves the one other that has to make room', () => {
  const facts = factsFrom({ slots: slotsOf(2), participants: people, meetings: [{ participants: [0, 1] }] });
  const away = { ...facts, participants: facts.participants.map((one, index) => (index === 3 ? { ...one, unavailableSlots: [0] } : one)) };
  const before = [placed(0, 1, 0)];
  const after = repaired(away, before, { kind: 'added', meeting: { ...plain, participants: [0, 3] } });
  expect(after).toMatchObject({ moved: [0], fewestMoved: 1, unheld: [] });
  expect(after.placements).toEqual([placed(0, 0, 0), placed(1, 1, 0)]);
});

test('a closed slot without room elsewhere: the must is held in the room of a want, and both are told of', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: people,
    meetings: [{ participants: [0, 1], must: true }, { participants: [0, 2] }],
  });
  const after = repaired(facts, [placed(0, 0, 0), placed(1, 1, 0)], { kind: 'slot_closed', slot: 0 });
  expect(after.placements).toEqual([placed(0, 1, 0)]);
  expect(after.unheld.map(({ meeting, reasons }) => [meeting, reasons.map(({ code }) => code)])).toEqual([
    [1, ['meetings.blocked_places_closed', 'meetings.blocked_seats_taken']],
  ]);
});

test('what is pinned stays, even where moving it would help', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{}, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }],
  });
  const before = [{ ...placed(0, 1, 0), pinned: true }, placed(1, 0, 0)];
  const after = repaired(facts, before, { kind: 'late', participant: 2, slots: [0] });
  expect(after.placements).toEqual([before[0]]);
  expect(after.unheld.map(({ meeting }) => meeting)).toEqual([1]);
});

test('changes that refer to nothing are refused, all at once', () => {
  const facts = factsFrom({ participants: people, meetings: pairs });
  const answer = repair(
    facts,
    [],
    [
      { kind: 'no_show', participant: 9, from: -1 },
      { kind: 'late', participant: 0, slots: [0, 4.5] },
      { kind: 'place_withdrawn', place: NaN, slots: [7] },
      { kind: 'slot_closed', slot: 4 },
      { kind: 'added', meeting: { ...plain, participants: [0, 0, 8], lengthSlots: -1, weight: NaN } },
    ],
    morning,
  );
  expect(answer.ok ? [] : answer.refusal.problems?.map(({ path, code }) => [path.join('.'), code.replace('meetings.facts_', '')])).toEqual([
    ['0.participant', 'unknown_participant'],
    ['0.from', 'unknown_slot'],
    ['1.slots.1', 'unknown_slot'],
    ['2.place', 'unknown_place'],
    ['2.slots.0', 'unknown_slot'],
    ['3.slot', 'unknown_slot'],
    ['4.meeting.participants.2', 'unknown_participant'],
    ['4.meeting.participants.1', 'doubled_participant'],
    ['4.meeting.lengthSlots', 'bad_number'],
    ['4.meeting.weight', 'bad_number'],
  ]);
});

/** A random plan and a random change to it; null where the facts contradict themselves. */
const drawn = (seed: number, size: Parameters<typeof randomFacts>[1]) => {
  const random = randomFrom(seed);
  const facts = randomFacts(random, size);
  if (!validate(facts).ok) return null;
  const before = planGreedily(facts, { seed, iterations: 100, patience: 60 }).placements;
  const { change, now } = randomChange(facts, random);
  return { facts, before, now, change, after: repaired(facts, before, change, now) };
};

test('a repaired plan breaks no rule, keeps what has begun and what is pinned, and loses nothing untold', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const one = drawn(seed, { people: 8, meetings: 20, slots: 8, places: 3 });
    if (one === null) continue;
    const { before, after, facts, change, now } = one;
    const broken = violationsOf(after.facts, after.placements).filter(
      ({ meetings }) => !meetings.some((meeting) => after.running.includes(meeting)),
    );
    expect(broken, `seed ${seed}`).toEqual([]);
    const at = new Map(after.placements.map((placement) => [placement.meeting, placement]));
    const told = new Set([...after.cancelled, ...after.unheld.map(({ meeting }) => meeting)]);
    for (const placement of before) {
      const begun = (facts.slots[placement.slot]?.startMinute ?? 0) < now.minute;
      const now_ = at.get(placement.meeting);
      if (begun) expect(now_).toEqual(placement);
      if (placement.pinned && now_ !== undefined) expect([now_.slot, now_.pinned]).toEqual([placement.slot, true]);
      expect(now_ === undefined).toBe(told.has(placement.meeting));
      if (now_ !== undefined) expect(after.moved.includes(placement.meeting)).toBe(JSON.stringify(now_) !== JSON.stringify(placement));
    }
    for (const { reasons } of after.unheld) expect(reasons.map(({ code }) => code)).not.toContain('meetings.blocked_free');
    expect(after.fewestMoved).toBeLessThanOrEqual(after.moved.length);
    expect(repaired(facts, before, change, now)).toEqual(after);
  }
});
