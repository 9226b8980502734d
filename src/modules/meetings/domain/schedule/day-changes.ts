// What an organiser reports on the day, as the planner's changes and as what the roster is told.
import { overlaps, type Interval } from '#kernel/intervals.ts';
import type { Problem } from '#kernel/result.ts';
import type { DayNote } from '#modules/expos/domain/day-note.ts';
import type { Help } from '#scheduler/core/helps.ts';
import type { Facts } from '#scheduler/core/model.ts';
import type { Change, Moment } from '#scheduler/core/repair-change.ts';
import type { EditionFacts, EditionSlot, Placed } from '../edition-facts.ts';
import type { PlannerInput } from '../planning/planner-facts.ts';

export type { DayNote };

/** What has changed; ids of the edition. */
export type DayChange =
  /** Does not come: from this slot on, nobody meets them any more. */
  | { readonly kind: 'no_show'; readonly participantId: string; readonly fromSlotId: string }
  /** Is there from this slot on, and not before; where it is said since which slot not, before that one as agreed. */
  | { readonly kind: 'late'; readonly participantId: string; readonly fromSlotId?: string | undefined; readonly untilSlotId: string }
  /** Has come after all: from now on nothing that was noted without a reason keeps them away, and what was cancelled on the day is wished for. */
  | { readonly kind: 'arrived'; readonly participantId: string }
  /** A table or stand that cannot be used: in one slot, or (null) from now on. */
  | { readonly kind: 'place_withdrawn'; readonly placeId: string; readonly slotId: string | null }
  | { readonly kind: 'slot_closed'; readonly slotId: string }
  /** Cannot interpret when they are down as away by now, by the organiser's word or their own. */
  | { readonly kind: 'interpreter_away'; readonly interpreterId: string }
  /** A meeting that is wished and not in the schedule. */
  | { readonly kind: 'added'; readonly meetingId: string };

interface Known {
  readonly edition: EditionFacts;
  /** Meetings that are wished and not in the schedule. */
  readonly open: ReadonlySet<string>;
  /** UTC milliseconds. */
  readonly now: number;
}

const changeProblem = ({ edition, open, now }: Known, change: DayChange, at: number): readonly Problem[] => {
  const problems: Problem[] = [];
  const name = (field: string, code: string): void => void problems.push({ path: ['changes', at, field], code });
  const slot = (field: string, id: string): void => {
    const found = edition.slots.find((one) => one.id === id);
    if (found === undefined) name(field, 'meetings.slot_unknown');
    else if (found.start <= now) name(field, 'meetings.slot_over');
  };
  if ('participantId' in change && !edition.participants.some((one) => one.id === change.participantId))
    name('participantId', 'meetings.participant_unknown');
  if (change.kind === 'interpreter_away' && !edition.interpreters.some((one) => one.id === change.interpreterId))
    name('interpreterId', 'meetings.interpreter_unknown');
  if (change.kind === 'no_show') slot('fromSlotId', change.fromSlotId);
  if (change.kind === 'late') {
    slot('untilSlotId', change.untilSlotId);
    if (change.fromSlotId !== undefined) slot('fromSlotId', change.fromSlotId);
    if (change.fromSlotId !== undefined && problems.length === 0 && missedBy(edition, now, change).length === 0)
      name('untilSlotId', 'meetings.back_before_gone');
  }
  if (change.kind === 'slot_closed') slot('slotId', change.slotId);
  if (change.kind === 'place_withdrawn') {
    if (!edition.places.some((one) => one.id === change.placeId)) name('placeId', 'meetings.place_unknown');
    if (change.slotId !== null) slot('slotId', change.slotId);
  }
  if (change.kind === 'added' && !open.has(change.meetingId)) name('meetingId', 'meetings.meeting_unknown');
  return problems;
};

/** What is wrong with changes: things that the edition does not hold, times that have begun. Paths lead into `changes`. */
export const dayChangeProblems = (known: Known, changes: readonly DayChange[]): readonly Problem[] =>
  changes.flatMap((change, at) => changeProblem(known, change, at));

/** The first slot that has not begun, as the planner's moment. */
export function momentOf({ slots }: EditionFacts, facts: Facts, now: number): Moment {
  const first = facts.slots[slots.findIndex((slot) => slot.start > now)];
  return first === undefined ? { day: (facts.slots.at(-1)?.day ?? 0) + 1, minute: 0 } : { day: first.day, minute: first.startMinute };
}

/** Slots that have not begun and lie before or, with it, after a slot. */
const upcoming = ({ slots }: EditionFacts, now: number): readonly EditionSlot[] => slots.filter((slot) => slot.start > now);
const upcomingAway = (edition: EditionFacts, now: number, interpreterId: string): readonly EditionSlot[] => {
  const away = edition.interpreters.find(({ id }) => id === interpreterId)?.away ?? [];
  return upcoming(edition, now).filter((slot) => away.some((span) => overlaps(span, slot)));
};
const startOf = ({ slots }: EditionFacts, id: string): number => slots.find((slot) => slot.id === id)?.start ?? 0;
const fromOn = (edition: EditionFacts, now: number, id: string): readonly EditionSlot[] =>
  upcoming(edition, now).filter((slot) => slot.start >= startOf(edition, id));
const before = (edition: EditionFacts, now: number, id: string): readonly EditionSlot[] =>
  upcoming(edition, now).filter((slot) => slot.start < startOf(edition, id));

/** The slots that somebody misses who comes late or is away for a while. */
const missedBy = (
  edition: EditionFacts,
  now: number,
  { fromSlotId, untilSlotId }: Extract<DayChange, { readonly kind: 'late' }>,
): readonly EditionSlot[] =>
  before(edition, now, untilSlotId).filter((slot) => fromSlotId === undefined || slot.start >= startOf(edition, fromSlotId));

/** Wished meetings that the changes add, in their order and once each. */
export const addedBy = (changes: readonly DayChange[]): readonly string[] => [
  ...new Set(changes.flatMap((change) => (change.kind === 'added' ? [change.meetingId] : []))),
];

/**
 * The changes in the planner's numbers. `input` holds the meetings of the schedule first, then the added ones (see `addedBy`);
 * the facts to repair are those without the added ones, which the changes bring. Changes must be free of problems.
 */
export function plannerChanges(
  input: PlannerInput,
  edition: EditionFacts,
  changes: readonly DayChange[],
  now: number,
): { readonly facts: Facts; readonly changes: readonly Change[] } {
  const { facts } = input;
  const slotAt = (id: string): number => facts.slots.findIndex((slot) => slot.id === id);
  const participant = (id: string): number => facts.participants.findIndex((one) => one.id === id);
  const added = addedBy(changes);
  const meetings = facts.meetings.filter(({ id }) => !added.includes(id));
  const more = facts.meetings.filter(({ id }) => added.includes(id)).map((meeting): Change => ({ kind: 'added', meeting }));
  const told = changes.flatMap((change): readonly Change[] => {
    switch (change.kind) {
      case 'no_show':
        return [{ kind: 'no_show', participant: participant(change.participantId), from: slotAt(change.fromSlotId) }];
      case 'late':
        return [
          {
            kind: 'late',
            participant: participant(change.participantId),
            slots: missedBy(edition, now, change).map(({ id }) => slotAt(id)),
          },
        ];
      case 'place_withdrawn':
        // A joint stand is one place of the planner for each who meets there.
        return input.placeIds.flatMap((id, place) =>
          id === change.placeId
            ? [{ kind: 'place_withdrawn', place, slots: change.slotId === null ? null : [slotAt(change.slotId)] } as const]
            : [],
        );
      case 'slot_closed':
        return [{ kind: 'slot_closed', slot: slotAt(change.slotId) }];
      case 'interpreter_away':
        return [
          {
            kind: 'interpreter_away',
            resource: facts.resources.findIndex(({ id }) => id === change.interpreterId),
            slots: upcomingAway(edition, now, change.interpreterId).map(({ id }) => slotAt(id)),
          },
        ];
      case 'arrived':
      case 'added':
        return [];
    }
  });
  return { facts: { ...facts, meetings }, changes: [...told, ...more] };
}

/** Who has come after all. */
export const arrivedIn = (changes: readonly DayChange[]): readonly string[] => [
  ...new Set(changes.flatMap((change) => (change.kind === 'arrived' ? [change.participantId] : []))),
];

type Freed = NonNullable<DayNote['freed']>;

/** What stands against the times ahead of those who have come, from the first slot on that has not begun; `noted`: by participant what was noted. */
export function freedBy(edition: EditionFacts, noted: ReadonlyMap<string, readonly Interval[]>, now: number): Freed {
  const from = upcoming(edition, now)[0]?.start ?? now;
  return [...noted].flatMap(([participantId, spans]) =>
    spans.flatMap(({ start, end }) => (end > from ? [{ participantId, start, end, from: Math.max(start, from) }] : [])),
  );
}

/** The edition in which they are there again. */
export function withFreed(edition: EditionFacts, freed: Freed): EditionFacts {
  if (freed.length === 0) return edition;
  const participants = edition.participants.map((one) => {
    const away = [...one.away];
    for (const { start, end, from } of freed.filter(({ participantId }) => participantId === one.id)) {
      // Once: what they said themselves of the same time stays.
      const at = away.findIndex((span) => span.reason === '' && span.itemId === undefined && span.start === start && span.end === end);
      if (at >= 0) away.splice(at, 1, ...(start < from ? [{ start, end: from, reason: '' }] : []));
    }
    return { ...one, away };
  });
  return { ...edition, participants };
}

/** Slots as few spans: those that follow each other without another slot between them are one. */
function spansOf(edition: EditionFacts, chosen: readonly EditionSlot[]): readonly { readonly start: number; readonly end: number }[] {
  const ids = new Set(chosen.map(({ id }) => id));
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const slot of edition.slots) {
    if (!ids.has(slot.id)) open = false;
    else {
      const last = spans.at(-1);
      if (open && last !== undefined) last.end = slot.end;
      else spans.push({ start: slot.start, end: slot.end });
      open = true;
    }
  }
  return spans;
}

/** What the roster is told, beyond what it knows already, so that later plans and changes keep to it. */
export function noteOf(edition: EditionFacts, changes: readonly DayChange[], now: number, freed: Freed = []): DayNote {
  const away = new Map<string, EditionSlot[]>();
  const closed = new Map<string, Set<string>>();
  const gone = (id: string, slots: readonly EditionSlot[]): void => void away.set(id, [...(away.get(id) ?? []), ...slots]);
  const shut = (id: string, slots: readonly string[]): void => void closed.set(id, new Set([...(closed.get(id) ?? []), ...slots]));
  const ahead = upcoming(edition, now).map(({ id }) => id);
  for (const change of changes) {
    if (change.kind === 'no_show') gone(change.participantId, fromOn(edition, now, change.fromSlotId));
    else if (change.kind === 'late') gone(change.participantId, missedBy(edition, now, change));
    else if (change.kind === 'place_withdrawn') shut(change.placeId, change.slotId === null ? ahead : [change.slotId]);
    else if (change.kind === 'slot_closed') for (const { id } of edition.places) shut(id, [change.slotId]);
  }
  return {
    away: [...away].flatMap(([participantId, slots]) => {
      const known = edition.participants.find(({ id }) => id === participantId)?.away ?? [];
      const news = slots.filter((slot) => !known.some((span) => span.start < slot.end && slot.start < span.end));
      return spansOf(edition, news).map((span) => ({ participantId, ...span }));
    }),
    closed: [...closed].flatMap(([placeId, slots]) => {
      const known = edition.places.find(({ id }) => id === placeId)?.closedSlots ?? [];
      return [...slots].filter((id) => !known.includes(id)).map((slotId) => ({ placeId, slotId }));
    }),
    ...(freed.length === 0 ? {} : { freed }),
  };
}

/** Whether a way out would only take back what has just been said: the table that is withdrawn, the person who does not come. */
export function takesBack({ slots }: EditionFacts, note: DayNote, help: Pick<Help, 'code' | 'params'>): boolean {
  const { slot, place, participant } = help.params;
  const found = slots.find(({ id }) => id === slot);
  if (help.code === 'meetings.help_open_place')
    // A joint stand is named once per co-exhibitor: "<place> <participant>".
    return note.closed.some(({ placeId, slotId }) => slotId === slot && placeId === String(place).split(' ')[0]);
  if (help.code !== 'meetings.help_free_slot' || found === undefined) return false;
  return note.away.some((one) => one.participantId === participant && one.start < found.end && found.start < one.end);
}

/** A schedule whose meetings may all move: that people put them where they are was yesterday's matter. */
export const unpinned = (placed: readonly Placed[]): readonly Placed[] => placed.map((one) => ({ ...one, pinned: false }));
