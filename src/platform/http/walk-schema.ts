// How schemas are walked: what zod publishes of itself for those who do.
import { z } from 'zod';

export type Schema = z.core.$ZodType;

export const defOf = (schema: Schema): z.core.$ZodTypes['_zod']['def'] => (schema as z.core.$ZodTypes)._zod.def;

/** The schema without what only says that nothing may stand there, or what is read from it. */
export function bare(schema: Schema): Schema {
  const def = defOf(schema);
  switch (def.type) {
    case 'pipe':
      return bare(def.in);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return bare(def.innerType);
    default:
      return schema;
  }
}

/** Which of several lists of problems belongs to what was meant: the shortest. */
export const meantOf = <T>(tried: readonly (readonly T[])[]): readonly T[] | undefined => tried.toSorted((a, b) => a.length - b.length)[0];

export interface Union {
  readonly options: readonly Schema[];
  readonly discriminator?: string;
}

/** The option of a union that a value is closest to; undefined where it is of a kind that there is not. */
export function meantOption({ options, discriminator }: Union, value: unknown): Schema | undefined {
  const tried = options.map((option) => ({ option, issues: z.safeParse(option, value).error?.issues ?? [] }));
  const ofKind = tried.filter(({ issues }) => discriminator === undefined || !issues.some(({ path }) => path[0] === discriminator));
  const [first, ...others] = ofKind;
  return first === undefined
    ? undefined
    : others.reduce((best, next) => (next.issues.length < best.issues.length ? next : best), first).option;
}

/** The schema of what stands one step deeper, as its value has it; undefined where there is none. */
export function schemaBelow(schema: Schema, value: unknown, key: string | number): Schema | undefined {
  const def = defOf(bare(schema));
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    case 'array':
      return def.element;
    case 'record':
      return def.valueType;
    case 'union': {
      const meant = meantOption(def, value);
      return meant === undefined ? undefined : schemaBelow(meant, value, key);
    }
    default:
      return undefined;
  }
}
