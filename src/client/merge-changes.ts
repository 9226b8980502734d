// What becomes of a change when somebody else saved meanwhile: field by field, so that only real differences ask for a person.

/** Whether two values that came as JSON say the same; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}

/** The fields in which `mine` differs from `base`, with my values. */
export function changesOf<F extends object>(keys: readonly (keyof F & string)[], base: F, mine: F): Partial<F> {
  const changes: Partial<F> = {};
  for (const key of keys) if (!sameValue(base[key], mine[key])) changes[key] = mine[key];
  return changes;
}

/** The fields that both sides changed, and to different values. */
export const clashesOf = <F extends object>(
  keys: readonly (keyof F & string)[],
  { base, mine, theirs }: { readonly base: F; readonly mine: F; readonly theirs: F },
): readonly (keyof F & string)[] =>
  keys.filter((key) => !sameValue(base[key], mine[key]) && !sameValue(base[key], theirs[key]) && !sameValue(mine[key], theirs[key]));
