// Six sheets of ninety rows as offices of six cities keep them, each in its own language and habits, with what is meant of every row written
// beside it before anything was read. Cities and countries are real; dates, classes and states are made up to have every form, and claim nothing.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { fold } from '#kernel/fold.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
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
  ['osaka', 69, 19, ['ウィーン']],
  ['hamburg', 43, 13, []],
  ['guangzhou', 71, 17, ['索非亚']],
  ['milan', 78, 11, []],
  ['melbourne', 66, 23, []],
  ['seoul', 73, 13, ['키이우', '포르투', '오르후스']],
];

test.each(sheets)('ninety rows of %s: %i right, %i asked, none wrong, none lost', async (name, right, asked, needlessly) => {
  const file = readFileSync(new URL(`../../../../../tests/fixtures/sheets/${name}.tsv`, import.meta.url), 'utf8');
  const lines = file.trimEnd().split('\n');
  const text = lines.map((line) => line.split(' => ')[0] ?? '').join('\n');
  const input = { officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] };
  const read = valueOf(await previewPaste(world.transactAs(world.liverpool), input));
  const found = lines.flatMap((line, at) => {
    const [cells = '', meant] = line.split(' => ');
    if (meant === undefined) return [];
    const row = read.rows.find((one) => one.line === at + 1);
    if (row === undefined) return [`lost: ${cells}`];
    if (row.state === 'heading') return [meant === '-' ? 'heading' : `lost: ${cells}`];
    if (row.questions.length > 0 && meant === '?') return ['asked'];
    if (row.questions.length > 0)
      return [row.questions.every(({ about }) => about === 'city') ? (row.cells[read.columns.indexOf('city')] ?? '') : `asked of ${cells}`];
    const { city, since, classCode, status } = row;
    const unsaid = row.cells.filter((cell, place) => ['note', 'extra'].includes(read.columns[place] ?? '') && !row.note.includes(cell));
    if (unsaid.length > 0) return [`lost: ${unsaid.join()} of ${cells}`];
    const date = since === null ? '' : `${since.qualifier === 'exact' ? '' : `${since.qualifier}_`}${since.text}`;
    const said = [city?.country, city?.name.replaceAll(' ', '_'), date, classCode, status]
      .filter((word) => word != null && word !== '')
      .join(' ');
    return [fold(said) === fold(meant) ? 'right' : `wrong: ${cells} is ${said}, meant ${meant}`];
  });
  const count = (what: string): number => found.filter((one) => one === what).length;
  expect(found.filter((one) => !['right', 'asked', 'heading'].includes(one))).toEqual(needlessly);
  expect(found).toHaveLength(90);
  expect({ right: count('right'), asked: count('asked') }).toEqual({ right, asked });
});
