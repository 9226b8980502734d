// The closed vocabulary of the house: which names may stand where, how long a file may be, and how files name each other.
import { emptyNames, fileParts, folderParts, growingParts, houseParts, MAX_LINES, mayBeLong, moduleOrder } from './house.ts';
import type { Breach, Tree } from './tree.ts';

type Rule = (file: string, text: string) => string | null;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const knownModules: readonly string[] = moduleOrder;

const isCode = (file: string): boolean => /\.(ts|tsx|mjs|cjs|js)$/.test(file);
const inModule = (file: string): readonly string[] | null => (file.startsWith('src/modules/') ? file.split('/').slice(2) : null);

/** Only the parts of the plan stand under src/. */
const housePart: Rule = (file) => {
  const [top, part] = file.split('/');
  if (top !== 'src' || part === undefined || houseParts.includes(part)) return null;
  return `src/ holds only ${houseParts.join(', ')}`;
};

/** Only modules of the list stand under src/modules/. */
const moduleName: Rule = (file) => {
  const [name] = inModule(file) ?? [];
  if (name === undefined || knownModules.includes(name)) return null;
  return `“${name}” is not a module of the list in scripts/structure/house.ts: a new one needs a place in the order and a decision`;
};

/** Only parts of the vocabulary stand inside a module. */
const modulePart: Rule = (file) => {
  const [, part, ...rest] = inModule(file) ?? [];
  if (part === undefined) return null;
  const stem = part.replace(/(\.test)?\.ts$/, '');
  const known =
    rest.length > 0
      ? [...folderParts, ...growingParts].includes(part)
      : fileParts.includes(part) || (part.endsWith('.ts') && growingParts.includes(stem));
  return known ? null : `“${part}” is not a part of a module; a new word needs a decision`;
};

/** Migrations are numbered and live in store/migrations/, and SQL files live nowhere else. */
const migrationPlace: Rule = (file) => {
  if (!file.endsWith('.sql') || !file.startsWith('src/')) return null;
  const fits = /^src\/(modules\/[^/]+\/store|platform\/postgres)\/migrations\/\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(file);
  return fits ? null : 'SQL files are migrations: <module>/store/migrations/NNNN-name.sql';
};

/** A name says what the file holds. */
const emptyName: Rule = (file) => {
  const names = file.split('/').map((name) => name.split('.')[0] ?? '');
  const empty = names.find((name) => emptyNames.includes(name));
  return empty === undefined ? null : `“${empty}” says nothing about what it holds`;
};

/** No file that only passes others on. */
const barrel: Rule = (file) =>
  /(^|\/)index\.(ts|tsx|mjs|js)$/.test(file) ? 'no index barrels: import the file that holds the thing' : null;

/** Names are kebab-case; dots separate only kinds (`text.en.ts`, `slot.test.ts`). */
const kebabCase: Rule = (file) => {
  const names = file.split('/').filter((name) => name !== 'README.md');
  const wrong = names.find((name) => !name.split('.').every((piece) => kebab.test(piece)));
  return wrong === undefined ? null : `“${wrong}” is not kebab-case`;
};

/** A file that long holds more than one thing. */
const size: Rule = (file, text) => {
  if (!/\.(ts|tsx|mjs|cjs|js|css)$/.test(file) || mayBeLong(file)) return null;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines <= MAX_LINES ? null : `${lines} lines, at most ${MAX_LINES}: it holds more than one thing`;
};

const specifiers = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\s)(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** The room a file stands in: a module, or a part of the house. */
const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/modules/') ? 3 : 2)
    .join('/');

const join = (file: string, specifier: string): string => {
  const steps = file.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
};

/** Between rooms the address is `#…`; relative paths stay inside a room. */
const address: Rule = (file, text) => {
  if (!file.startsWith('src/') || !isCode(file)) return null;
  const stray = specifiers(text).find((specifier) => {
    if (specifier.startsWith('#')) return false;
    return specifier.startsWith('.') && roomOf(join(file, specifier)) !== roomOf(file);
  });
  return stray === undefined ? null : `“${stray}” leaves its room by a relative path: write #…`;
};

/** Only store/ asks the database. */
const sqlPlace: Rule = (file, text) => {
  if (!file.startsWith('src/') || !isCode(file) || /\.test\.ts$/.test(file)) return null;
  if (/^src\/modules\/[^/]+\/store\//.test(file) || file.startsWith('src/platform/')) return null;
  const call = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(|\bsql(<[^`]*>)?`/.exec(text);
  return call === null ? null : `“${call[0]}” asks the database outside store/`;
};

/**
 * Where Chinese itself is meant and not one of the languages of the interface: columns of published files, what others' data calls it, a name's
 * script; and what runs before any program of ours, whose list is held against the kernel's by `tests/structure/texts.test.ts`.
 */
const meansChinese: readonly string[] = [
  'src/design/public/first-paint.js',
  'src/kernel/writing/in-languages.ts',
  'src/kernel/written-language.ts',
  'src/modules/expos/domain/letters/letters.ts',
  'src/modules/expos/domain/registration.ts',
  'src/modules/expos/store/letters.ts',
  'src/modules/meetings/formats/schedule-file.ts',
  'src/modules/outcomes/domain/follow-up/letter.ts',
  'src/modules/reference/formats/wikidata-entities.ts',
  'src/modules/reports/api/open-data/cells.ts',
];
const isWritten = /\.test\.tsx?$|-fixture\.ts$|\.(en|zh)\.ts$|^src\/app\/demo\/|\/schema\.ts$/;

/** Languages are told apart by tables with a place for each: a comparison would take a third one for the second in silence, and a table by tag has no place for it. */
const languageBranch: Rule = (file, text) => {
  if (!file.startsWith('src/') || !isCode(file) || isWritten.test(file) || file === 'src/kernel/language.ts') return null;
  const code = text.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
  const branch = /\blanguage [!=]== '[\w-]+'|\.startsWith\('zh/.exec(code) ?? (meansChinese.includes(file) ? null : /'zh-Hans'/.exec(code));
  return branch === null ? null : `“${branch[0]}” asks which language it is: write inEach(…), or what the kernel’s writing[language] tells`;
};

/** How long a text and how great a number may be says the contract, and the server tells it beside the field: a page would say it once more, and cut what is pasted. */
const toldBound: Rule = (file, text) => {
  if (!/^src\/modules\/[^/]+\/ui\/.+\.tsx$/.test(file)) return null;
  const bound = /\b(?:max|min)Length=|\b(?:max|min)=\{-?\d/.exec(text.includes('type="range"') ? '' : text);
  return bound === null ? null : `“${bound[0]}” bounds what a field takes: the contract says that`;
};

const rules: Readonly<Record<string, Rule>> = {
  'house-part': housePart,
  'module-name': moduleName,
  'module-part': modulePart,
  'migration-place': migrationPlace,
  'empty-name': emptyName,
  barrel,
  'kebab-case': kebabCase,
  size,
  address,
  'sql-place': sqlPlace,
  'language-branch': languageBranch,
  'told-bound': toldBound,
};

/** The names of all rules, for the test that breaks each one. */
export const vocabularyRules: readonly string[] = [...Object.keys(rules), 'module-readme'];

/** Every module explains itself on one page. */
function missingReadmes(tree: Tree): readonly Breach[] {
  const modules = new Set([...tree.keys()].filter((file) => file.startsWith('src/modules/')).map((file) => roomOf(file)));
  return [...modules]
    .filter((module) => !tree.has(`${module}/README.md`))
    .map((module) => ({ file: module, rule: 'module-readme', message: 'a module has a README.md: purpose, tables owned, who calls it' }));
}

/** Every breach of the vocabulary in the tree. */
export function vocabularyBreaches(tree: Tree): readonly Breach[] {
  const breaches = [...tree].flatMap(([file, text]) =>
    Object.entries(rules).flatMap(([rule, check]) => {
      const message = check(file, text);
      return message === null ? [] : [{ file, rule, message }];
    }),
  );
  return [...breaches, ...missingReadmes(tree)];
}
