import { expect, test } from 'vitest';
import { daysAfterReading } from './days.ts';
import type { EditionFile, EditionParts } from './edition-file.ts';
import { emptyFile } from './file-fixture.ts';

const edition = (firstDay: string, lastDay: string) => ({ name: {}, venue: {}, timeZone: 'Asia/Shanghai', firstDay, lastDay });
const existing: EditionFile = { ...emptyFile, edition: edition('2026-11-06', '2026-11-07') };
const slots = (...dates: readonly string[]) =>
  dates.map((date, at) => ({ number: at + 1, date, start: '09:00', end: '09:20', session: 1 }));
const after = (parts: EditionParts) => Object.values(daysAfterReading(existing, parts)).join(' ');

test('days that hold every slot of the file stay, whatever the file says of its own', () => {
  expect(after({ slots: slots('2026-11-07') })).toBe('2026-11-06 2026-11-07');
  expect(after({ slots: slots('2026-11-06'), edition: edition('2026-11-01', '2026-11-30') })).toBe('2026-11-06 2026-11-07');
  expect(after({ edition: edition('2026-12-01', '2026-12-01') })).toBe('2026-11-06 2026-11-07');
});

test('slots of other days bring the days that their file states, or their own where it states none', () => {
  expect(after({ slots: slots('2026-11-27'), edition: edition('2026-11-26', '2026-11-28') })).toBe('2026-11-26 2026-11-28');
  expect(after({ slots: slots('2026-11-28', '2026-11-27') })).toBe('2026-11-27 2026-11-28');
  expect(after({ slots: slots('2026-11-27'), edition: edition('2026-11-06', '2026-11-07') })).toBe('2026-11-27 2026-11-27');
});

test('one slot elsewhere, an unreadable day or a span of a year moves nothing', () => {
  expect(after({ slots: slots('2026-11-06', '2026-12-06') })).toBe('2026-11-06 2026-11-07');
  expect(after({ slots: slots('2026-11-27', 'soon') })).toBe('2026-11-06 2026-11-07');
  expect(after({ slots: slots('2026-11-27', '2027-11-27') })).toBe('2026-11-06 2026-11-07');
});
