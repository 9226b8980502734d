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
