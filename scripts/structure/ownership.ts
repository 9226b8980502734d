// Who owns which table: a module's SQL changes only its own Postgres schema, and reads others only through what they publish.
import { moduleOrder } from './house.ts';
import type { Breach, Tree } from './tree.ts';

const modules: readonly string[] = moduleOrder;

interface Mention {
  readonly kind: 'write' | 'read' | 'reference';
  readonly schema: string;
  readonly name: string;
}

const NAME = String.raw`"?([a-z_]+)"?\."?([a-z_0-9]+)"?`;
const builder = (calls: string): RegExp => new RegExp(String.raw`\.(?:${calls})\(\s*(?:\[\s*)?['"\`]([a-z_]+)\.([a-z_0-9]+)`, 'g');

/** Ways to change a table, in SQL and in Kysely. */
const writes: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:insert\s+into|update(?:\s+only)?|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+${NAME}`, 'gi'),
  new RegExp(
    String.raw`\b(?:create|alter|drop|comment\s+on)\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+)?(?:table|view|sequence|type|domain|function|procedure)\s+(?:if\s+(?:not\s+)?exists\s+)?${NAME}`,
    'gi',
  ),
  new RegExp(String.raw`\bcreate\s+(?:unique\s+)?(?:index|trigger|policy)\b[^;]*?\bon\s+(?:only\s+)?${NAME}`, 'gi'),
  new RegExp(String.raw`\bplatform\.protect\(\s*'${NAME}'`, 'gi'),
  builder('insertInto|updateTable|deleteFrom|mergeInto|replaceInto'),
  /\binsertRows\(\s*\w+,\s*'([a-z_]+)\.([a-z_0-9]+)/g,
];

/** Ways to read one; a name with brackets behind it is a function, which its module gives to be called. */
const reads: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:from|join|using)\s+(?:only\s+|lateral\s+)?${NAME}(?![a-z_0-9]|"?\s*\()`, 'gi'),
  builder('selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|using'),
];

const references: readonly RegExp[] = [new RegExp(String.raw`\breferences\s+${NAME}`, 'gi')];

const withoutComments = (file: string, text: string): string =>
  file.endsWith('.sql') ? text.replace(/--[^\n]*/g, '') : text.replace(/^\s*\/\/[^\n]*/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');

function mentionsIn(text: string, kind: Mention['kind'], patterns: readonly RegExp[]): readonly Mention[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, schema: match[1] ?? '', name: match[2] ?? '' })),
  );
}

/** Views (`schema.name`) that modules publish for others to join. */
function publishedViews(tree: Tree): ReadonlySet<string> {
  const pattern = new RegExp(String.raw`\bcreate\s+(?:or\s+replace\s+)?view\s+${NAME}`, 'gi');
  const migrations = [...tree].filter(([file]) => file.endsWith('.sql'));
  return new Set(
    migrations.flatMap(([file, text]) =>
      mentionsIn(withoutComments(file, text), 'read', [pattern]).map((view) => `${view.schema}.${view.name}`),
    ),
  );
}

function breachOf(file: string, owner: string, mention: Mention, views: ReadonlySet<string>): Breach | null {
  const { kind, schema, name } = mention;
  if (schema === owner || !modules.includes(schema)) return null;
  const table = `${schema}.${name}`;
  if (kind === 'write') return { file, rule: 'foreign-write', message: `changes ${table}, which belongs to ${schema}` };
  if (modules.indexOf(schema) > modules.indexOf(owner)) {
    return {
      file,
      rule: kind === 'read' ? 'foreign-read' : 'foreign-reference',
      message: `mentions ${table} of a module below it in the order`,
    };
  }
  if (kind === 'read' && !views.has(table))
    return { file, rule: 'foreign-read', message: `reads ${table}, which ${schema} does not publish as a view` };
  return null;
}

/** Statements with a text for every number of rows or values would fill every cache of statements. */
function listBreaches(file: string, text: string): readonly Breach[] {
  const many = /\.values\(\s*(?:\[|[^(){]*(?:\([^(){]*\)[^(){]*)*\.map\()/.test(text);
  const inline = /\bin \(\$\{sql\.join\(/i.test(text);
  return [
    ...(many ? [{ file, rule: 'row-list', message: 'inserts many rows by .values(…): use insertRows' }] : []),
    ...(inline ? [{ file, rule: 'value-list', message: 'asks with a list by sql.join: use = any (…) of one array' }] : []),
  ];
}

/** Every place in a module's store/ that touches what another module owns, and statements whose text differs with what is asked. */
export function ownershipBreaches(tree: Tree): readonly Breach[] {
  const views = publishedViews(tree);
  return [...tree].flatMap(([file, text]) => {
    const owner = /^src\/modules\/([^/]+)\/store\//.exec(file)?.[1];
    if (owner === undefined || file.endsWith('.test.ts') || !/\.(ts|sql)$/.test(file)) return [];
    const plain = withoutComments(file, text);
    const mentions = [
      ...mentionsIn(plain, 'write', writes),
      ...mentionsIn(plain, 'read', reads),
      ...mentionsIn(plain, 'reference', references),
    ];
    return [...mentions.flatMap((mention) => breachOf(file, owner, mention, views) ?? []), ...listBreaches(file, plain)];
  });
}
