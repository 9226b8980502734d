import { ok, type Result } from '#kernel/result.ts';
import { searchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Found } from '../contract.ts';

/** Finds cities, ties, organisations and outcomes by name; what only the actor's offices may see is among them, marked. */
export async function search(work: Work, input: Asked<'search'>): Promise<Result<{ entries: Found[] }>> {
  const found = await searchTerms(work, input);
  return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label } })) });
}
