import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { rememberById, type Work } from '#platform/work.ts';
import { loadOffices, type OfficeRow } from '../store/offices.ts';

export type OfficeNames = ReadonlyMap<OfficeId, MultilingualText>;
export type OfficeKind = OfficeRow['kind'];

export type Offices = ReadonlyMap<OfficeId, OfficeRow>;

/** Offices by id; what is no office is left out. */
export const officesById = rememberById<OfficeId, OfficeRow>(
  async (work, ids) => new Map((await loadOffices(work, ids)).map((office) => [office.id, office])),
);

/** The names of offices by id; what is no office is left out. */
export async function nameOffices(work: Work, ids: readonly (OfficeId | null)[]): Promise<OfficeNames> {
  const offices = await officesById(
    work,
    ids.filter((id) => id !== null),
  );
  return new Map([...offices].map(([id, { name }]) => [id, name]));
}

/** The name that stands beside an office's id in an answer; null where no office is meant. */
export const nameOf = (names: OfficeNames, id: OfficeId | null): Record<string, MultilingualText[string]> | null =>
  id === null ? null : { ...names.get(id) };

/** What kind an office is; null where there is no such office. */
export const kindOfOffice = async (work: Work, id: OfficeId): Promise<OfficeKind | null> =>
  (await officesById(work, [id])).get(id)?.kind ?? null;
