// Records changed by what a request gives, so that a field stands in no list of them.

/** The record with those of its fields that are given: what is undefined stays as it was, null is given; what is no field of it is left. */
export function withGiven<T extends object>(record: T, given: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const said = Object.entries(given).filter(([name, value]) => value !== undefined && name in record);
  return { ...record, ...Object.fromEntries(said) };
}
