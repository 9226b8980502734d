// An input of which a part does not fit its schema is judged without that part as well, so that whoever sent it learns of everything at once.
import { z } from 'zod';
import type { Problem } from '#kernel/result.ts';

type Path = readonly (string | number)[];

/** The value with nothing at the path; lists keep their length. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return undefined;
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (String(at) === String(key) ? without(inner, rest) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name !== String(key) ? [[name, inner]] : rest.length === 0 ? [] : [[name, without(inner, rest)]],
    ),
  );
}

/** Deeper than any field of ours lies. */
const DEEPEST = 8;

/** The input without what is wrong at these places: of each as little as its schema lets be missing; undefined where it cannot do without. */
export function restOfInput(schema: z.core.$ZodType, input: unknown, wrong: readonly Path[]): unknown {
  let rest = input;
  let cut = wrong;
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (cut.some((path) => path.length === 0)) return undefined;
    for (const path of cut) rest = without(rest, path);
    const { error } = z.safeParse(schema, rest);
    if (error === undefined) return rest;
    // What must not be missing goes with what it lies in.
    cut = error.issues.map(({ path }) => path.slice(0, -1).map((part) => (typeof part === 'number' ? part : String(part))));
  }
  return undefined;
}

const lies = (inner: Path, outer: Path): boolean => outer.every((part, at) => String(part) === String(inner[at]));

/** Those that are about other places than the ones already told. */
export const furtherProblems = (told: readonly Problem[], found: readonly Problem[]): readonly Problem[] =>
  found.filter(({ path }) => !told.some((known) => lies(path, known.path) || lies(known.path, path)));
