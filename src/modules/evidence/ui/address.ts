// What the addresses of the pages say beside the path.
import { textIn } from '#client/address-text.ts';

/** /sources */
export interface SourcesSearch {
  /** What is looked for; a word of digits alone comes as a number. */
  readonly q?: string | number;
}

export function sourcesSearch(search: Readonly<Record<string, unknown>>): SourcesSearch {
  const q = textIn(search['q']);
  return q.trim() === '' ? {} : { q };
}
