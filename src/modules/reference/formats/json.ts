// Looks into parsed JSON of others without trusting its shape.

export type Json = unknown;

export const asRecord = (value: Json): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};

/** The value of a field; undefined where there is none. */
export function field(value: Json, name: string): Json {
  const record = asRecord(value);
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

export const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
