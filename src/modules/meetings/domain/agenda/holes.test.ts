import { expect, test } from 'vitest';
import { holesOf, slotsToFill, whyNot } from './holes.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const edition = smallEdition();
const held = (meetingId: string, slotId: string, placeId: string, a: string, b: string) => {
  const slot = edition.slots.find((s) => s.id === slotId) ?? { start: 0, end: 0 };
  return { ...placedAt(meetingId, slotId, placeId), start: slot.start, end: slot.end, a, b };
};
const occupation = (placed: readonly ReturnType<typeof held>[]) => ({
  meetings: placed.flatMap(({ start, end, a, b }) => [a, b].map((participantId) => ({ participantId, start, end }))),
  taken: Object.fromEntries(
    [...Map.groupBy(placed, ({ slotId }) => slotId)].map(([slotId, all]) => [slotId, all.map(({ placeId }) => placeId)]),
  ),
});

test('a hole is a slot in which we and somebody of our open meetings are free, with a place', () => {
  const placed = [held('m2', 's2', 't1', 'E01', 'B02'), held('m3', 's3', 't1', 'E02', 'B01')];
  const open = [meetingOf(1, 'E01', 'B01', { wishOfA: null, wishOfB: 'want' })];
  expect(
    holesOf(edition, { ...occupation(placed), now: 0 }, open, ['E01'])
      .get('E01')
      ?.map((h) => [h.slotId, h.candidates[0]?.placeId, h.candidates[0]?.canTake]),
  ).toEqual([
    ['s1', 't1', true],
    ['s4', 't1', true],
  ]);
});

test('who was only asked by us is a candidate that cannot be taken at once, after those who asked', () => {
  const open = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E01', 'B02', { wishOfB: 'must' })];
  const [first] = holesOf(edition, { ...occupation([]), now: 0 }, open, ['E01']).get('E01') ?? [];
  expect(first?.candidates.map((c) => [c.participantId, c.asked, c.canTake])).toEqual([
    ['B02', 'both', true],
    ['B01', 'we', false],
  ]);
});

test('without a common language a free interpreter is named; without one there is no hole', () => {
  const chinese = smallEdition({ B01: { languages: ['zh'] } });
  const open = [meetingOf(1, 'E01', 'B01', { wishOfB: 'want' })];
  const first = (facts: typeof chinese) => holesOf(facts, { ...occupation([]), now: 0 }, open, ['E01']).get('E01')?.[0]?.candidates[0];
  expect(first(chinese)).toMatchObject({ interpreterId: 'i1', unspoken: false, canTake: true });
  expect(first({ ...chinese, interpreters: [] })).toBeUndefined();
});

test('respects absence, the session asked for and the limit of meetings', () => {
  const open = [meetingOf(1, 'E01', 'B01', { wishOfB: 'want', session: 2 })];
  const slots = (more: Parameters<typeof smallEdition>[0]) =>
    holesOf(smallEdition(more), { ...occupation([held('m9', 's1', 't1', 'E01', 'B02')]), now: 0 }, open, ['E01'])
      .get('E01')
      ?.map((h) => h.slotId);
  expect(slots({})).toEqual(['s3', 's4']);
  expect(slots({ B01: { away: [{ start: Date.UTC(2019, 10, 6, 2), end: Date.UTC(2019, 10, 6, 2, 30), reason: '' }] } })).toEqual(['s4']);
  expect(slots({ E01: { maxMeetings: 1 } })).toEqual([]);
});

test('says why a meeting cannot be held in a slot', () => {
  const [slot] = edition.slots;
  const meeting = meetingOf(1, 'E01', 'B01');
  if (slot === undefined) throw new Error('no slot');
  expect(whyNot(edition, occupation([held('m2', 's1', 't1', 'E02', 'B01')]), meeting, slot)).toBe('seat');
  expect(whyNot(edition, occupation([held('m2', 's1', 't1', 'E02', 'B02')]), meeting, slot)).toBe('place');
});

test('a slot that has begun is no hole', () => {
  const open = [meetingOf(1, 'E01', 'B01', { wishOfB: 'want' })];
  const at = (now: number) =>
    holesOf(edition, { ...occupation([]), now }, open, ['E01'])
      .get('E01')
      ?.map((h) => h.slotId);
  const second = edition.slots[1]?.start ?? 0;
  expect(at(second - 1)).toEqual(['s2', 's3', 's4']);
  expect(at(second)).toEqual(['s3', 's4']);
});

test('only slots to come in which somebody has a seat free can be filled', () => {
  const [first, second] = edition.slots;
  const party = { id: 'E01', seats: 1, away: second === undefined ? [] : [{ start: second.start, end: second.end, reason: '' }] };
  const entry = { participantId: 'E01', start: edition.slots[2]?.start ?? 0, end: edition.slots[2]?.end ?? 0, cancelled: false };
  const fill = (entries: readonly (typeof entry)[], more: Partial<typeof party> = {}, now = 0) =>
    slotsToFill(edition.slots, [{ ...party, ...more }], entries, now).map(({ id }) => id);
  expect(fill([entry])).toEqual(['s1', 's4']);
  expect(fill([{ ...entry, cancelled: true }])).toEqual(['s1', 's3', 's4']);
  expect(fill([entry], { seats: 2 }, first?.start)).toEqual(['s3', 's4']);
});
