// How a meeting is named where another module points to it: by who met, for those alone who have it in an agenda of theirs.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import { getEdition } from '#modules/expos/api/edition/open-edition.ts';
import type { Work } from '#platform/work.ts';
import { mayNameOffices } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { findEntryOfMeeting, officesOfParticipants } from '../../store/agendas.ts';

export interface NamedMeeting {
  readonly editionId: string;
  readonly edition: MultilingualText;
  /** The two who met: the reader's own side first. */
  readonly sides: readonly [MeetingSide, MeetingSide];
  /** Offices of the two companies, which have a word in what comes of it. */
  readonly offices: readonly OfficeId[];
}

/** What each side of a meeting reads of the other: its name, and where it comes from. */
export interface MeetingSide {
  readonly name: MultilingualText;
  readonly city: string | null;
  readonly country: string | null;
}

/** A meeting of a released schedule as the actor may see it; null for everybody else. */
export async function nameMeeting(work: Work, meetingId: string): Promise<NamedMeeting | null> {
  const entry = await findEntryOfMeeting(work.tx, meetingId);
  if (entry === null) return null;
  const { editionId, participantId } = entry;
  const edition = await getEdition(work, { edition: editionId });
  const known = await listingsOf(work, { editionId, participantIds: [participantId, entry.with.id] });
  const own = known.get(participantId);
  if (!edition.ok || own === undefined) return null;
  const other = known.get(entry.with.id);
  const offices = await actingFor(work, mayNameOffices(edition.value), ({ tx }) =>
    officesOfParticipants(tx, editionId, [participantId, entry.with.id]),
  );
  const side = ({ name, city, country }: MeetingSide): MeetingSide => ({ name, city, country });
  const { name, country } = entry.with;
  return { editionId, edition: edition.value.name, sides: [side(own), side(other ?? { name, country, city: null })], offices };
}
