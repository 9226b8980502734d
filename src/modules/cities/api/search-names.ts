// Names are searched for as they are typed; one that is the short name of a Chinese place, or a former Chinese name, finds that place first.
import { languageWritten } from '#kernel/writing/in-languages.ts';
import { searchTerms, type Found } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import { renamedTo } from '../domain/chinese-former-names.ts';
import { isNameOf, meantByShortName } from '../domain/chinese-short-names.ts';

/** What is called so, the likeliest first. */
export async function searchNames(work: Work, asked: { readonly q: string; readonly limit: number }): Promise<readonly Found[]> {
  const found = await searchTerms(work, asked);
  const meant: Found[] = [];
  for (const place of meantByShortName(asked.q))
    for (const one of await searchTerms(work, { q: place, limit: asked.limit }))
      if (one.kind === 'city' && isNameOf(place, one.label[languageWritten(place)]?.text ?? '')) meant.push(one);
  const now = renamedTo(asked.q);
  if (now !== null)
    for (const one of await searchTerms(work, { q: now, limit: asked.limit }))
      if (one.kind === 'city' && one.label[languageWritten(now)]?.text.startsWith(now) === true) meant.push(one);
  if (meant.length === 0) return found;
  const first = new Set(meant.map(({ id }) => id));
  return [...meant, ...found.filter(({ id }) => !first.has(id))].slice(0, asked.limit);
}
