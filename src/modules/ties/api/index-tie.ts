// How ties are found by name: under the names of both cities, for whoever may see that an office keeps them.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { indexCities } from '#modules/cities/api/index-city.ts';
import type { NamedCity } from '#modules/cities/api/open-city.ts';
import { removeSearchTerms, writeSearchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import { namedFirst, slugOf } from '../domain/naming.ts';
import type { Pair, TieId, Visibility } from '../domain/tie.ts';
import { loadKeepings, loadPairs } from '../store/keepings.ts';
import { citiesOf } from './load-ties.ts';

interface Indexed {
  readonly tieId: TieId;
  readonly pair: Pair;
}

interface Audience {
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
}

/** Both names in each language that either has, the missing one from what there is. */
function labelOf(one: NamedCity, other: NamedCity): MultilingualText {
  const [first, second] = namedFirst(one, other, null);
  const tags = new Set([...Object.keys(first.name), ...Object.keys(second.name)]);
  const nameIn = (name: MultilingualText, tag: string) => name[tag] ?? name['en'] ?? Object.values(name)[0];
  return Object.fromEntries(
    [...tags].map((tag) => [
      tag,
      { text: `${nameIn(first.name, tag)?.text ?? ''} – ${nameIn(second.name, tag)?.text ?? ''}`, origin: 'human' as const },
    ]),
  );
}

/** Writes the terms of ties for the audience that an office gives them, and those of their cities, which they name to the same. */
export async function indexKeeping(
  work: Work,
  { office, ties, audience }: { readonly office: OfficeId; readonly ties: readonly Indexed[]; readonly audience: Audience },
): Promise<void> {
  await indexCities(
    work,
    ties.flatMap(({ pair }) => [pair.a, pair.b]),
  );
  const cities = await citiesOf(
    work,
    ties.map(({ pair }) => pair),
  );
  for (const { tieId, pair } of ties) {
    const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
    if (a === undefined || b === undefined) continue;
    const label = labelOf(a, b);
    const subject = { kind: 'tie' as const, id: tieId, slug: slugOf(a, b), label, terms: Object.values(label).map(({ text }) => text) };
    if (audience.visibility === 'public') await writeSearchTerms(work, subject, 'public');
    else await writeSearchTerms(work, subject, { office, visibility: audience.visibility, sharedWith: audience.sharedWith });
  }
}

/**
 * Takes the terms out of an office's own; the public ones too, unless somebody else still shows the tie to everybody. Cities that nothing
 * else names leave the search with them.
 */
export async function unindexKeeping(
  work: Work,
  { office, ties }: { readonly office: OfficeId; readonly ties: readonly TieId[] },
): Promise<void> {
  const open = new Set((await loadKeepings(work.tx, ties)).filter(({ visibility }) => visibility === 'public').map(({ tieId }) => tieId));
  for (const tieId of ties) {
    await removeSearchTerms(work, { kind: 'tie', id: tieId }, office);
    if (!open.has(tieId)) await removeSearchTerms(work, { kind: 'tie', id: tieId }, 'public');
  }
  await indexCities(
    work,
    (await loadPairs(work.tx, ties)).flatMap(({ a, b }) => [a, b]),
  );
}
