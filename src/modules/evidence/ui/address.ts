// What the addresses of the pages say beside the path.

/** /sources */
export interface SourcesSearch {
  /** What is looked for; a word of digits alone comes as a number. */
  readonly q?: string | number;
}

export function sourcesSearch(search: Readonly<Record<string, unknown>>): SourcesSearch {
  const { q } = search;
  return (typeof q === 'string' || typeof q === 'number') && String(q).trim() !== '' ? { q: String(q).slice(0, 120) } : {};
}
