// Sheets, most of ninety rows, as offices of many cities keep them, each in its own language and habits, with what is meant of every row written
// beside it before anything was read. Cities and countries are real; dates, classes and states are made up to have every form, and claim nothing.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { fold } from '#kernel/fold.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { few } from '#platform/full-size.ts';
import type { PastedRowShown, PasteReadingShown } from '../../contract/register.ts';
import { previewPaste } from './paste-ties.ts';

let db: TestDatabase;
let world: TieWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
});
afterAll(() => db.close());

/**
 * Of each sheet's rows how many are read right, how many are asked about as nobody can know what is meant, and the cities that are asked about
 * although a person would know them: the gazetteer has no such name. Nothing is read wrong and nothing is lost.
 */
const sheets: readonly (readonly [name: string, right: number, asked: number, needlessly: readonly string[]])[] = [
  ['osaka', 70, 19, []],
  ['hamburg', 43, 13, []],
  ['guangzhou', 72, 17, []],
  ['milan', 78, 11, []],
  ['melbourne', 66, 23, []],
  ['seoul', 76, 13, []],
  ['poznan', 68, 18, ['Petach Tikwa']],
  ['kanazawa', 77, 10, []],
  ['lyon', 37, 15, []],
  ['jinan', 69, 11, []],
  ['sonoma', 62, 23, []],
  ['busan', 27, 9, []],
  ['izmir', 31, 15, []],
  ['porto', 58, 28, []],
];

/** `'FR Lyon about_1980-05 sister_city active'`: what a row is taken for. */
function saidOf({ city, since, classCode, status }: PastedRowShown): string {
  const date = since === null ? '' : `${since.qualifier === 'exact' ? '' : `${since.qualifier}_`}${since.text}`;
  return [city?.country, city?.name.replaceAll(' ', '_'), date, classCode, status].filter((word) => word != null && word !== '').join(' ');
}

/**
 * What became of a line: `meant` is `-` for no tie, `?` for what nobody can know (`?since,city`: of those alone), else what a person reads, with
 * words behind `~` that the note must hold.
 */
function becameOf(cells: string, meant: string, row: PastedRowShown | undefined, { columns }: PasteReadingShown): string {
  if (row === undefined) return `lost: ${cells}`;
  if (row.state === 'heading') return meant === '-' ? 'heading' : `lost: ${cells}`;
  const asked = row.questions.map(({ about }) => about);
  const [, allowed] = /^\?(.*)$/.exec(meant) ?? [];
  if (asked.length > 0 && allowed !== undefined) {
    const beyond = allowed === '' ? [] : asked.filter((about) => !allowed.split(',').includes(about));
    return beyond.length === 0 ? 'asked' : `asked of ${beyond.join()}: ${cells}`;
  }
  if (asked.length > 0)
    return asked.every((about) => about === 'city') ? (row.cells[columns.indexOf('city')] ?? '') : `asked of ${asked.join()}: ${cells}`;
  const [facts = '', words = ''] = meant.split(' ~ ');
  const unsaid = row.cells.filter((cell, place) => ['note', 'extra', 'region'].includes(columns[place] ?? '') && !row.note.includes(cell));
  if (unsaid.length > 0 || !row.note.includes(words)) return `lost: ${[...unsaid, words].join()} of ${cells}`;
  return fold(saidOf(row)) === fold(facts) ? 'right' : `wrong: ${cells} is ${saidOf(row)}, meant ${meant}`;
}

test.each(few(sheets, 4))('the sheet of %s: %i right, %i asked, none wrong, none lost', async (name, right, asked, needlessly) => {
  const file = readFileSync(new URL(`../../../../../tests/fixtures/sheets/${name}.tsv`, import.meta.url), 'utf8');
  const lines = file.trimEnd().split('\n');
  const text = lines.map((line) => line.split(' => ')[0] ?? '').join('\n');
  const input = { officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] };
  const read = valueOf(await previewPaste(world.transactAs(world.liverpool), input));
  const found = lines.flatMap((line, at) => {
    const [cells = '', meant] = line.split(' => ');
    const row = read.rows.find((one) => one.line === at + 1);
    return meant === undefined ? [] : [becameOf(cells, meant, row, read)];
  });
  const count = (what: string): number => found.filter((one) => one === what).length;
  expect(found.filter((one) => !['right', 'asked', 'heading'].includes(one))).toEqual(needlessly);
  expect(found).toHaveLength(lines.filter((line) => line.includes(' => ')).length);
  expect({ right: count('right'), asked: count('asked') }).toEqual({ right, asked });
});
