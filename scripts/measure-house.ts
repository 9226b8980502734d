// Prints how large, how deep and how entangled the tree is. Usage: npm run house [-- --at 3d65521 --at main --column leadsStand]
// Each `--at` adds a column for that commit, beside the tree as it stands; each `--column` counts the files that name a field.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { readTree, type Tree } from './structure/tree.ts';

const { values } = parseArgs({
  options: {
    at: { type: 'string', multiple: true, default: [] },
    column: { type: 'string', multiple: true, default: ['leadsStand', 'meetsAt'] },
  },
});
const root = path.resolve(import.meta.dirname, '..');

/** What stands in a folder; of its own files those of TypeScript alone. */
const treeIn = (folder: string): Tree =>
  new Map([
    ...readTree(folder, ['src', 'tests', 'scripts', 'bench']),
    ...readdirSync(folder).flatMap((name) =>
      name.endsWith('.ts') ? [[name, readFileSync(path.join(folder, name), 'utf8')] as const] : [],
    ),
  ]);

/** The tree of a commit, through a folder that is gone afterwards. */
function treeAt(commit: string): Tree {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  try {
    execFileSync('tar', ['-x', '-C', folder], { input: execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 }) });
    return treeIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Kind = 'source' | 'tests' | 'texts' | 'tools' | 'generated';

const kindOf = (file: string): Kind => {
  if (file.endsWith('postgres/schema.ts')) return 'generated';
  if (/^tests\/|\.(test|journey)\.tsx?$|-fixture\.tsx?$|\/test-database\.ts$/.test(file)) return 'tests';
  if (!file.startsWith('src/')) return 'tools';
  return /text\.[\w-]+\.ts$/.test(file) ? 'texts' : 'source';
};

interface Read {
  readonly kind: Kind;
  readonly lines: number;
  readonly functions: readonly number[];
  /** Assertions of a type, `as const` apart; those by way of `unknown`; the word `any`. */
  readonly as: number;
  readonly constants: number;
  readonly detours: number;
  readonly anys: number;
  readonly imports: readonly string[];
}

function read(file: string, text: string): Read {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const lineOf = (place: number): number => source.getLineAndCharacterOfPosition(place).line;
  const found = { as: 0, constants: 0, detours: 0, anys: 0 };
  const [functions, imports] = [[] as number[], [] as string[]];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body))
      functions.push(lineOf(node.end) - lineOf(node.getStart(source)) + 1);
    if (ts.isAsExpression(node)) {
      const isConstant = ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) && node.type.typeName.text === 'const';
      found[isConstant ? 'constants' : 'as'] += 1;
      if (ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword) found.detours += 1;
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.anys += 1;
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const { text: name } = node.moduleSpecifier;
      if (name.startsWith('#')) imports.push(`src/${name.slice(1)}`);
      if (name.startsWith('.')) imports.push(path.posix.join(path.posix.dirname(file), name));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { kind: kindOf(file), lines: text.split('\n').length - 1, functions, imports, ...found };
}

/** The files that lie in circles of imports (strongly connected components, by Tarjan's algorithm). */
function inCircles(files: ReadonlyMap<string, Read>): readonly string[] {
  const [index, low, stack] = [new Map<string, number>(), new Map<string, number>(), [] as string[]];
  const circled: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of files.get(file)?.imports ?? []) {
      if (!files.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circled.push(...circle);
  };
  for (const file of files.keys()) if (!index.has(file)) visit(file);
  return circled;
}

const spread = (numbers: readonly number[]): string => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).join(' · ');
};

const counted = <T>(things: readonly T[], count: (thing: T) => number): number => things.reduce((sum, thing) => sum + count(thing), 0);

function measure(tree: Tree): ReadonlyMap<string, string> {
  const files = new Map([...tree].filter(([file]) => /\.tsx?$/.test(file)).map(([file, text]) => [file, read(file, text)]));
  const all = [...files.values()];
  const of = (kind: Kind): Read[] => all.filter((file) => file.kind === kind);
  const source = of('source');
  const amount = (some: readonly Read[]): string => `${some.length} · ${counted(some, ({ lines }) => lines).toLocaleString('en')}`;
  const folders = Map.groupBy(files.keys(), (file) => path.posix.dirname(file));
  const largest = [...folders].toSorted(([, a], [, b]) => b.length - a.length).slice(0, 3);
  const circled = inCircles(files);
  const inSource = circled.filter((file) => kindOf(file) === 'source').length;
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const naming = (name: string): number =>
    counted([...tree], ([file, text]) => (/^(src|tests)\//.test(file) && new RegExp(`\\b(${name}|${snake(name)})\\b`).test(text) ? 1 : 0));
  return new Map([
    ['files · lines of TypeScript', amount(all)],
    ...(['source', 'tests', 'texts', 'tools', 'generated'] as const).map((kind) => [`… ${kind}`, amount(of(kind))] as const),
    ['lines of a source file: p50 · p95 · most', spread(source.map(({ lines }) => lines))],
    ['functions of the source', String(counted(source, ({ functions }) => functions.length))],
    ['lines of one: p50 · p95 · most', spread(source.flatMap(({ functions }) => functions))],
    [
      '`as` in source (`as const` apart) · in tests',
      `${counted(source, (f) => f.as)} (${counted(source, (f) => f.constants)}) · ${counted(of('tests'), (f) => f.as)}`,
    ],
    ['`as unknown as` in source · in tests', `${counted(source, (f) => f.detours)} · ${counted(of('tests'), (f) => f.detours)}`],
    ['`any`', String(counted(all, (f) => f.anys))],
    ['imports between files', String(counted(all, (f) => f.imports.length))],
    ['files in circles: source · others', `${inSource} · ${circled.length - inSource}`],
    ['largest folders', largest.map(([folder, { length }]) => `${folder.replace('src/modules/', '')} ${length}`).join(', ')],
    ...values.column.map((name) => [`files that name \`${name}\``, String(naming(name))] as const),
  ]);
}

const columns = [...values.at, null].map((commit) => ({
  head: commit ?? 'now',
  figures: measure(commit === null ? treeIn(root) : treeAt(commit)),
}));
console.log(`| | ${columns.map(({ head }) => head).join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`);
for (const figure of columns[0]?.figures.keys() ?? [])
  console.log(`| ${figure} | ${columns.map(({ figures }) => figures.get(figure) ?? '').join(' | ')} |`);
