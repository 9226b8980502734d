import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '#kernel/language.ts';
import { cellsIn } from '#platform/files/zip-fixture.ts';
import { rounds } from '#platform/full-size.ts';
import { checkFile } from '../domain/file/check.ts';
import type { EditionFile } from '../domain/file/edition-file.ts';
import { emptyFile } from '../domain/file/file-fixture.ts';
import { arbitraryFile } from './arbitrary-edition-fixture.ts';
import { readEditionBytes, writeEditionBytes } from './edition-bytes.ts';
import type { FileFormat } from './open-file.ts';

const day = { date: '2026-11-06', firstStart: '09:00', minutes: 20 };
const read = async (bytes: Uint8Array, fileName: string, existing: EditionFile = emptyFile) => {
  const answer = await readEditionBytes({ bytes, fileName, existing, editionOf: 'file', way: 'replace', day });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};
const thereAndBack = async (edition: EditionFile, format: FileFormat, language: Language) =>
  (await read((await writeEditionBytes({ edition, format, language, table: null })).bytes, `edition.${format}`)).edition;

test('random editions are sound', () => {
  fc.assert(
    fc.property(arbitraryFile, (edition) => {
      expect(checkFile(edition)).toEqual({ ok: true, value: edition });
    }),
  );
});

test('an edition comes back equal from a workbook, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, fc.constantFrom<Language>('en', 'zh-Hans'), async (edition, language) => {
      expect(await thereAndBack(edition, 'xlsx', language)).toEqual(edition);
    }),
    { numRuns: rounds(25) },
  );
});

test('an edition comes back equal from separated text, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, fc.constantFrom<Language>('en', 'zh-Hans'), async (edition, language) => {
      expect(await thereAndBack(edition, 'csv', language)).toEqual(edition);
    }),
    { numRuns: rounds(60) },
  );
});

test('no cell of separated text begins like a formula, and no workbook holds one', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFile, async (edition) => {
      const { bytes } = await writeEditionBytes({ edition, format: 'csv', language: 'en', table: null });
      expect(
        parse(bytes, { bom: true })
          .flat()
          .filter((cell) => /^\s*[=+\-@＝]|^[\t\r]/.test(cell)),
      ).toEqual([]);
      const workbook = await writeEditionBytes({ edition, format: 'xlsx', language: 'en', table: null });
      const { cells, live } = await cellsIn(workbook.bytes);
      expect([live, cells > 0]).toEqual([[], true]);
    }),
    { numRuns: rounds(10) },
  );
});

test('one table alone is written and read, the others stay those of the edition', async () => {
  const [edition] = fc.sample(arbitraryFile, { numRuns: 1, seed: 7 });
  if (edition === undefined) throw new Error('no edition');
  const { bytes } = await writeEditionBytes({ edition, format: 'csv', language: 'zh-Hans', table: 'participants' });
  const back = await read(bytes, 'participants.csv', edition);
  // Of names drawn by chance some are the same, and told as such.
  expect(back).toMatchObject({ edition, format: 'csv', tables: ['participants', 'contacts'], ignored: [] });
});

const forum = new URL('../../../../../shared/data/b2b/forum-13.original.dzn', import.meta.url);

test.skipIf(!existsSync(forum))('the real forum goes from its file through workbook and separated text and back, equal', async () => {
  const original = await read(readFileSync(forum), 'forum-13.original.dzn');
  expect(original.tables).toContain('requests');
  const { edition } = original;
  expect({
    participants: edition.participants.length,
    requests: edition.requests.length,
    slots: edition.slots.length,
    tables: edition.tables.length,
  }).toEqual({ participants: 70, requests: 154, slots: 21, tables: 14 });
  expect(await thereAndBack(edition, 'xlsx', 'zh-Hans')).toEqual(edition);
  expect(await thereAndBack(edition, 'csv', 'en')).toEqual(edition);
  const again = await writeEditionBytes({ edition, format: 'dzn', language: 'en', table: null });
  expect(again.lost).toEqual([]);
  expect((await read(again.bytes, 'again.dzn')).edition).toEqual(edition);
});
