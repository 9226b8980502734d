// What a schema lets pass and nobody means. Fields that it does not know: zod drops them, so that whoever misspelt one would be told that all is
// well; they are refused by name. Line breaks in what is one line, and characters that do not show.
import { z } from 'zod';
import { breaksLine, hiddenIn, longestLine } from '#kernel/writing/one-line.ts';
import type { Problem } from '#kernel/result.ts';
import { bare, defOf, meantOf, meantOption, type Union } from './walk-schema.ts';

type Path = readonly (string | number)[];

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob);

/** The problems of the option that was meant; what else is wrong with it the schema's own issues tell. */
function ofUnion(union: Union, value: unknown, path: Path): readonly Problem[] {
  const fitting = union.options.filter((option) => z.safeParse(option, value).success);
  const meant = fitting.length > 0 ? fitting : [meantOption(union, value) ?? []].flat();
  return meantOf(meant.map((option) => strayInput(option, value, path))) ?? [];
}

function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>, value: unknown, path: Path): readonly Problem[] {
  if (!isThing(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Problem[] => {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const at = [...path, key];
    return known === undefined ? [{ path: at, code: 'kernel.unknown_key', params: { keys: key } }] : strayInput(known, inner, at);
  });
}

/** Longer than any prose: a list that is pasted, where some programs part lines by form feeds. */
const LONGEST_PROSE = 100_000;

/** Most characters that a schema of texts lets pass. */
function longestOf(schema: z.core.$ZodType): number {
  const { checks = [] } = schema._zod.def;
  return Math.min(...checks.map(({ _zod: { def } }) => ('maximum' in def && typeof def.maximum === 'number' ? def.maximum : Infinity)));
}

/** A text is as long as its schema lets it be: a line, prose, or a pasted list. */
function ofText(schema: z.core.$ZodType, value: unknown, path: Path): readonly Problem[] {
  if (typeof value !== 'string') return [];
  const most = longestOf(schema);
  const read = most > LONGEST_PROSE && most < Infinity ? value.replace(/[\v\f]/g, ' ') : value;
  const isLine = most <= longestLine;
  const found = isLine ? breaksLine(read) : hiddenIn(read);
  // NUL cannot be kept at all, and is told so.
  if (found === null || found.character === 'U+0000') return [];
  return [{ path, code: isLine ? 'kernel.not_one_line' : 'kernel.hidden_character', params: { ...found } }];
}

/** A problem for each field of a value, at any depth, that the schema does not name, and for each text that is not what it seems. */
export function strayInput(schema: z.core.$ZodType, value: unknown, path: Path = []): readonly Problem[] {
  if (value === undefined || value === null) return [];
  const inner = bare(schema);
  const def = defOf(inner);
  switch (def.type) {
    case 'string':
      return ofText(inner, value, path);
    case 'object':
      return def.catchall === undefined || def.catchall._zod.def.type === 'never' ? ofObject(def.shape, value, path) : [];
    case 'array':
      return Array.isArray(value) ? value.flatMap((entry, at) => strayInput(def.element, entry, [...path, at])) : [];
    case 'record':
      return isThing(value) ? Object.entries(value).flatMap(([key, entry]) => strayInput(def.valueType, entry, [...path, key])) : [];
    case 'union':
      return ofUnion(def, value, path);
    default:
      return [];
  }
}
