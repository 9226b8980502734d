// Breaks each lint rule of the house once in a small house of its own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

interface Complaint {
  readonly filename: string;
  readonly code: string;
}

const long = (lines: number): string => `export function long(): void {\n${'  void 0;\n'.repeat(lines)}}\n`;

/** What it says → the file, its text, the rule that must refuse it. */
const breaches: Readonly<Record<string, readonly [file: string, text: string, rule: string]>> = {
  'a promise nobody waits for': [
    'src/app/floating.ts',
    'const f = async (): Promise<void> => {};\nf();\n',
    'typescript(no-floating-promises)',
  ],
  'a promise where a truth is expected': [
    'src/app/misused.ts',
    'export const f = (p: Promise<boolean>): number => (p ? 1 : 2);\n',
    'typescript(no-misused-promises)',
  ],
  'a state left out of a switch': [
    'src/app/switch.ts',
    "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}\n",
    'typescript(switch-exhaustiveness-check)',
  ],
  any: ['src/app/any.ts', 'export const a: any = 1;\n', 'typescript(no-explicit-any)'],
  'a type imported as a value': [
    'src/app/imports.ts',
    "import { A } from './kept.ts';\nexport const a: A = 1;\n",
    'typescript(consistent-type-imports)',
  ],
  'a claim that something is there': [
    'src/app/bang.ts',
    'export const f = (a: string | null): number => a!.length;\n',
    'typescript(no-non-null-assertion)',
  ],
  'a default export': ['src/app/default.ts', 'export default 1;\n', 'house(one-name)'],
  'a file that passes everything on': ['src/app/passes.ts', "export * from './kept.ts';\n", 'house(one-name)'],
  'the clock in the kernel': ['src/kernel/clock.ts', 'export const f = (): number => Date.now();\n', 'house(no-clock-or-dice)'],
  'today in a domain': ['src/modules/expos/domain/today.ts', 'export const f = (): Date => new Date();\n', 'house(no-clock-or-dice)'],
  'dice in the planner': ['src/scheduler/core/dice.ts', 'export const f = (): number => Math.random();\n', 'house(no-clock-or-dice)'],
  'the clock in a contract': ['src/modules/expos/contract.ts', 'export const f = (): number => Date.now();\n', 'house(no-clock-or-dice)'],
  'a function of 61 lines': ['src/app/long.ts', long(60), 'eslint(max-lines-per-function)'],
  'a component of 151 lines': ['src/app/long-part.tsx', long(150), 'eslint(max-lines-per-function)'],
  'a page looked at once': [
    'src/app/at-once.journey.ts',
    'export const f = async (a: { count(): Promise<number> }, expect: (n: number) => { toBe(n: number): void }): Promise<void> => {\n  expect(await a.count()).toBe(0);\n};\n',
    'house(poll-pages)',
  ],
  'a page in what runs on Node': [
    'src/platform/page.ts',
    'export const title = (): string => document.title;\n',
    'eslint(no-restricted-globals)',
  ],
  'an address that full-width signs would spoil': [
    'src/app/email.ts',
    "const z = { email: (): string => '' };\nexport const email = z.email();\n",
    'house(typed-email)',
  ],
  'a loose comparison': ['src/app/loose.ts', 'export const f = (a: number, b: number): boolean => a == b;\n', 'eslint(eqeqeq)'],
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
let linted: readonly Complaint[];
/** What the rules refuse that ask for no types. */
let lintedPlainly: readonly Complaint[];

beforeAll(() => {
  const files = [...Object.values(breaches), ...Object.values(permitted)].map(([file, text]) => [file, text] as const);
  const ours = ['.oxlintrc.json', '.oxlintrc.plain.json', 'scripts/structure/lint-rules.mjs'];
  house = buildSmallHouse({
    ...Object.fromEntries(ours.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
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
  const lint = (...options: readonly string[]): readonly Complaint[] => {
    const { output } = house.run('oxlint/bin/oxlint', ['src', '--format', 'json', ...options]);
    return (JSON.parse(output) as { readonly diagnostics: readonly Complaint[] }).diagnostics;
  };
  linted = lint();
  lintedPlainly = lint('--config=.oxlintrc.plain.json');
});
afterAll(() => {
  house.remove();
});

const rulesOf = (file: string): readonly string[] => linted.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);

test.each(Object.entries(breaches))('%s is refused', (_what, [file, , rule]) => {
  expect(rulesOf(file)).toEqual([rule]);
});

test.each(Object.entries(permitted))('%s may stand', (_what, [file]) => {
  expect(rulesOf(file)).toEqual([]);
});

test('the plain rules, by which a run of the tests reads tests and tools, lack only what asks for types', () => {
  const typed = new Set(
    ['no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check'].map((rule) => `typescript(${rule})`),
  );
  const complaints = (of: readonly Complaint[]): readonly string[] => of.map(({ filename, code }) => `${filename}: ${code}`).toSorted();
  expect(complaints(lintedPlainly)).toEqual(complaints(linted.filter(({ code }) => !typed.has(code))));
});
