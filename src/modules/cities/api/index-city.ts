// What a city is found by: all its names, former ones and foreign spellings included, unless the naming policy hides it.
import { removeSearchTerms, writeSearchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { CityRecord } from '../domain/city.ts';
import { namingOf } from './naming.ts';

/** Writes the terms of cities anew, in the transaction of what changed them. */
export async function indexCities(work: Work, records: readonly CityRecord[]): Promise<void> {
  const naming = await namingOf(work);
  for (const record of records) {
    if (!naming.mayShow(record)) {
      await removeSearchTerms(work, { kind: 'city', id: record.id }, 'public');
      continue;
    }
    const label = naming.labelOf(record);
    const terms = [...Object.values(label), ...record.names].map(({ text }) => text);
    await writeSearchTerms(
      work,
      { kind: 'city', id: record.id, slug: record.slug, label, terms: [...terms, ...record.alsoCalled] },
      'public',
    );
  }
}
