// What speaks against a draft, sorted for people: conflicts that hinder a release, warnings that do not.
import { remembered } from '#kernel/memory/remembered.ts';
import { conflictsOf } from '#scheduler/core/conflicts.ts';
import type { Reason } from '#scheduler/core/model.ts';
import type { NoCommonLanguage } from '#scheduler/core/verify.ts';
import type { EditionBoard, Meeting, Placed } from '../edition-facts.ts';
import { plannerInput, toPlanner, type PlannerInput } from './planner-facts.ts';

export type Severity = 'hard' | 'warning';

/** A reason against a draft in our ids; `meetings` are those it concerns. */
export interface DraftConflict {
  readonly severity: Severity;
  readonly reason: Pick<Reason, 'code' | 'params'>;
  readonly slotId: string | null;
  readonly meetings: readonly string[];
  readonly participants: readonly string[];
}

// What the figures of a plan already tell, or what "not placed" lists, is no conflict of the draft.
// Of sixty thousand meetings these would be twenty thousand reasons, to be dropped.
const toldElsewhere: ReadonlySet<string> = new Set(['musts placed', 'wants placed', 'few breaks', 'places kept']);
/** The same of a constraint that also finds what is one: who cannot walk so far in time. */
const figure = 'meetings.reason_walk';

// Two people without a common language can bring their own interpreter: told, but no reason to hold a release back.
const bearable: ReadonlySet<string> = new Set(['meetings.reason_no_common_language']);

/** The verifier's name for the same. */
export const bearableRules: ReadonlySet<string> = new Set<NoCommonLanguage>(['has no common language and no interpreter']);

const severityOf = (reason: Reason): Severity => (reason.hard && !bearable.has(reason.code) ? 'hard' : 'warning');

const inOurs = (input: PlannerInput, reason: Reason): DraftConflict => ({
  severity: severityOf(reason),
  reason: { code: reason.code, params: reason.params },
  slotId: reason.slot === undefined ? null : (input.facts.slots[reason.slot]?.id ?? null),
  meetings: reason.meetings.flatMap((m) => input.facts.meetings[m]?.id ?? []),
  participants: reason.participants.flatMap((p) => input.facts.participants[p]?.id ?? []),
});

/** More meetings at a joint stand than it has seats: each co-exhibitor's part may be kept while the whole is not. */
function jointStands(edition: EditionBoard, placed: readonly Placed[]): readonly DraftConflict[] {
  const joint = new Set(edition.places.filter((p) => p.kind === 'stand').map((p) => p.id));
  const there = new Map<string, Placed[]>();
  for (const p of placed) {
    if (!joint.has(p.placeId)) continue;
    const key = `${p.placeId} ${p.slotId}`;
    there.set(key, [...(there.get(key) ?? []), p]);
  }
  return [...there.values()].flatMap((ones): readonly DraftConflict[] => {
    const place = edition.places.find((p) => p.id === ones[0]?.placeId);
    const slotId = ones[0]?.slotId ?? null;
    if (place === undefined || slotId === null || ones.length <= place.seats) return [];
    const params = { place: place.id, slot: slotId, count: ones.length, capacity: place.seats };
    return [
      {
        severity: 'hard',
        reason: { code: 'meetings.reason_place_full', params },
        slotId,
        meetings: ones.map((p) => p.meetingId),
        participants: [],
      },
    ];
  });
}

const samePlace = (x: DraftConflict, y: DraftConflict): boolean =>
  x.slotId === y.slotId && x.meetings.length === y.meetings.length && x.meetings.every((m) => y.meetings.includes(m));

export const hardFirst = (conflicts: readonly DraftConflict[]): readonly DraftConflict[] => [
  ...conflicts.filter((c) => c.severity === 'hard'),
  ...conflicts.filter((c) => c.severity === 'warning'),
];

/** All conflicts and warnings of a draft, hard ones first; whatever the time (begun.ts knows it). */
export const draftConflicts = remembered(
  (edition: EditionBoard, input: PlannerInput, placed: readonly Placed[]): readonly DraftConflict[] => {
    const found = conflictsOf(input.facts, toPlanner(input, placed), toldElsewhere)
      .filter(({ code }) => code !== figure)
      .map((reason) => inOurs(input, reason));
    const full = found.filter((c) => c.reason.code === 'meetings.reason_place_full' || c.reason.code === 'meetings.reason_place_taken');
    const more = jointStands(edition, placed).filter((c) => !full.some((known) => samePlace(known, c)));
    return hardFirst([...found, ...more]);
  },
);

const standingInput = remembered((edition: EditionBoard, meetings: readonly Meeting[], held: readonly Placed[]): PlannerInput => {
  const standing = new Set(held.map(({ meetingId }) => meetingId));
  return plannerInput(edition, { meetings: meetings.filter(({ id }) => standing.has(id)), orders: [], pins: [] });
});

/** What speaks against the schedule in force, as the facts are now: hard conflicts and meetings without a common language, of what is not over. */
export function standingConflicts(
  edition: EditionBoard,
  meetings: readonly Meeting[],
  held: readonly Placed[],
  now: number,
): readonly DraftConflict[] {
  const over = new Set(edition.slots.flatMap(({ id, end }) => (end <= now ? [id] : [])));
  return draftConflicts(edition, standingInput(edition, meetings, held), held).filter(
    ({ severity, reason, slotId }) => (severity === 'hard' || bearable.has(reason.code)) && (slotId === null || !over.has(slotId)),
  );
}

/** Conflicts by the meeting they concern. */
export function conflictsByMeeting(conflicts: readonly DraftConflict[]): ReadonlyMap<string, readonly DraftConflict[]> {
  const found = new Map<string, DraftConflict[]>();
  for (const conflict of conflicts)
    for (const meeting of conflict.meetings) {
      const list = found.get(meeting);
      if (list === undefined) found.set(meeting, [conflict]);
      else list.push(conflict);
    }
  return found;
}

const keyOf = (conflict: DraftConflict): string =>
  `${conflict.reason.code} ${conflict.slotId ?? ''} ${[...conflict.meetings].sort().join(',')} ${[...conflict.participants].sort().join(',')}`;

/** Conflicts after a change that were not there before it. */
export function causedConflicts(before: readonly DraftConflict[], after: readonly DraftConflict[]): readonly DraftConflict[] {
  const known = new Set(before.map(keyOf));
  return after.filter((conflict) => !known.has(keyOf(conflict)));
}
