// Who else is free when some participants are, with whom the released programme takes among those who are not.
import type { Work } from '#platform/work.ts';
import type { EditionHall } from '../../domain/edition-facts.ts';
import { takenByProgramme } from '../../domain/programme/taken-by-programme.ts';
import { loadAround, type Around } from '../../store/surroundings.ts';

/** As `loadAround`, read as the organiser. One query. */
export async function freeAround(
  acting: Work,
  { id, programme = [] }: Pick<EditionHall, 'id' | 'programme'>,
  asked: Parameters<typeof loadAround>[2],
): Promise<Around> {
  const around = await loadAround(acting.tx, id, asked);
  return { ...around, ...takenByProgramme(programme, around, acting.actor.language) };
}
