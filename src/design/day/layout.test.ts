import { expect, test } from 'vitest';
import fc from 'fast-check';
import { layOut, scaleOf } from './layout.ts';

const at = (clock: string): number => Date.parse(`2019-11-06T${clock}:00Z`);
const span = { start: at('09:30'), end: at('12:00') };

test('the step meets every edge', () => {
  expect(scaleOf(span, [{ start: at('09:50'), end: at('10:10') }], 30)).toMatchObject({ step: 600_000, steps: 15 });
  expect(scaleOf(span, [{ start: at('09:45'), end: at('10:10') }], 30)).toMatchObject({ step: 300_000, steps: 30 });
});

test('the ruler begins with the part of an hour and goes on by full hours of the venue', () => {
  expect(scaleOf(span, [], 30).hours).toEqual([
    { start: at('09:30'), steps: 1 },
    { start: at('10:00'), steps: 2 },
    { start: at('11:00'), steps: 2 },
  ]);
  // In India 09:30 UTC is 15:00.
  expect(scaleOf(span, [], 0).hours.map(({ start }) => start)).toEqual([at('09:30'), at('10:30'), at('11:30')]);
});

test('a line shows blocks, hours and breaks from left to right', () => {
  const breaks = [{ start: at('11:00'), end: at('11:30') }];
  const block = { start: at('09:50'), end: at('10:10') };
  const scale = scaleOf(span, [block, ...breaks], 30);
  expect(layOut(scale, [block], breaks)).toEqual([
    { at: 0, steps: 2, onHour: true, shut: false },
    { at: 2, steps: 2, onHour: false, shut: false, block },
    { at: 4, steps: 5, onHour: false, shut: false },
    { at: 9, steps: 3, onHour: true, shut: true },
    { at: 12, steps: 3, onHour: false, shut: false },
  ]);
});

test('whatever the blocks, a line fills the ruler exactly', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -20, max: 170 }), fc.integer({ min: 1, max: 60 })), { maxLength: 8 });
  fc.assert(
    fc.property(spans, spans, (blocks, breaks) => {
      const toSpan = ([from, minutes]: readonly [number, number]) => ({
        start: span.start + from * 60_000,
        end: span.start + (from + minutes) * 60_000,
      });
      const [lines, pauses] = [blocks.map(toSpan), breaks.map(toSpan)];
      const scale = scaleOf(span, [...lines, ...pauses], 30);
      const laid = layOut(scale, lines, pauses);
      expect(laid.reduce((sum, { steps }) => sum + steps, 0)).toBe(scale.steps);
      expect(laid.every(({ steps }) => steps > 0)).toBe(true);
    }),
  );
});
