// A plan or the current schedule as slots × places: things once in lists, cells that point into them.
import { overlaps } from '#kernel/intervals.ts';
import type { Answer, Asked } from '../../contract.ts';
import { conflictsByMeeting, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { EditionFacts, Meeting, Placed } from '../../domain/edition-facts.ts';
import { sentenceOf, type Names } from '../../domain/planning/sentences.ts';
import { dayAt, instantText } from '../../domain/agenda/venue-clock.ts';
import { shownSentence } from './show-plan.ts';
import { editionRef, participantRef, placeRef, slotRef } from '../show-refs.ts';

interface Shown {
  readonly edition: EditionFacts;
  readonly meetings: readonly Meeting[];
  readonly placed: readonly Placed[];
  /** How many meetings each slot holds, where `placed` is not all of them. */
  readonly heldInSlots?: ReadonlyMap<string, number> | null;
  readonly conflicts: readonly DraftConflict[];
  readonly names: Names;
  /** When meetings of the schedule were held in the live queue. */
  readonly met?: ReadonlyMap<string, number>;
  readonly reader: string;
  /** Venue date; undefined shows all days. */
  readonly day: string | undefined;
  readonly part: GridPart;
  readonly version: number;
}

/** What of the grid is shown; nothing said: all of it. */
type GridPart = Pick<Asked<'planGrid'>, 'fromTable' | 'tables' | 'slotId' | 'meetingId'>;

const isWhole = ({ fromTable = 0, tables, slotId, meetingId }: GridPart): boolean =>
  fromTable === 0 && tables === undefined && slotId === undefined && meetingId === undefined;

/** Whether a slot at a place belongs to the part; stands do wherever the tables begin. */
function inPart({ places, slots }: EditionFacts, part: GridPart): (slotId: string, placeId: string) => boolean {
  const { fromTable = 0, tables = Infinity, slotId } = part;
  if (isWhole(part)) return () => true;
  const shown = new Set(
    [
      ...places.filter(({ kind }) => kind === 'table').slice(fromTable, fromTable + tables),
      ...places.filter(({ kind }) => kind === 'stand'),
    ].map(({ id }) => id),
  );
  const times = new Set(slots.flatMap(({ id }) => (slotId === undefined || slotId === id ? [id] : [])));
  return (slot, place) => times.has(slot) && shown.has(place);
}

/** The placements of a part. */
function placedIn({ placed, edition, part }: Shown): readonly Placed[] {
  const { meetingId } = part;
  if (meetingId !== undefined) return placed.filter((one) => one.meetingId === meetingId);
  const isIn = inPart(edition, part);
  return isWhole(part) ? placed : placed.filter((one) => isIn(one.slotId, one.placeId));
}

type Grid = Answer<'planGrid'>;

function toldPart({ edition, part }: Shown): Grid['part'] {
  if (isWhole(part)) return null;
  // One meeting alone says nothing of any table.
  const tables = part.meetingId === undefined ? (part.tables ?? edition.places.length) : 0;
  return { fromTable: part.fromTable ?? 0, tables, slotId: part.slotId ?? null };
}

const indexOf = (things: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map((thing, i) => [thing.id, i]));

function cellsOf(shown: Shown, edition: EditionFacts): Grid['cells'] {
  const [slots, places, who, interpreters] = [
    indexOf(edition.slots),
    indexOf(edition.places),
    indexOf(edition.participants),
    indexOf(edition.interpreters),
  ];
  // Of sixty thousand few are shown.
  const inGrid = new Set(shown.placed.map(({ meetingId }) => meetingId));
  const meetings = new Map(shown.meetings.flatMap((m) => (inGrid.has(m.id) ? [[m.id, m]] : [])));
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
    const metAt = shown.met?.get(meeting.id);
    const isMet = metAt !== undefined && metAt < (edition.slots[slot]?.start ?? 0);
    return [
      {
        ...{ meetingId: meeting.id, number: meeting.number, slot, place, a, b, interpreter, pinned: p.pinned, state, reasons },
        ...(isMet ? { metAt: instantText(metAt) } : {}),
      },
    ];
  });
}

/** Those of an edition that a grid names: all but who has withdrawn and stands in no meeting, or of a part those of its cells. */
function participantsOf({ edition, meetings, part }: Shown, placed: readonly Placed[]): EditionFacts['participants'] {
  const inGrid = isWhole(part) ? null : new Set(placed.map(({ meetingId }) => meetingId));
  const inCells = new Set(meetings.flatMap(({ id, a, b }) => (inGrid === null || inGrid.has(id) ? [a, b] : [])));
  return edition.participants.filter(({ id, withdrawn }) => inCells.has(id) || (inGrid === null && !withdrawn));
}

/** The grid of all days, or of one, or a part of it. Interpreters are those of the edition. */
export function showGrid(shown: Shown): Grid {
  const { edition, day, part } = shown;
  const dayOf = (start: number): string => dayAt(start, edition.timeZone);
  const daySlots = day === undefined ? edition.slots : edition.slots.filter((s) => dayOf(s.start) === day);
  const inDay = new Set(daySlots.map(({ id }) => id));
  const placed = placedIn(shown).filter(({ slotId }) => inDay.has(slotId));
  const visible: EditionFacts = { ...edition, slots: daySlots, participants: participantsOf(shown, placed) };
  const slots = indexOf(visible.slots);
  const isIn = inPart(edition, part);
  return {
    edition: editionRef(edition),
    version: shown.version,
    slots: visible.slots.map(slotRef),
    places: visible.places.map((p) => ({ ...placeRef(p), seats: p.seats })),
    participants: visible.participants.map((p) => ({ ...participantRef(p), seats: p.seats })),
    interpreters: visible.interpreters.map(({ id, name }) => ({ id, name })),
    shut: visible.places.flatMap((p, place) =>
      p.closedSlots.flatMap((id) => (slots.has(id) && isIn(id, p.id) ? [{ slot: slots.get(id) ?? 0, place }] : [])),
    ),
    away: visible.participants.flatMap(({ away }, participant) =>
      away.length === 0 ? [] : visible.slots.flatMap((s, slot) => (away.some((span) => overlaps(span, s)) ? [{ slot, participant }] : [])),
    ),
    cells: cellsOf({ ...shown, placed }, visible),
    part: toldPart(shown),
    ...byDay(shown, dayOf),
  };
}

/** The days of the edition, each with its meetings: a board that shows one of them tells which are empty. */
function byDay({ edition, placed, heldInSlots }: Shown, dayOf: (start: number) => string): Pick<Grid, 'days' | 'meetingsOnDays'> {
  const held = heldInSlots ?? new Map([...Map.groupBy(placed, ({ slotId }) => slotId)].map(([slot, own]) => [slot, own.length]));
  const slots = Map.groupBy(edition.slots, ({ start }) => dayOf(start));
  const count = (own: EditionFacts['slots']): number => own.reduce((sum, { id }) => sum + (held.get(id) ?? 0), 0);
  return { days: [...slots.keys()], meetingsOnDays: [...slots.values()].map(count) };
}
