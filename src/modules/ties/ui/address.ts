// What the addresses of the pages say beside the path.

export interface DeskSearch {
  /** The day on which the desk is looked at; today where it is left out. */
  readonly on?: string;
}

/** /desk */
export function deskSearch(search: Readonly<Record<string, unknown>>): DeskSearch {
  const on = search['on'];
  return typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on)) ? { on } : {};
}

/** The city whose ties the map shows; all where none is named. */
export const mapSearch = (search: Readonly<Record<string, unknown>>): { readonly city?: string } =>
  typeof search['city'] === 'string' ? { city: search['city'] } : {};
