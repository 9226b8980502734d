// The plan of the house in one place: which modules there are, in which order, and what may stand inside them.

/** Modules in dependency order: one may use only those before it. The later rooms are kept for what is not built yet. */
export const moduleOrder = [
  'accounts',
  'evidence',
  'cities',
  'organisations',
  'ties',
  'reference',
  'network',
  'expos',
  'matching',
  'meetings',
  'outcomes',
  'reports',
  'desk',
  'intake',
] as const;

/** What may stand directly under src/. */
export const houseParts: readonly string[] = [
  'main.ts',
  'app',
  'modules',
  'scheduler',
  'matcher',
  'reading',
  'kernel',
  'platform',
  'client',
  'design',
];

/** Parts of a module that are folders only. */
export const folderParts: readonly string[] = ['domain', 'store', 'ui', 'print', 'formats'];

/** Parts that begin as one file and become a folder of the same name when they grow. */
export const growingParts: readonly string[] = ['contract', 'policy', 'api', 'http', 'jobs'];

/** Parts that are single files. */
export const fileParts: readonly string[] = ['README.md', 'text.en.ts', 'text.zh.ts', 'text.test.ts'];

/** Names that say nothing about what they hold. */
export const emptyNames: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'types',
  'services',
  'service',
  'managers',
  'manager',
  'misc',
  'lib',
];

/** Hard limit of a file, in lines. */
export const MAX_LINES = 400;

/** Files that may be longer: texts, migrations, the generated schema, facts of the demo world. */
export const mayBeLong = (file: string): boolean =>
  /(^|\/)text\.(en|zh)\.ts$/.test(file) ||
  file.endsWith('.sql') ||
  file === 'src/platform/postgres/schema.ts' ||
  file.startsWith('src/app/demo/');
