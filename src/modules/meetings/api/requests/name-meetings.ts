// How a meeting is named where another module points to it: by who met, for those alone who have it in an agenda of theirs.
import type { MultilingualText } from '#kernel/language.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import { getEdition } from '#modules/expos/api/open-edition.ts';
import type { Work } from '#platform/work.ts';
import { findEntryOfMeeting } from '../../store/agendas.ts';

export interface NamedMeeting {
  readonly editionId: string;
  readonly edition: MultilingualText;
  /** What the two who met are called; nothing else of them. */
  readonly between: readonly [MultilingualText, MultilingualText];
}

/** A meeting of a released schedule as the actor may see it; null for everybody else. */
export async function nameMeeting(work: Work, meetingId: string): Promise<NamedMeeting | null> {
  const entry = await findEntryOfMeeting(work.tx, meetingId);
  if (entry === null) return null;
  const { editionId, participantId } = entry;
  const edition = await getEdition(work, { edition: editionId });
  const own = (await listingsOf(work, { editionId, participantIds: [participantId] })).get(participantId);
  if (!edition.ok || own === undefined) return null;
  return { editionId, edition: edition.value.name, between: [own.name, entry.with.name] };
}
