import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps } from '#kernel/intervals.ts';
import { generateSlots, inOrderOfTime, slotProblems, type SlotPattern } from './slots.ts';
import { editionSpan, venueClock } from './venue-time.ts';

const bounds = { start: 0, end: 1000 };
const slot = (start: number, end: number, session = 1) => ({ start, end, session });

test('accepts slots of unequal length that touch', () => {
  expect(slotProblems([slot(0, 100), slot(100, 130), slot(500, 1000, 2)], bounds)).toEqual([]);
});

test('names all that is wrong at once: backward, outside, overlapping', () => {
  expect(slotProblems([slot(0, 100), slot(50, 150), slot(300, 300), slot(900, 1001), slot(-5, 0)], bounds)).toEqual([
    { path: ['slots', 2, 'endsAt'], code: 'expos.slot_ends_before_start' },
    { path: ['slots', 3, 'startsAt'], code: 'expos.slot_outside_edition' },
    { path: ['slots', 4, 'startsAt'], code: 'expos.slot_outside_edition' },
    { path: ['slots', 1], code: 'expos.slot_overlaps', params: { other: 1 } },
  ]);
});

test('sees a short slot inside a long one, past another that ended', () => {
  expect(slotProblems([slot(0, 500), slot(10, 20), slot(400, 450)], bounds).map(({ path }) => path[1])).toEqual([1, 2]);
});

test('refuses more slots than an edition may have, without looking further', () => {
  const many = Array.from({ length: 501 }, () => slot(5, 1));
  expect(slotProblems(many, bounds)).toEqual([{ path: ['slots'], code: 'expos.too_many_slots', params: { max: 500 } }]);
});

test('reports an overlap exactly where a slot begins inside another', () => {
  const anySlot = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 15 }))
    .map(([start, length]) => slot(start, start + length));
  fc.assert(
    fc.property(fc.array(anySlot, { maxLength: 12 }), (slots) => {
      const reported = slotProblems(slots, bounds).map(({ path }) => path[1]);
      const expected = slots.flatMap((s, i) =>
        slots.some((t, j) => overlaps(s, t) && (t.start < s.start || (t.start === s.start && j < i))) ? [i] : [],
      );
      expect(new Set(reported)).toEqual(new Set(expected));
    }),
  );
});

const shanghai: SlotPattern = {
  timeZone: 'Asia/Shanghai',
  days: ['2019-11-06'],
  day: { start: '09:30', end: '15:00' },
  lengthMinutes: 25,
  pauseMinutes: 5,
  breaks: [{ start: '12:00', end: '13:30' }],
};
const slotsOf = (pattern: SlotPattern) => {
  const result = generateSlots(pattern);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const timesOf = (pattern: SlotPattern) => slotsOf(pattern).map((s) => `${venueClock(pattern.timeZone, s.start).time}/${s.session}`);

test('cuts a day into slots around the break, a new session after it', () => {
  expect(timesOf(shanghai)).toEqual(['09:30/1', '10:00/1', '10:30/1', '11:00/1', '11:30/1', '13:30/2', '14:00/2', '14:30/2']);
  expect(slotsOf(shanghai)[0]).toEqual({ start: Date.parse('2019-11-06T01:30:00Z'), end: Date.parse('2019-11-06T01:55:00Z'), session: 1 });
});

test('needs no pause after the last slot before a break', () => {
  expect(timesOf({ ...shanghai, day: { start: '11:30', end: '12:25' }, breaks: [] })).toEqual(['11:30/1', '12:00/1']);
});

test('counts sessions only where there are slots', () => {
  expect(timesOf({ ...shanghai, day: { start: '12:00', end: '14:00' } })).toEqual(['13:30/1']);
});

test('keeps the real length of slots on the day the clock changes', () => {
  const night = {
    ...shanghai,
    timeZone: 'America/Los_Angeles',
    days: ['2024-11-03'],
    day: { start: '00:00', end: '04:00' },
    breaks: [],
    lengthMinutes: 60,
    pauseMinutes: 0,
  };
  expect(slotsOf(night)).toHaveLength(5);
  expect(slotsOf({ ...night, days: ['2024-03-10'] })).toHaveLength(3);
});

test('refuses a pattern with all its contradictions at once', () => {
  const wrong = {
    ...shanghai,
    day: { start: '15:00', end: '09:00' },
    lengthMinutes: 0,
    pauseMinutes: -1,
    breaks: [
      { start: '12:00', end: '13:00' },
      { start: '12:30', end: '12:10' },
      { start: '12:59', end: '14:00' },
    ],
  };
  expect(generateSlots(wrong)).toEqual({
    ok: false,
    refusal: {
      kind: 'invalid',
      code: 'kernel.invalid_input',
      params: { count: 5 },
      problems: [
        { path: ['day', 'end'], code: 'expos.day_ends_before_start' },
        { path: ['lengthMinutes'], code: 'expos.length_not_positive' },
        { path: ['pauseMinutes'], code: 'expos.pause_negative' },
        { path: ['breaks', 1, 'end'], code: 'expos.break_ends_before_start' },
        { path: ['breaks', 2], code: 'expos.break_overlaps', params: { other: 1 } },
      ],
    },
  });
});

test('refuses a day without room, and a day with too much of it', () => {
  expect(generateSlots({ ...shanghai, lengthMinutes: 400 })).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'expos.no_slot_fits' }] },
  });
  expect(generateSlots({ ...shanghai, day: { start: '00:00', end: '23:00' }, lengthMinutes: 1, pauseMinutes: 0 })).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'expos.too_many_slots' }] },
  });
});

test('a break that the change of the clock turns over, or lays over another, makes no slots overlap', () => {
  const morning = {
    ...shanghai,
    timeZone: 'Europe/London',
    days: ['2024-03-31'],
    day: { start: '00:00', end: '06:00' },
    lengthMinutes: 10,
    pauseMinutes: 0,
  };
  const spans = [
    [{ start: '01:50', end: '02:05' }],
    [
      { start: '01:10', end: '01:50' },
      { start: '02:15', end: '02:30' },
    ],
  ];
  for (const breaks of spans) {
    const slots = slotsOf({ ...morning, breaks });
    expect(slots.filter((slot, at) => slot.start < (slots[at - 1]?.end ?? 0))).toEqual([]);
  }
});

test('every generated list is right, equal in length, inside the day and outside the breaks', () => {
  const clock = fc
    .integer({ min: 0, max: 23 * 60 + 59 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const span = fc.tuple(clock, clock).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
  const pattern = fc.record({
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/Los_Angeles', 'Australia/Lord_Howe'),
    days: fc.constantFrom(['2024-03-31'], ['2024-11-03', '2024-11-04'], ['2024-04-07']),
    day: span,
    lengthMinutes: fc.integer({ min: 5, max: 90 }),
    pauseMinutes: fc.integer({ min: 0, max: 30 }),
    breaks: fc.array(span, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(pattern, (p) => {
      const result = generateSlots(p);
      if (!result.ok) return;
      const [firstDay = '', lastDay = firstDay] = [p.days[0], p.days.at(-1)];
      const edition = editionSpan({ timeZone: p.timeZone, firstDay, lastDay });
      expect(slotProblems(result.value, edition)).toEqual([]);
      expect(inOrderOfTime(result.value)).toEqual(result.value);
      for (const s of result.value) {
        expect(s.end - s.start).toBe(p.lengthMinutes * 60_000);
        expect(contains(edition, s)).toBe(true);
      }
    }),
  );
});

test('no generated slot overlaps a break where the clock does not change', () => {
  const minutes = fc.integer({ min: 0, max: 1439 });
  const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  const start = Date.parse('2019-11-05T16:00:00Z');
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 5, max: 60 }), (a, b, lengthMinutes) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const result = generateSlots({
        ...shanghai,
        day: { start: '00:00', end: '23:59' },
        lengthMinutes,
        pauseMinutes: 0,
        breaks: [{ start: clock(from), end: clock(to) }],
      });
      if (!result.ok) return;
      const pause = { start: start + from * 60_000, end: start + to * 60_000 };
      expect(result.value.some((s) => overlaps(s, pause))).toBe(false);
    }),
  );
});
