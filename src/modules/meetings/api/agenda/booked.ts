// What a letter of the edition tells of the schedule in force; subscribed in app to expos's letters.
import type { Work } from '#platform/work.ts';
import { countEntries } from '../../store/agendas.ts';
import { loadNotice } from '../../store/releases.ts';

/** How many meetings each company has in it; null where none is in force. */
export const bookedOf = async (work: Work, editionId: string): Promise<ReadonlyMap<string, number> | null> =>
  (await loadNotice(work.tx, editionId)) === null ? null : countEntries(work.tx, editionId);
