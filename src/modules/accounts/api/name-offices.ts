import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { rememberById, type Work } from '#platform/work.ts';
import { loadOffices, type OfficeRow } from '../store/offices.ts';

export type OfficeNames = ReadonlyMap<OfficeId, MultilingualText>;
export type OfficeKind = OfficeRow['kind'];

const namesById = rememberById<OfficeId, MultilingualText>(
  async (work, ids) => new Map((await loadOffices(work, ids)).map(({ id, name }) => [id, name])),
);

/** The names of offices by id; what is no office is left out. */
export const nameOffices = (work: Work, ids: readonly (OfficeId | null)[]): Promise<OfficeNames> =>
  namesById(
    work,
    ids.filter((id) => id !== null),
  );

/** The name that stands beside an office's id in an answer; null where no office is meant. */
export const nameOf = (names: OfficeNames, id: OfficeId | null): Record<string, MultilingualText[string]> | null =>
  id === null ? null : { ...names.get(id) };

/** What kind an office is; null where there is no such office. */
export const kindOfOffice = async (work: Work, id: OfficeId): Promise<OfficeKind | null> =>
  (await loadOffices(work, [id]))[0]?.kind ?? null;
