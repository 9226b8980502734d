import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsIn } from '#platform/files/zip-fixture.ts';
import { checkEvent } from '../domain/file/check.ts';
import type { EventFile } from '../domain/file/edition-file.ts';
import { arbitraryEvent, emptyEvent } from './arbitrary-edition.ts';
import { readEventBytes, writeEventBytes, type EventFormat } from './edition-bytes.ts';
import type { SheetLanguage } from './tables/layout.ts';

const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
const read = async (bytes: Uint8Array, fileName: string, existing: EventFile = emptyEvent) => {
  const answer = await readEventBytes({ bytes, fileName, existing, editionOf: 'file', way: 'replace', day });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};
const thereAndBack = async (event: EventFile, format: EventFormat, language: SheetLanguage) =>
  (await read((await writeEventBytes({ event, format, language, table: null })).bytes, `event.${format}`)).event;

test('random events are sound', () => {
  fc.assert(
    fc.property(arbitraryEvent, (event) => {
      expect(checkEvent(event)).toEqual({ ok: true, value: event });
    }),
  );
});

test('an event comes back equal from a workbook, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEvent, fc.constantFrom<SheetLanguage>('en', 'zh-Hans'), async (event, language) => {
      expect(await thereAndBack(event, 'xlsx', language)).toEqual(event);
    }),
    { numRuns: 25 },
  );
});

test('an event comes back equal from separated text, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEvent, fc.constantFrom<SheetLanguage>('en', 'zh-Hans'), async (event, language) => {
      expect(await thereAndBack(event, 'csv', language)).toEqual(event);
    }),
    { numRuns: 60 },
  );
});

test('no cell of separated text begins like a formula, and no workbook holds one', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryEvent, async (event) => {
      const { bytes } = await writeEventBytes({ event, format: 'csv', language: 'en', table: null });
      expect(
        parse(bytes, { bom: true })
          .flat()
          .filter((cell) => /^\s*[=+\-@＝]|^[\t\r]/.test(cell)),
      ).toEqual([]);
      const workbook = await writeEventBytes({ event, format: 'xlsx', language: 'en', table: null });
      const { cells, live } = await cellsIn(workbook.bytes);
      expect([live, cells > 0]).toEqual([[], true]);
    }),
    { numRuns: 10 },
  );
});

test('one table alone is written and read, the others stay those of the edition', async () => {
  const [event] = fc.sample(arbitraryEvent, { numRuns: 1, seed: 7 });
  if (event === undefined) throw new Error('no event');
  const { bytes } = await writeEventBytes({ event, format: 'csv', language: 'zh-Hans', table: 'participants' });
  const back = await read(bytes, 'participants.csv', event);
  // Of names drawn by chance some are the same, and told as such.
  expect(back).toMatchObject({ event, format: 'csv', tables: ['participants'], ignored: [] });
});

const forum = new URL('../../../../../shared/data/b2b/forum-13.original.dzn', import.meta.url);

test.skipIf(!existsSync(forum))('the real forum goes from its file through workbook and separated text and back, equal', async () => {
  const original = await read(readFileSync(forum), 'forum-13.original.dzn');
  expect(original.tables).toContain('requests');
  const { event } = original;
  expect({
    participants: event.participants.length,
    requests: event.requests.length,
    slots: event.slots.length,
    tables: event.tables.length,
  }).toEqual({ participants: 70, requests: 154, slots: 21, tables: 14 });
  expect(await thereAndBack(event, 'xlsx', 'zh-Hans')).toEqual(event);
  expect(await thereAndBack(event, 'csv', 'en')).toEqual(event);
  const again = await writeEventBytes({ event, format: 'dzn', language: 'en', table: null });
  expect(again.lost).toEqual([]);
  expect((await read(again.bytes, 'again.dzn')).event).toEqual(event);
});
