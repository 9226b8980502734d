// The compilers and tidiers bite: one breach each of the pure compile, of the texts' types, of the format and of dead code.
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const tsc = 'typescript/bin/tsc';

function house(files: Readonly<Record<string, string>>): SmallHouse {
  const built = buildSmallHouse({
    'tsconfig.json': read('tsconfig.json'),
    'tsconfig.pure.json': read('tsconfig.pure.json'),
    'tsconfig.server.json': read('tsconfig.server.json'),
    ...files,
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(built.folder, 'node_modules'));
  onTestFinished(built.remove);
  return built;
}

test.each([
  ['a page', 'export const title = (): string => document.title;\n', "Cannot find name 'document'"],
  ['the process', 'export const home = (): string | undefined => process.env.HOME;\n', "Cannot find name 'process'"],
  ['the network', 'export const ask = (): unknown => fetch("x");\n', "Cannot find name 'fetch'"],
])('the pure compile knows nothing of %s', (_what, text, message) => {
  const { code, output } = house({ 'src/modules/expos/domain/impure.ts': text }).run(tsc, ['-p', 'tsconfig.pure.json']);
  expect([code, output]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  ['optional and undefined apart', 'export const f: { a?: number } = { a: undefined };\n', 'exactOptionalPropertyTypes'],
  ['an unchecked place of a list', 'export const f = (a: readonly string[]): string => a[0];\n', 'not assignable'],
  ['an enum', 'export enum A { B }\n', 'erasableSyntaxOnly'],
])('the server compile refuses %s', (_what, text, message) => {
  const { code, output } = house({ 'src/platform/loose.ts': text }).run(tsc, ['-p', 'tsconfig.server.json']);
  expect([code, output]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  ['a missing sentence', "{ 'a.one': '一' }"],
  ['a sentence too many', "{ 'a.one': '一', 'a.two': '二{{n}}', 'a.three': '三' }"],
  ['another placeholder', "{ 'a.one': '一', 'a.two': '二{{m}}' }"],
])('the Chinese texts do not compile with %s', (_what, zh) => {
  const { code } = house({
    'src/kernel/translation.ts': read('src/kernel/translation.ts'),
    'src/modules/expos/text.zh.ts': `import { translate } from '#kernel/translation.ts';\nexport const zh = translate({ 'a.one': 'one', 'a.two': 'two {{n}}' } as const, ${zh});\n`,
  }).run(tsc, ['-p', 'tsconfig.json']);
  expect(code).toBe(2);
});

test('the Chinese texts compile when they fit', () => {
  const { output } = house({
    'src/kernel/translation.ts': read('src/kernel/translation.ts'),
    'src/modules/expos/text.zh.ts': `import { translate } from '#kernel/translation.ts';\nexport const zh = translate({ 'a.n_one': '{{n}} table', 'a.n_other': '{{n}} tables' } as const, { 'a.n_other': '{{n}}张洽谈桌' });\n`,
  }).run(tsc, ['-p', 'tsconfig.json']);
  expect(output).toBe('');
});

test('another format is refused', () => {
  const args = ['src', '--check', '--config', path.join(root, '.prettierrc')];
  const { code, output } = house({ 'src/app/wide.ts': 'export const a = "x"\n' }).run('prettier/bin/prettier.cjs', args);
  expect([code, output]).toEqual([1, expect.stringContaining('src/app/wide.ts')]);
});

test('a file and an export that nobody uses are refused', () => {
  const { code, output } = house({
    'src/main.ts': "import { used } from './app/parts.ts';\nused();\n",
    'src/app/parts.ts': 'export const used = (): void => {};\nexport const unused = 1;\n',
    'src/app/forgotten.ts': 'export const a = 1;\n',
  }).run('knip/bin/knip.js', ['--config', path.join(root, 'knip.json'), '--no-progress', '--include', 'files,exports']);
  expect([code, output]).toEqual([1, expect.stringMatching(/forgotten\.ts[\s\S]*unused/)]);
});
