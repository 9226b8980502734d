// A third language: asked for wherever one of the two is told apart, and enough where it is given. The product is compiled with one that nobody has written.
import { cpSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSmallHouse, root } from './small-house.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const kernel = 'src/kernel/language.ts';
/** Files of the product, tests and what only they load apart. */
const product = { include: ['src'], exclude: ['src/**/*.test.ts', 'src/**/*.test.tsx'] };

/** The whole product is compiled: a minute on a free machine, five on a busy one. */
const timeout = 1_200_000;

/** Answers what the compiler says, by file, once the kernel has the third language with these changes of its files. */
function compiledWith(
  changes: readonly (readonly [string, string, string])[],
  { include, exclude }: typeof product,
): ReadonlyMap<string, string> {
  const config = { extends: './own.json', include, exclude };
  const built = buildSmallHouse({ 'own.json': read('tsconfig.json'), 'tsconfig.json': JSON.stringify(config) });
  onTestFinished(built.remove);
  cpSync(path.join(root, 'src'), path.join(built.folder, 'src'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(built.folder, 'node_modules'));
  for (const [file, from, to] of changes) {
    const text = readFileSync(path.join(built.folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(path.join(built.folder, file), text.replace(from, to));
  }
  const { output } = built.run('typescript-native/bin/tsc', ['-p', 'tsconfig.json', '--pretty', 'false', '--checkers', '1']);
  return new Map([...output.matchAll(/^(src\/[^(]+)\(.*?error (TS\d+)/gm)].map(([, file = '', code = '']) => [file, code]));
}

const added = [kernel, "['en', 'zh-Hans'] as const", "['en', 'zh-Hans', 'x-third'] as const"] as const;
const each = 'src/kernel/writing/in-languages.ts';
const forEach = [each, "inEach(make('en'), make('zh-Hans'))", "inEach(make('en'), make('zh-Hans'), make('x-third'))"] as const;
const table = "<const En, const Zh>(en: En, zh: Zh) => ({ en, 'zh-Hans': zh })";

/** Files in which something stands for each language. */
const tables = (): readonly string[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file) && file !== kernel && file !== each && read(file).includes('inEach('),
  );

test('without words of a third language the product does not compile, and each of its tables is named', { timeout }, () => {
  const asking = "<const En, const Zh, const Third>(en: En, zh: Zh, third: Third) => ({ en, 'zh-Hans': zh, 'x-third': third })";
  const blamed = compiledWith([added, forEach, [kernel, table, asking]], product);
  expect(tables().length).toBeGreaterThan(50);
  expect(tables().filter((file) => !blamed.has(file))).toEqual([]);
});

test(
  'with words of a third language in each table little else asks for it: how it writes, words of sheets, what the database knows',
  { timeout },
  () => {
    const made = "<const En, const Zh>(en: En, zh: Zh, third: En | Zh = en) => ({ en, 'zh-Hans': zh, 'x-third': third })";
    expect([...compiledWith([added, forEach, [kernel, table, made]], product).keys()].sort()).toEqual([
      'src/app/demo/forum-offers.ts',
      kernel,
      'src/modules/accounts/store/members.ts',
      'src/modules/meetings/domain/file/layout.ts',
      'src/modules/meetings/formats/combined-csv.ts',
      'src/modules/meetings/formats/tables/words.ts',
      'src/modules/outcomes/store/asking.ts',
      'src/modules/reference/ui/sets/known-sets.ts',
    ]);
  },
);
