// Reads what was frozen by the shape that reports have today: what was not known of yet when it was frozen, nobody has said in it.
import type { z } from 'zod';

type Path = readonly PropertyKey[];

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

/** What holds the place of a path, where there is such a thing. */
const holderOf = (value: unknown, path: Path): Record<PropertyKey, unknown> | null => {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  return isRecord(holder) ? holder : null;
};

/** Nothing said: null where that is a word of the shape, else nothing listed, not so, or a thing of which nothing is said. */
function unsaid(expected: unknown): unknown {
  if (expected === 'array') return [];
  if (expected === 'object') return {};
  return expected === 'boolean' ? false : undefined;
}

/** Fields that the shape asks for and the frozen report does not have are unsaid in it; everything else that does not fit is a fault, as ever. */
export function readFrozen<T>(shape: z.ZodType<T>, frozen: unknown): T {
  const value: unknown = structuredClone(frozen);
  const filled = new Set<string>();
  for (;;) {
    const read = shape.safeParse(value);
    if (read.success) return read.data;
    const settled = read.error.issues.map((issue) => {
      const holder = holderOf(value, issue.path);
      const key = issue.path.at(-1);
      if (holder === null || key === undefined) return false;
      const place = JSON.stringify(issue.path.map(String));
      if (holder[key] === undefined && !filled.has(place)) {
        filled.add(place);
        holder[key] = null;
        return true;
      }
      const nothing = 'expected' in issue ? unsaid(issue.expected) : undefined;
      if (holder[key] !== null || !filled.has(place) || nothing === undefined) return false;
      holder[key] = nothing;
      return true;
    });
    if (!settled.includes(true)) throw read.error;
  }
}
