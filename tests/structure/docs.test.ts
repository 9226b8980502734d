// Files that the documents name exist: who follows one is not to end nowhere. Decision records tell of their day and are left out.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTree } from '../../scripts/structure/tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const named = /`([\w.@-]+(?:\/[\w.@-]+)+\.(?:tsx?|mjs|sql|md|css))`/g;

/** Where a path of a document may begin: the project, its source, the modules, the document's own part of the house. */
const stands = (document: string, file: string): boolean =>
  ['.', 'src', 'src/modules', 'src/scheduler', ...folders(path.dirname(document))].some((from) => existsSync(path.join(root, from, file)));

const folders = (folder: string): readonly string[] => (folder === '.' ? [] : [folder, ...folders(path.dirname(folder))]);

test('every file that a document names stands where it says', () => {
  const documents = [...readTree(root, ['docs', 'src', 'tests', 'bench'])].filter(
    ([file]) => file.endsWith('.md') && !file.startsWith('docs/decisions/'),
  );
  const top = ['README.md', 'CONTRIBUTING.md'].map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  const lost = [...top, ...documents].flatMap(([file, text]) =>
    [...text.matchAll(named)].flatMap(([, name = '']) => (stands(file, name) ? [] : [`${file}: ${name}`])),
  );
  expect(lost).toEqual([]);
});
