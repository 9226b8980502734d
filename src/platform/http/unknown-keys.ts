// Fields that no schema knows: zod drops them, so that whoever misspelt one would be told that all is well. They are refused by name.
import { z } from 'zod';
import type { Problem } from '#kernel/result.ts';

type Path = readonly (string | number)[];

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob);

/** The problems of the option that fits; where none does, the schema's own issues tell what is wrong. */
function ofUnion(options: readonly z.core.$ZodType[], value: unknown, path: Path): readonly Problem[] {
  const fitting = options.filter((option) => z.safeParse(option, value).success).map((option) => unknownKeys(option, value, path));
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>, value: unknown, path: Path): readonly Problem[] {
  if (!isThing(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Problem[] => {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const at = [...path, key];
    return known === undefined ? [{ path: at, code: 'kernel.unknown_key', params: { keys: key } }] : unknownKeys(known, inner, at);
  });
}

/** A problem for each field of a value, at any depth, that the schema does not name. */
export function unknownKeys(schema: z.core.$ZodType, value: unknown, path: Path = []): readonly Problem[] {
  if (value === undefined || value === null) return [];
  // What zod publishes of itself for those who walk its schemas.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall === undefined || def.catchall._zod.def.type === 'never' ? ofObject(def.shape, value, path) : [];
    case 'array':
      return Array.isArray(value) ? value.flatMap((inner, at) => unknownKeys(def.element, inner, [...path, at])) : [];
    case 'record':
      return isThing(value) ? Object.entries(value).flatMap(([key, inner]) => unknownKeys(def.valueType, inner, [...path, key])) : [];
    case 'union':
      return ofUnion(def.options, value, path);
    case 'pipe':
      return unknownKeys(def.in, value, path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return unknownKeys(def.innerType, value, path);
    default:
      return [];
  }
}
