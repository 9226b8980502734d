// Random changes for tests, and the best repair by trying every plan.

import { conflictsOf } from './conflicts.ts';
import type { Facts, Placement } from './model.ts';
import type { Random } from './random.ts';
import { firstOpenSlot, type Change, type Moment } from './repair-change.ts';
import type { Repair } from './repair.ts';
import { violationsOf } from './verify.ts';

/** One change of any kind, at a moment before or within the day of `randomFacts`. */
export const randomChange = (facts: Facts, random: Random): { readonly change: Change; readonly now: Moment } => {
  const slot = random.below(facts.slots.length);
  const participant = random.below(facts.participants.length);
  const begun = facts.slots[random.below(Math.ceil(facts.slots.length / 2))];
  const now = random.next() < 0.5 || begun === undefined ? { day: 0, minute: 0 } : { day: begun.day, minute: begun.startMinute + 1 };
  const others = facts.participants.flatMap((_, other) => (other === participant ? [] : [other]));
  const meeting = {
    id: 'new',
    participants: [participant, others[random.below(others.length)] ?? 0],
    weight: 1,
    must: random.next() < 0.5,
    allowedSlots: null,
    pinnedSlot: null,
    pinnedPlace: null,
    lengthSlots: 1,
  };
  const changes: readonly Change[] = [
    { kind: 'no_show', participant, from: slot },
    { kind: 'late', participant, slots: facts.slots.flatMap((_, at) => (at <= slot ? [at] : [])) },
    { kind: 'place_withdrawn', place: random.below(facts.places.length), slots: random.next() < 0.5 ? null : [slot] },
    { kind: 'slot_closed', slot },
    { kind: 'added', meeting },
  ];
  return { change: changes[random.below(changes.length)] ?? { kind: 'slot_closed', slot }, now };
};

/** Musts held, meetings held that need not move, all held, meetings moved less than zero: compared in this order. */
type Worth = readonly [number, number, number, number];

/** Negative when the first is worth less. */
export const compareWorth = (a: Worth, b: Worth): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];

const same = (a: Placement, b: Placement): boolean => a.slot === b.slot && a.place === b.place && a.resource === b.resource;

/** What a plan after a change is worth. */
export const worthOf = (facts: Facts, before: readonly Placement[], after: readonly Placement[], touched: ReadonlySet<number>): Worth => {
  const homes = new Map(before.map((placement) => [placement.meeting, placement]));
  const musts = after.filter(({ meeting }) => facts.meetings[meeting]?.must === true).length;
  const moved = after.filter((placement) => {
    const home = homes.get(placement.meeting);
    return home !== undefined && !same(home, placement);
  });
  return [musts, after.filter(({ meeting }) => !touched.has(meeting)).length, after.length, 0 - moved.length];
};

/** Meetings that cannot stay where they stood, and those added. */
export const touchedBy = (facts: Facts, after: Pick<Repair, 'facts' | 'cancelled'>, before: readonly Placement[]): ReadonlySet<number> => {
  const gone = new Set(after.cancelled);
  const impossible = before.filter((home) => violationsOf(after.facts, [home]).length > 0).map(({ meeting }) => meeting);
  return new Set([...impossible.filter((meeting) => !gone.has(meeting)), ...[...after.facts.meetings.keys()].slice(facts.meetings.length)]);
};

/** Every way to hold one meeting from a slot on by itself; who has a stand is met there. */
const waysOf = (facts: Facts, meeting: number, first: number): Placement[] =>
  facts.slots.flatMap((_, slot) =>
    facts.places.flatMap((_place, place) =>
      [null, ...facts.resources.keys()].flatMap((resource) => {
        const way = { meeting, slot, place, resource, pinned: false };
        const away = conflictsOf(facts, [way]).some(({ code, hard }) => hard || code === 'meetings.reason_away_from_stand');
        return slot < first || away ? [] : [way];
      }),
    ),
  );

/** The best repair: all plans are tried in which begun and pinned meetings stay; `mayHold` narrows the meetings held. */
export const bestRepair = (
  { facts, cancelled, running }: Pick<Repair, 'facts' | 'cancelled' | 'running'>,
  before: readonly Placement[],
  now: Moment,
  touched: ReadonlySet<number>,
  mustHold: ReadonlySet<number> | null = null,
): Worth => {
  const first = firstOpenSlot(facts, now);
  const stays = before.filter(
    ({ meeting, slot, pinned }) => !touched.has(meeting) && !cancelled.includes(meeting) && (pinned || slot < first),
  );
  const fixed = new Set([...stays.map(({ meeting }) => meeting), ...cancelled, ...running]);
  const wanted = [...new Set([...before.map(({ meeting }) => meeting), ...touched])].filter((meeting) => !fixed.has(meeting));
  const ways = new Map(wanted.map((meeting) => [meeting, waysOf(facts, meeting, first)]));
  let best: Worth = [-1, -1, -1, -1];
  const visit = (index: number, chosen: readonly Placement[]): void => {
    const worth = worthOf(facts, before, chosen, touched);
    const rest = wanted.slice(index);
    const musts = rest.filter((meeting) => facts.meetings[meeting]?.must === true).length;
    const untouched = rest.filter((meeting) => !touched.has(meeting)).length;
    const most: Worth = [worth[0] + musts, worth[1] + untouched, worth[2] + rest.length, worth[3]];
    if (compareWorth(most, best) <= 0) return;
    const meeting = wanted[index];
    if (meeting === undefined) {
      best = worth;
      return;
    }
    if (mustHold === null || mustHold.has(meeting)) {
      for (const way of ways.get(meeting) ?? []) {
        if (violationsOf(facts, [...chosen, way]).length === 0) visit(index + 1, [...chosen, way]);
      }
    }
    if (mustHold === null || !mustHold.has(meeting)) visit(index + 1, chosen);
  };
  visit(0, stays);
  return best;
};
