// The compilers and tidiers bite: one breach each of the pure compile, of the texts' types, of the format and of dead code.
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
function house(files: Readonly<Record<string, string>>): SmallHouse {
  const built = buildSmallHouse({
    'tsconfig.json': read('tsconfig.json'),
    'tsconfig.pure.json': read('tsconfig.pure.json'),
    ...files,
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(built.folder, 'node_modules'));
  return built;
}

const zh = (texts: string): string =>
  `import { translate } from '#kernel/translation.ts';\nexport const zh = translate<{ 'a.one': 'one'; 'a.two': 'two {{n}}'; 'a.n_one': '{{n}} table'; 'a.n_other': '{{n}} tables' }>()(${texts});\n`;

/** One compile for all breaches of a configuration: what it says → the file that breaks it, and the complaint it must earn. */
const compiles: Readonly<Record<string, Readonly<Record<string, readonly [file: string, text: string, complaint: string]>>>> = {
  'tsconfig.pure.json': {
    'a page': ['src/modules/expos/domain/page.ts', 'export const title = (): string => document.title;\n', "Cannot find name 'document'"],
    'the process': [
      'src/kernel/home.ts',
      'export const home = (): string | undefined => process.env.HOME;\n',
      "Cannot find name 'process'",
    ],
    'the network': ['src/scheduler/core/ask.ts', 'export const ask = (): unknown => fetch("x");\n', "Cannot find name 'fetch'"],
    'Node itself': ['src/modules/expos/contract.ts', "import 'node:fs';\n", "'node:fs'"],
  },
  'tsconfig.json': {
    'optional and undefined mixed up': [
      'src/platform/exact.ts',
      'export const f: { a?: number } = { a: undefined };\n',
      'exactOptionalPropertyTypes',
    ],
    'an unchecked place of a list': [
      'src/platform/place.ts',
      'export const f = (a: readonly string[]): string => a[0];\n',
      'not assignable',
    ],
    'an enum': ['src/platform/enum.ts', 'export enum A { B }\n', 'erasableSyntaxOnly'],
    'a Chinese text missing': ['src/modules/expos/text.zh.ts', zh("{ 'a.one': '一', 'a.n_other': '{{n}}张' }"), 'a.two'],
    'a Chinese text too many': [
      'src/modules/ties/text.zh.ts',
      zh("{ 'a.one': '一', 'a.two': '二{{n}}', 'a.n_other': '{{n}}张', 'a.more': '多' }"),
      'never',
    ],
    'another placeholder': [
      'src/modules/cities/text.zh.ts',
      zh("{ 'a.one': '一', 'a.two': '二{{m}}', 'a.n_other': '{{n}}张' }"),
      'placeholders differ',
    ],
  },
};

const fitting = 'src/modules/meetings/text.zh.ts';

describe.each(Object.entries(compiles))('%s', (config, breaches) => {
  let output = '';
  beforeAll(() => {
    const files = Object.values(breaches).map(([file, text]) => [file, text] as const);
    const kernel = { 'src/kernel/translation.ts': read('src/kernel/translation.ts') };
    const built = house({
      ...Object.fromEntries(files),
      ...kernel,
      [fitting]: zh("{ 'a.one': '一', 'a.two': '二{{n}}', 'a.n_other': '{{n}}张' }"),
    });
    ({ output } = built.run('typescript-native/bin/tsc', ['-p', config, '--pretty', 'false']));
    built.remove();
  });

  test.each(Object.entries(breaches))('refuses %s', (_what, [file, , complaint]) => {
    const complaints = output.split(/^(?=src\/)/m).filter((line) => line.startsWith(file));
    expect(complaints.join('')).toContain(complaint);
  });

  test('complains of nothing else', () => {
    const blamed = new Set([...output.matchAll(/^(src\/[^(]+)\(/gm)].map((match) => match[1]));
    expect([...blamed].sort()).toEqual(
      Object.values(breaches)
        .map(([file]) => file)
        .sort(),
    );
  });
});

test('another format is refused', () => {
  const built = house({ 'src/app/wide.ts': 'export const a = "x"\n' });
  onTestFinished(built.remove);
  const { code, output } = built.run('oxfmt/bin/oxfmt', ['src', '--check', '--config', path.join(root, '.oxfmtrc.json')]);
  expect([code, output]).toEqual([1, expect.stringContaining('src/app/wide.ts')]);
});

test('a file and an export that nobody uses are refused', () => {
  const built = house({
    'src/main.ts': "import { used } from './app/parts.ts';\nused();\n",
    'src/app/parts.ts': 'export const used = (): void => {};\nexport const unused = 1;\n',
    'src/app/forgotten.ts': 'export const a = 1;\n',
  });
  onTestFinished(built.remove);
  const args = ['--config', path.join(root, 'knip.json'), '--no-progress', '--include', 'files,exports'];
  const { code, output } = built.run('knip/bin/knip.js', args);
  expect([code, output]).toEqual([1, expect.stringMatching(/forgotten\.ts[\s\S]*unused/)]);
});
