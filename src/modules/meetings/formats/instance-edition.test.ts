import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Instance } from '#scheduler/core/dzn/instance.ts';
import { readDzn } from '#scheduler/core/dzn/read-dzn.ts';
import { checkFile } from '../domain/file/check.ts';
import { fileLimits } from '../domain/file/rules.ts';
import { noReach } from '../domain/file/edition-file.ts';
import { withParts } from '../domain/file/replacing.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { instanceOfFile, partsOfInstance, slotsOfDay } from './instance-edition.ts';

const folder = new URL('../../../../../shared/data/b2b/', import.meta.url);
const published = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.dzn')) : [];
const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
const small: Instance = {
  participants: 3,
  tables: 2,
  slots: 4,
  morningSlots: 2,
  meetings: [
    { from: 1, to: 2, session: 1 },
    { from: 2, to: 1, session: 3 },
  ],
  forbidden: [[], [2, 4], []],
  fixed: [0, 3],
  precedences: [[], [1]],
};

test('an instance becomes a sound edition and comes back equal, reversed pairs included', () => {
  const parts = partsOfInstance(small, { slots: [], day });
  if (!parts.ok) throw new Error('refused');
  const edition = withParts(emptyFile, parts.value);
  expect(checkFile(edition)).toEqual({ ok: true, value: edition });
  expect(instanceOfFile(edition)).toEqual({ instance: small, lost: [] });
});

test.skipIf(published.length === 0)('all 63 published instances become sound editions and come back equal', () => {
  for (const name of published) {
    const read = readDzn(readFileSync(new URL(name, folder), 'utf8'), name, fileLimits.rows);
    if (!read.ok) throw new Error(name);
    const parts = partsOfInstance(read.value, { slots: [], day });
    if (!parts.ok) throw new Error(name);
    const edition = withParts(emptyFile, parts.value);
    expect(checkFile(edition), name).toMatchObject({ ok: true });
    expect(instanceOfFile(edition).instance, name).toEqual(read.value);
  }
});

test('slots keep the times of the edition when they are as many with the same sessions', () => {
  const own = slotsOfDay({ ...day, firstStart: '13:00', minutes: 45 }, 4, 2);
  if (!own.ok) throw new Error('refused');
  expect(partsOfInstance(small, { slots: own.value, day })).toMatchObject({ value: { slots: own.value } });
  expect(partsOfInstance(small, { slots: own.value.slice(1), day })).toMatchObject({
    value: { slots: [{ start: '09:00', end: '09:20' }, {}, {}, { end: '10:20', session: 2 }] },
  });
});

test('refuses a day that would run past midnight', () => {
  expect(partsOfInstance(small, { slots: [], day: { ...day, firstStart: '23:00' } })).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'meetings.dzn_day_too_short', params: { slots: 4, minutes: 20 } }] },
  });
});

test('says what the format cannot carry', () => {
  const parts = partsOfInstance(small, { slots: [], day });
  if (!parts.ok) throw new Error('refused');
  const edition = withParts(emptyFile, {
    ...parts.value,
    interpreters: [{ name: 'Lin', languages: ['en', 'zh-Hans'], ...noReach }],
    tables: [{ number: 1, hall: '', seats: 2, closedSlots: [1] }],
  });
  expect(instanceOfFile(edition).lost).toEqual(['meetings.dzn_loses_closed_tables', 'meetings.dzn_loses_interpreters']);
});
