// Lint: what types cannot say. Type-aware rules for everything that runs on Node 24 or in the browser, plain ones for the start scripts.
import tseslint from 'typescript-eslint';

/** Time and chance come into the pure parts as arguments, or nothing could be repeated. */
const clocksAndDice = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The pure parts get the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The pure parts get the time as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The pure parts get the time as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The pure parts get their chance from a seed.' },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: 'The pure parts get the time as an argument.' },
  { selector: "MemberExpression[object.name='crypto']", message: 'The pure parts get their chance from a seed.' },
];

const oneNamePerThing = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing is called the same everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'Name what you pass on; no barrels.' },
];

const pureParts = [
  'src/kernel/**/*.ts',
  'src/scheduler/core/**/*.ts',
  'src/modules/*/domain/**/*.ts',
  'src/modules/*/contract.ts',
  'src/modules/*/contract/**/*.ts',
];
const testFiles = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'src/platform/postgres/schema.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The router's way to leave a loader.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      'no-restricted-syntax': ['error', ...oneNamePerThing],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] } },
  { files: pureParts, ignores: testFiles, rules: { 'no-restricted-syntax': ['error', ...oneNamePerThing, ...clocksAndDice] } },
  { files: testFiles, rules: { 'max-lines-per-function': 'off' } },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['scripts/**/*.mjs', 'bench/**/*.mjs'],
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
