// A third language is asked for wherever one of the two is told apart: the pure parts are compiled with one that nobody has written.
import { cpSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSmallHouse, root } from './small-house.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const named = "['en', 'zh-Hans'] as const";
const kernel = 'src/kernel/language.ts';

/** Files of the pure parts in which something stands for each language, comments apart. */
function tables(folder: string, parts: readonly string[]): readonly string[] {
  const files = globSync(
    parts.flatMap((part) => [part, `${part}/**/*.ts`]),
    { cwd: folder },
  ).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const code = (file: string): string => readFileSync(path.join(folder, file), 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
  return files.filter((file) => /(^|[{,])\s*'zh-Hans':/m.test(code(file))).sort();
}

test('with a third language the pure parts do not compile, and each of their tables is named', () => {
  const built = buildSmallHouse({ 'tsconfig.json': read('tsconfig.json'), 'tsconfig.pure.json': read('tsconfig.pure.json') });
  onTestFinished(built.remove);
  cpSync(path.join(root, 'src'), path.join(built.folder, 'src'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(built.folder, 'node_modules'));
  expect(read(kernel)).toContain(named);
  writeFileSync(path.join(built.folder, kernel), read(kernel).replace(named, "['en', 'zh-Hans', 'x-third'] as const"));
  const { code, output } = built.run('typescript-native/bin/tsc', ['-p', 'tsconfig.pure.json', '--pretty', 'false', '--checkers', '1']);
  expect(code).not.toBe(0);
  const blamed = [...new Set([...output.matchAll(/^(src\/[^(]+)\(/gm)].map((match) => match[1] ?? ''))].sort();
  const { include } = JSON.parse(read('tsconfig.pure.json')) as { readonly include: readonly string[] };
  const asked = tables(built.folder, include);
  expect(asked.length).toBeGreaterThan(3);
  expect(blamed).toEqual(asked);
});
