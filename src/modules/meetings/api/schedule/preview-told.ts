// Before a meeting of the current schedule is moved or cancelled: who will be told of it, by which way, and who cannot be.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { loadCounters } from '../../store/meetings.ts';
import { reachOf, type Told } from '../agenda/tell-participants.ts';
import { organise } from '../open-edition.ts';
import { participantRef } from '../show-refs.ts';
import { scheduleAround } from './change-booking.ts';

type Ways = Answer<'previewTold'>['sides'][number]['ways'];

/** The ways to these offices, each once with how many it reaches. */
function waysTo(told: readonly Told[], offices: readonly OfficeId[]): Ways {
  const ways = Map.groupBy(
    told.filter(({ office }) => offices.includes(office)),
    ({ channel }) => channel,
  );
  return [...ways].map(([channel, to]) => ({ channel, count: to.reduce((sum, { count }) => sum + count, 0) }));
}

/** The sides of the meeting, and of the one it is exchanged with, each once, and whoever interprets now. Refuses what is not in the schedule. */
export async function previewTold(work: Work, input: Asked<'previewTold'>): Promise<Result<Answer<'previewTold'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const { scope } = organised.value;
  const asked = [input.meetingId, ...(input.withMeetingId === undefined ? [] : [input.withMeetingId])];
  const around = { counters: await loadCounters(work.tx, scope.editionId), meetings: asked, slots: [], places: [] };
  const open = await scheduleAround(work, scope, around);
  if (!open.ok) return open;
  const { edition, meetings, held } = open.value;
  const changed = meetings.filter(({ id }) => asked.includes(id));
  const now = held.filter(({ meetingId }) => asked.includes(meetingId));
  if (asked.some((id) => !now.some(({ meetingId }) => meetingId === id))) return notFound('meetings.meeting_not_scheduled');
  const ids = new Set(changed.toSorted((x, y) => asked.indexOf(x.id) - asked.indexOf(y.id)).flatMap(({ a, b }) => [a, b]));
  const sides = [...ids].flatMap((id) => edition.participants.find((one) => one.id === id) ?? []);
  const interpreters = edition.interpreters.filter(({ id }) => now.some(({ interpreterId }) => interpreterId === id));
  const officeOf = ({ office }: (typeof interpreters)[number]): readonly OfficeId[] => (office == null ? [] : [office]);
  const { told } = await reachOf(work, scope, [...sides.flatMap(({ offices }) => offices), ...interpreters.flatMap(officeOf)]);
  return ok({
    sides: sides.map((side) => ({ participant: participantRef(side), ways: waysTo(told, side.offices) })),
    interpreters: interpreters.map((one) => ({ name: one.name, ways: waysTo(told, officeOf(one)) })),
  });
}
