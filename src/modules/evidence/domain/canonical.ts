// The one writing of a value as JSON, so that two installations hash the same content to the same bytes.

/**
 * JSON without spaces, the keys of every object in the order of their UTF-16 units (as RFC 8785 has it), entries that are undefined left
 * out. Numbers do not occur in what is hashed: figures are decimal strings.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
