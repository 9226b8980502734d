// Apart from the form, since a search that everybody loads reads its field too.
/** The text of a field as it was entered; empty where there is none. */
export function textOf(entries: FormData, name: string): string {
  const entry = entries.get(name);
  return typeof entry === 'string' ? entry : '';
}
