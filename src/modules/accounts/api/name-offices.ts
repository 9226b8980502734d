import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import { loadOffices, type OfficeRow } from '../store/offices.ts';

export type OfficeNames = ReadonlyMap<OfficeId, MultilingualText>;
export type OfficeKind = OfficeRow['kind'];

/** The names of offices by id, in one query whatever their number; what is no office is left out. */
export async function nameOffices(work: Work, ids: readonly (OfficeId | null)[]): Promise<OfficeNames> {
  const offices = await loadOffices(
    work,
    [...new Set(ids)].filter((id) => id !== null),
  );
  return new Map(offices.map(({ id, name }) => [id, name]));
}

/** The name that stands beside an office's id in an answer; null where no office is meant. */
export const nameOf = (names: OfficeNames, id: OfficeId | null): Record<string, MultilingualText[string]> | null =>
  id === null ? null : { ...names.get(id) };

/** What kind an office is; null where there is no such office. */
export const kindOfOffice = async (work: Work, id: OfficeId): Promise<OfficeKind | null> =>
  (await loadOffices(work, [id]))[0]?.kind ?? null;
