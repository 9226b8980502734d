// A plan or the current schedule as slots × places: things once in lists, cells that point into them.
import { overlaps } from '#kernel/intervals.ts';
import type { Answer } from '../../contract.ts';
import { conflictsByMeeting, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { EditionFacts, Meeting, Placed } from '../../domain/edition-facts.ts';
import { sentenceOf, type Names } from '../../domain/planning/sentences.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { shownSentence } from './show-plan.ts';
import { editionRef, participantRef, placeRef, slotRef } from '../show-refs.ts';

interface Shown {
  readonly edition: EditionFacts;
  readonly meetings: readonly Meeting[];
  readonly placed: readonly Placed[];
  readonly conflicts: readonly DraftConflict[];
  readonly names: Names;
  readonly reader: string;
  /** Venue date; undefined shows all days. */
  readonly day: string | undefined;
  readonly version: number;
}

type Grid = Answer<'planGrid'>;

const indexOf = (things: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map((thing, i) => [thing.id, i]));

function cellsOf(shown: Shown, edition: EditionFacts): Grid['cells'] {
  const [slots, places, who, interpreters] = [
    indexOf(edition.slots),
    indexOf(edition.places),
    indexOf(edition.participants),
    indexOf(edition.interpreters),
  ];
  const meetings = new Map(shown.meetings.map((m) => [m.id, m]));
  const against = conflictsByMeeting(shown.conflicts);
  return shown.placed.flatMap((p) => {
    const meeting = meetings.get(p.meetingId);
    const [slot, place] = [slots.get(p.slotId), places.get(p.placeId)];
    const [a, b] = [who.get(meeting?.a ?? ''), who.get(meeting?.b ?? '')];
    if (meeting === undefined || slot === undefined || place === undefined || a === undefined || b === undefined) return [];
    const reasons = (against.get(meeting.id) ?? []).map((c) => ({
      ...shownSentence(sentenceOf(c.reason, shown.names, shown.reader)),
      severity: c.severity,
    }));
    const state = reasons.some((r) => r.severity === 'hard')
      ? ('hard' as const)
      : reasons.length > 0
        ? ('warning' as const)
        : ('fine' as const);
    const interpreter = p.interpreterId === null ? null : (interpreters.get(p.interpreterId) ?? null);
    return [{ meetingId: meeting.id, number: meeting.number, slot, place, a, b, interpreter, pinned: p.pinned, state, reasons }];
  });
}

/** The grid of all days, or of one. Participants and interpreters are those of the edition; withdrawn ones only where they still stand in a cell. */
export function showGrid(shown: Shown): Grid {
  const { edition, day } = shown;
  const dayOf = (start: number): string => dayAt(start, edition.timeZone);
  const inCells = new Set(shown.meetings.flatMap((m) => [m.a, m.b]));
  const visible: EditionFacts = {
    ...edition,
    slots: day === undefined ? edition.slots : edition.slots.filter((s) => dayOf(s.start) === day),
    participants: edition.participants.filter((p) => !p.withdrawn || inCells.has(p.id)),
  };
  const slots = indexOf(visible.slots);
  return {
    edition: editionRef(edition),
    version: shown.version,
    slots: visible.slots.map(slotRef),
    places: visible.places.map((p) => ({ ...placeRef(p), seats: p.seats })),
    participants: visible.participants.map((p) => ({ ...participantRef(p), seats: p.seats })),
    interpreters: visible.interpreters.map(({ id, name }) => ({ id, name })),
    shut: visible.places.flatMap((p, place) => p.closedSlots.flatMap((id) => (slots.has(id) ? [{ slot: slots.get(id) ?? 0, place }] : []))),
    away: visible.participants.flatMap(({ away }, participant) =>
      away.length === 0 ? [] : visible.slots.flatMap((s, slot) => (away.some((span) => overlaps(span, s)) ? [{ slot, participant }] : [])),
    ),
    cells: cellsOf(shown, visible),
    days: [...new Set(edition.slots.map((s) => dayOf(s.start)))],
  };
}
