// An input of which a part does not fit is judged with something that fits in that part's place as well, so that whoever sent it learns of
// everything at once. Whatever stands in says nothing of itself: only what is wrong whichever of two opposites stands there is told.
import { languages } from '#kernel/language.ts';
import { z } from 'zod';
import type { Problem } from '#kernel/result.ts';
import { refusalOfIssues, valueAt } from './problems.ts';
import { bare, defOf, schemaBelow, type Schema } from './walk-schema.ts';

type Path = readonly (string | number)[];

/** Which end of what fits stands in: the first choice, the earliest day, the least number; or the last, the latest, the greatest. */
type End = 'low' | 'high';

/** One-line texts of every format that our schemas know; the first that fits stands in at the low end, the last at the high end. */
const texts = [
  'x',
  '1',
  '1800-01-01',
  '1801',
  '2198',
  '2199-12-31',
  '1900-01-01T00:00:00Z',
  '2100-12-31T00:00:00Z',
  '00:00',
  '23:45',
  'https://example.org/',
  'somebody@example.org',
  'Europe/London',
  'Asia/Shanghai',
  'GB',
  'CN',
  'Q1',
  'Q99',
  ...languages,
  'EUR',
  'JPY',
  '00000000-0000-4000-8000-000000000000',
  'ffffffff-ffff-4fff-bfff-ffffffffffff',
  'stand-in',
  '0000000000000000',
  'ffffffffffffffff',
];

const fits = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success;

function atEnd<T>(from: readonly T[], end: End): T | undefined {
  return end === 'low' ? from[0] : from.at(-1);
}

/** Around the bounds that its checks name, which stand in the schema's bag only where it is not read from text. */
const numbersOf = (schema: Schema): readonly number[] => {
  const bounds = (schema._zod.def.checks ?? []).map(({ _zod: { def } }) => (def as { readonly value?: unknown }).value);
  const named = bounds.filter((bound) => typeof bound === 'number').toSorted((one, other) => one - other);
  return [...named.slice(0, 1), 0, 1, 100, ...named.slice(-1)];
};

/** What is put together of others that stand in: the first that fits, at both ends. */
const wholes: ReadonlySet<string> = new Set(['array', 'record', 'object']);

/** With what must not be missing alone, or with everything: where one of several has to be there. */
function objectsOf(shape: Readonly<Record<string, Schema>>, end: End): readonly unknown[] {
  const all = Object.entries(shape).map(([key, inner]) => ({ key, isNeeded: !fits(inner, undefined), value: standIn(inner, end) }));
  return [all.filter(({ isNeeded }) => isNeeded), all].map((entries) => Object.fromEntries(entries.map(({ key, value }) => [key, value])));
}

/** A value that fits the schema; undefined where none is found. */
export function standIn(schema: Schema, end: End): unknown {
  const def = defOf(bare(schema));
  const tried = (): readonly unknown[] => {
    switch (def.type) {
      case 'string':
        return texts;
      case 'number':
        return numbersOf(bare(schema));
      case 'boolean':
        return [false, true];
      case 'enum':
        return Object.values(def.entries);
      case 'literal':
        return def.values;
      case 'object':
        return objectsOf(def.shape, end);
      case 'array':
        return [[standIn(def.element, end)], []].filter((list) => list[0] !== undefined || list.length === 0);
      case 'record':
        return [{ [String(standIn(def.keyType, end))]: standIn(def.valueType, end) }, {}];
      case 'union':
        return def.options.map((option) => standIn(option, end));
      default:
        return [];
    }
  };
  const fitting = tried().filter((value) => fits(schema, value));
  return wholes.has(def.type) ? fitting[0] : atEnd(fitting, end);
}

function schemaAt(schema: Schema, value: unknown, [key, ...rest]: Path): Schema | undefined {
  if (key === undefined) return schema;
  const below = schemaBelow(schema, value, key);
  if (below === undefined) return undefined;
  return schemaAt(below, valueAt(value, [key]), rest);
}

/** The value with another one at the path, or nothing where that is undefined; lists keep their length. */
function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (String(at) === String(key) ? withAt(inner, rest, other) : inner));
  if (typeof value !== 'object' || value === null) return value;
  const changed = withAt(valueAt(value, [key]), rest, other);
  return Object.fromEntries([
    ...Object.entries(value).filter(([name]) => name !== String(key)),
    ...(changed === undefined ? [] : [[String(key), changed] as const]),
  ]);
}

const lies = (inner: Path, outer: Path): boolean => outer.every((part, at) => String(part) === String(inner[at]));
const touches = (one: Path, other: Path): boolean => lies(one, other) || lies(other, one);

/** Those that are about other places than the ones already told. */
const furtherProblems = (told: readonly Problem[], found: readonly Problem[]): readonly Problem[] =>
  found.filter(({ path }) => !told.some((known) => touches(path, known.path)));

/** An input as far as it can be judged. */
interface Rest {
  /** Undefined where nothing was found that can stand in. */
  readonly input: unknown;
  /** What the schema finds in other places once these are mended. */
  readonly problems: readonly Problem[];
}

/** More rounds than places are hidden behind one another in any input of ours. */
const ROUNDS = 12;

/** How the places of what is wrong are judged: as if nothing had been said there, as far as the schema allows, or something that fits. */
type Mended = 'left out' | 'filled';

function restAt({ schema, input }: Judged, wrong: readonly Path[], { mended, end }: { readonly mended: Mended; readonly end: End }): Rest {
  if (wrong.some((path) => path.length === 0)) return { input: undefined, problems: [] };
  const inPlace = (value: unknown, path: Path): unknown => {
    const part = mended === 'filled' ? schemaAt(schema, value, path) : undefined;
    return withAt(value, path, part === undefined ? undefined : standIn(part, end));
  };
  let rest = wrong.reduce<unknown>(inPlace, input);
  const filled = new Set<string>();
  const found: Problem[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { error } = z.safeParse(schema, rest);
    if (error === undefined) return { input: rest, problems: found };
    const problems = refusalOfIssues(error.issues, rest).problems ?? [];
    const fresh = furtherProblems([...wrong.map((path) => ({ path, code: '' })), ...found], problems);
    found.push(...fresh.filter(({ path }) => path.length > 0));
    for (const { path: place } of problems) {
      let path = place;
      // What nothing can stand in for goes with what it lies in.
      while (path.length > 0 && filled.has(JSON.stringify(path))) path = path.slice(0, -1);
      if (path.length === 0) return { input: undefined, problems: found };
      filled.add(JSON.stringify(path));
      const part = schemaAt(schema, rest, path);
      rest = withAt(rest, path, part === undefined || fits(part, undefined) ? undefined : standIn(part, end));
    }
  }
  return { input: undefined, problems: found };
}

const same = (one: Problem, other: Problem): boolean =>
  one.code === other.code && one.path.length === other.path.length && lies(one.path, other.path);

const inBoth = (one: readonly Problem[], other: readonly Problem[]): readonly Problem[] =>
  one.filter((problem) => other.some((found) => same(problem, found)));

/** More turns than any use case judges its input in. */
const TURNS = 6;

interface Judged {
  readonly schema: Schema;
  readonly input: unknown;
}

type Judge = (input: unknown) => Promise<readonly Problem[]>;

/** What is wrong in other places than those known. */
async function foundBeside(of: Judged, known: readonly Problem[], judge: Judge): Promise<readonly Problem[]> {
  const wrong = known.map(({ path }) => path);
  for (const mended of ['left out', 'filled'] as const) {
    const [low, high] = [restAt(of, wrong, { mended, end: 'low' }), restAt(of, wrong, { mended, end: 'high' })];
    const misfits = furtherProblems(known, inBoth(low.problems, high.problems));
    if (misfits.length > 0) return misfits;
    if (low.input === undefined || high.input === undefined) continue;
    const judged = furtherProblems(known, await judge(low.input));
    if (judged.length === 0) continue;
    const isOne = JSON.stringify(low.input) === JSON.stringify(high.input);
    const found = isOne ? judged : inBoth(judged, await judge(high.input));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * All problems of an input: those `told` and every further one, as the schema and `judge` find them once the places of those before are
 * mended. `judge` tells the problems of an input that fits the schema and keeps nothing.
 */
export async function allProblems(
  { told, ...of }: Judged & { readonly told: readonly Problem[] },
  judge: Judge,
): Promise<readonly Problem[]> {
  let known = told;
  for (let turn = 0; turn < TURNS; turn++) {
    const found = await foundBeside(of, known, judge);
    if (found.length === 0) return known;
    known = [...known, ...found];
  }
  return known;
}
