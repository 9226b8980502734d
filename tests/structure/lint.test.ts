// Breaks each lint rule of the house once in a small house of its own.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

const long = (lines: number): string => `export function long(): void {\n${'  void 0;\n'.repeat(lines)}}\n`;

/** What it says → the file, its text, the rule that must refuse it. */
const breaches: Readonly<Record<string, readonly [file: string, text: string, rule: string]>> = {
  'a promise nobody waits for': [
    'src/app/floating.ts',
    'const f = async (): Promise<void> => {};\nf();\n',
    '@typescript-eslint/no-floating-promises',
  ],
  'a promise where a truth is expected': [
    'src/app/misused.ts',
    'export const f = (p: Promise<boolean>): number => (p ? 1 : 2);\n',
    '@typescript-eslint/no-misused-promises',
  ],
  'a state left out of a switch': [
    'src/app/switch.ts',
    "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}\n",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  any: ['src/app/any.ts', 'export const a: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  'a type imported as a value': [
    'src/app/imports.ts',
    "import { A } from './kept.ts';\nexport const a: A = 1;\n",
    '@typescript-eslint/consistent-type-imports',
  ],
  'a claim that something is there': [
    'src/app/bang.ts',
    'export const f = (a: string | null): number => a!.length;\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  'a default export': ['src/app/default.ts', 'export default 1;\n', 'no-restricted-syntax'],
  'a file that passes everything on': ['src/app/passes.ts', "export * from './kept.ts';\n", 'no-restricted-syntax'],
  'the clock in the kernel': ['src/kernel/clock.ts', 'export const f = (): number => Date.now();\n', 'no-restricted-syntax'],
  'today in a domain': ['src/modules/expos/domain/today.ts', 'export const f = (): Date => new Date();\n', 'no-restricted-syntax'],
  'dice in the planner': ['src/scheduler/core/dice.ts', 'export const f = (): number => Math.random();\n', 'no-restricted-syntax'],
  'the clock in a contract': ['src/modules/expos/contract.ts', 'export const f = (): number => Date.now();\n', 'no-restricted-syntax'],
  'a function of 61 lines': ['src/app/long.ts', long(60), 'max-lines-per-function'],
  'a component of 151 lines': ['src/app/long-part.tsx', long(150), 'max-lines-per-function'],
  'a loose comparison': ['src/app/loose.ts', 'export const f = (a: number, b: number): boolean => a == b;\n', 'eqeqeq'],
};

/** What stays allowed although it looks alike. */
const permitted: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'a given time in a domain': ['src/modules/expos/domain/given.ts', 'export const f = (at: number): Date => new Date(at);\n'],
  'the clock in the platform': ['src/platform/clock.ts', 'export const f = (): number => Date.now();\n'],
  'dice in a test': ['src/kernel/dice.test.ts', 'export const f = (): number => Math.random();\n'],
  'a function of 60 lines': ['src/app/fits.ts', long(58)],
  'a component of 150 lines': ['src/app/fitting-part.tsx', long(148)],
};

let house: SmallHouse;
let linted: readonly LintedFile[];

beforeAll(() => {
  const files = [...Object.values(breaches), ...Object.values(permitted)].map(([file, text]) => [file, text] as const);
  house = buildSmallHouse({
    ...Object.fromEntries(files),
    'src/app/kept.ts': 'export type A = number;\n',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2024',
        module: 'esnext',
        moduleResolution: 'bundler',
        noEmit: true,
        allowImportingTsExtensions: true,
        types: [],
      },
      include: ['src'],
    }),
  });
  const { output } = house.run('eslint/bin/eslint.js', ['src', '--config', path.join(root, 'eslint.config.js'), '--format', 'json']);
  linted = JSON.parse(output) as readonly LintedFile[];
});
afterAll(() => {
  house.remove();
});

const rulesOf = (file: string): readonly (string | null)[] =>
  linted.filter((entry) => entry.filePath.endsWith(file)).flatMap((entry) => entry.messages.map((message) => message.ruleId));

test.each(Object.entries(breaches))('%s is refused', (_what, [file, , rule]) => {
  expect(rulesOf(file)).toEqual([rule]);
});

test.each(Object.entries(permitted))('%s may stand', (_what, [file]) => {
  expect(rulesOf(file)).toEqual([]);
});
