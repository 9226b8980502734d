// Two meetings of the current schedule exchange their times and tables in one step.
import { notFound, ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionSlot, Meeting, Placed } from '../../domain/edition-facts.ts';
import { interpreterKept, isOver } from '../../domain/planning/moves.ts';
import { organise } from '../open-edition.ts';
import { nobodyInterprets, openAround, publishChange, showChangeRelease, slotOver, type OpenSchedule } from './change-booking.ts';

interface Standing {
  readonly meeting: Meeting;
  readonly now: Placed;
  readonly slot: EditionSlot;
  /** Held at the stand of one of its sides, where it stays. */
  readonly atStand: boolean;
}

const sameTime: Refusal = { kind: 'conflict', code: 'meetings.exchange_same_time' };

function standingIn({ edition, meetings, held }: OpenSchedule, meetingId: string): Standing | null {
  const [meeting, now] = [meetings.find(({ id }) => id === meetingId), held.find((one) => one.meetingId === meetingId)];
  const slot = edition.slots.find(({ id }) => id === now?.slotId);
  if (meeting === undefined || now === undefined || slot === undefined) return null;
  return { meeting, now, slot, atStand: edition.places.some(({ id, kind }) => id === now.placeId && kind === 'stand') };
}

interface Instead {
  readonly spot: Placed;
  /** Whether it is understood then, by an interpreter where it needs one. */
  readonly isInterpreted: boolean;
}

/** One of the two in the other's time and at its table; whoever meets at a stand stays there, and then so does the other at its own table. */
function instead(open: OpenSchedule, one: Standing, other: Standing, at: number): Result<Instead> {
  if (isOver(other.slot, at, one.slot.id)) return refuse(slotOver);
  const placed = open.held.filter(({ meetingId }) => meetingId !== other.meeting.id);
  const interpreterId =
    one.slot.id === other.slot.id ? one.now.interpreterId : interpreterKept({ ...open, placed }, one.meeting, other.slot);
  const placeId = one.atStand || other.atStand ? one.now.placeId : other.now.placeId;
  const spot = { meetingId: one.meeting.id, slotId: other.slot.id, placeId, interpreterId: interpreterId ?? null, pinned: true };
  return ok({ spot, isInterpreted: interpreterId !== undefined });
}

/**
 * Exchanges two meetings of the current schedule: each takes the other's time and, at tables, its table; all sides are told at once. Refuses what would be a
 * hard conflict, a time that has begun, and two that would stand where they stand now.
 */
export async function exchangeBookings(
  work: Work,
  input: Asked<'exchangeBookings'>,
  origin: string,
): Promise<Result<Answer<'exchangeBookings'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const { scope } = organised.value;
  const opened = await openAround(work, scope, { meetings: [input.meetingId, input.withMeetingId], slots: [], places: [] });
  if (!opened.ok) return opened;
  const [one, other] = [standingIn(opened.value, input.meetingId), standingIn(opened.value, input.withMeetingId)];
  if (one === null || other === null) return notFound('meetings.meeting_not_scheduled');
  const isSame = one.slot.id === other.slot.id;
  if (isSame && (one.atStand || other.atStand || one.now.placeId === other.now.placeId)) return refuse(sameTime);
  const at = work.now.getTime();
  const [first, second] = [instead(opened.value, one, other, at), instead(opened.value, other, one, at)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const both = [first.value.spot, second.value.spot];
  const rest = opened.value.held.filter(({ meetingId }) => !both.some((spot) => spot.meetingId === meetingId));
  if (!first.value.isInterpreted || !second.value.isInterpreted)
    return refuse(nobodyInterprets(opened.value, [...rest, ...both], work.actor.language));
  const published = await publishChange(work, opened.value, [...rest, ...both], { origin });
  if (!published.ok) return published;
  await audit(work, {
    useCase: 'exchange-bookings',
    office: scope.office,
    subjects: [one.meeting.id, other.meeting.id, published.value.id],
    fields: ['slot', 'place', 'interpreter'],
  });
  return ok(showChangeRelease(work, published.value));
}
