import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import { loadOffices } from '../store/offices.ts';

/** The names of offices by id, in one query whatever their number; what is no office is left out. */
export async function nameOffices(work: Work, ids: readonly OfficeId[]): Promise<ReadonlyMap<OfficeId, MultilingualText>> {
  const offices = await loadOffices(work, [...new Set(ids)]);
  return new Map(offices.map(({ id, name }) => [id, name]));
}
