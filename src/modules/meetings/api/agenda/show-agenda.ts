// How an agenda looks to its participant, in the reader's language.
import type { Answer } from '../../contract.ts';
import { languageSentence, whySentence, wishedSentence } from '../../domain/agenda/agenda.ts';
import type { EditionHall, EditionParticipant } from '../../domain/edition-facts.ts';
import type { Hole } from '../../domain/agenda/holes.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { withSound } from '../../formats/spoken-person.ts';
import type { ShownEntry } from '../../store/agendas.ts';
import type { Notice } from '../../store/releases.ts';
import { editionRef, participantRef, placeRef } from '../show-refs.ts';
import { shownSentence } from '../planning/show-plan.ts';

export type Agenda = Answer<'getAgenda'>;
type Entry = Agenda['entries'][number];

/** The version of what a side said of a meeting, whichever of its offices said it last: when that was, in as many digits as If-Match takes; 0: nothing. */
export const feedbackVersion = (said: ShownEntry['feedback']): number => (said === null ? 0 : 1 + (said.givenAt % 999_999_999));

const feedbackOf = (said: ShownEntry['feedback']): Entry['feedback'] =>
  said === null ? null : { ...said, givenAt: instantText(said.givenAt), version: feedbackVersion(said) };

/** Who looks: in which language, and whether from the participant's own side. */
export interface Viewer {
  readonly reader: string;
  readonly side: 'own' | 'organiser';
}

/** An entry of the participant with this code. Feedback stays on its own side, and only that side is addressed as "you". */
export const showEntry = (entry: ShownEntry, code: string, { reader, side }: Viewer): Entry => {
  const { details } = entry;
  const own = side === 'own';
  return {
    meetingId: entry.meetingId,
    number: details.number,
    slotId: entry.slotId,
    startsAt: instantText(entry.start),
    endsAt: instantText(entry.end),
    place: placeRef(details.place),
    with: participantRef(details.with),
    about: { ...entry.about, offerTopics: [...entry.about.offerTopics], needTopics: [...entry.about.needTopics] },
    person: details.person === null ? null : withSound(details.person, details.with.country),
    why: shownSentence(own ? whySentence(details.asked) : wishedSentence(details.asked, code, details.with.code)),
    language: shownSentence(languageSentence(details.understanding, reader)),
    interpreter: details.interpreter?.name ?? null,
    movedFrom: entry.movedFrom === null ? null : instantText(entry.movedFrom),
    added: entry.added,
    sequence: entry.sequence,
    absence: entry.absentSince === null ? null : { reportedAt: instantText(entry.absentSince) },
    metAt: entry.metAt === null ? null : instantText(entry.metAt),
    feedback: own ? feedbackOf(entry.feedback) : null,
  };
};

export const showAway = (participant: EditionParticipant) =>
  participant.away.map(({ start, end, reason, itemId = null }) => ({
    startsAt: instantText(start),
    endsAt: instantText(end),
    reason,
    itemId,
  }));

const showHole = (edition: EditionHall, hole: Hole): readonly Agenda['holes'][number][] => {
  const slot = edition.slots.find((s) => s.id === hole.slotId);
  if (slot === undefined) return [];
  const canTake = hole.candidates.filter((c) => c.canTake).length;
  return [
    { slotId: slot.id, startsAt: instantText(slot.start), endsAt: instantText(slot.end), candidates: hole.candidates.length, canTake },
  ];
};

export const showNotice = (notice: Notice | null) =>
  notice === null ? null : { number: notice.number, publishedAt: notice.publishedAt.toISOString() };

/** The agenda of one participant of the edition. */
export function showAgenda(
  edition: EditionHall,
  participant: EditionParticipant,
  parts: {
    readonly entries: readonly ShownEntry[];
    readonly holes: readonly Hole[];
    readonly notice: Notice | null;
    readonly viewer: Viewer;
  },
): Agenda {
  const stand = edition.places.find((p) => p.standId !== null && p.standId === participant.standId);
  const ours = parts.entries.filter((e) => e.participantId === participant.id);
  return {
    edition: { ...editionRef(edition), venue: edition.venue },
    side: parts.viewer.side,
    participant: { ...participantRef(participant), standCode: stand?.code ?? null, meetsAt: participant.meetsAt, seats: participant.seats },
    release: showNotice(parts.notice),
    entries: ours.filter((e) => !e.cancelled).map((e) => showEntry(e, participant.code, parts.viewer)),
    cancelled: ours
      .filter((e) => e.cancelled)
      .map((e) => ({
        meetingId: e.meetingId,
        startsAt: instantText(e.start),
        endsAt: instantText(e.end),
        sequence: e.sequence,
        with: participantRef(e.details.with),
      })),
    holes: parts.holes.flatMap((h) => showHole(edition, h)),
    away: showAway(participant),
  };
}
