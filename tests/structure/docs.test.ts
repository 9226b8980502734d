// Files that the documents name exist: who follows one is not to end nowhere. Decision records tell of their day and are left out.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTree } from '../../scripts/structure/tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const named = /`([\w.@-]+(?:\/[\w.@-]+)+\.(?:tsx?|mjs|sql|md|css))`/g;

/** A file with what the document says stands in it: `store/rows.ts` (`readRows`, `RowOf`). */
const inside = /`([\w.@-]+(?:\/[\w.@-]+)+\.(?:tsx?|mjs|sql))` \((?=`)([^)]*)\)/g;

/** Where a path of a document begins: the project, its source, the modules, the document's own part of the house; undefined: nowhere. */
const placeOf = (document: string, file: string): string | undefined =>
  ['.', 'src', 'src/modules', 'src/scheduler', ...folders(path.dirname(document))]
    .map((from) => path.join(root, from, file))
    .find((place) => existsSync(place));

const folders = (folder: string): readonly string[] => (folder === '.' ? [] : [folder, ...folders(path.dirname(folder))]);

const texts = (() => {
  const documents = [...readTree(root, ['docs', 'src', 'tests', 'bench'])].filter(
    ([file]) => file.endsWith('.md') && !file.startsWith('docs/decisions/'),
  );
  const top = ['README.md', 'CONTRIBUTING.md'].map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  return [...top, ...documents];
})();

test('every file that a document names stands where it says', () => {
  const lost = texts.flatMap(([file, text]) =>
    [...text.matchAll(named)].flatMap(([, name = '']) => (placeOf(file, name) === undefined ? [`${file}: ${name}`] : [])),
  );
  expect(lost).toEqual([]);
});

test('what a document names in brackets behind a file stands in that file', () => {
  const lost = texts.flatMap(([file, text]) =>
    [...text.matchAll(inside)].flatMap(([, name = '', things = '']) => {
      const place = placeOf(file, name);
      const source = place === undefined ? '' : readFileSync(place, 'utf8');
      return [...things.matchAll(/`(\w+)`/g)].flatMap(([, thing = '']) => (source.includes(thing) ? [] : [`${file}: ${name} (${thing})`]));
    }),
  );
  expect(lost).toEqual([]);
});
