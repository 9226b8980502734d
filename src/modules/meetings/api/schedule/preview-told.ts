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

/** Both sides, and whoever interprets now. Refuses what is not in the schedule. */
export async function previewTold(work: Work, input: Asked<'previewTold'>): Promise<Result<Answer<'previewTold'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const { scope } = organised.value;
  const around = { counters: await loadCounters(work.tx, scope.editionId), meetings: [input.meetingId], slots: [], places: [] };
  const open = await scheduleAround(work, scope, around);
  if (!open.ok) return open;
  const { edition, meetings, held } = open.value;
  const meeting = meetings.find(({ id }) => id === input.meetingId);
  const now = held.find(({ meetingId }) => meetingId === input.meetingId);
  if (meeting === undefined || now === undefined) return notFound('meetings.meeting_not_scheduled');
  const sides = [meeting.a, meeting.b].flatMap((id) => edition.participants.find((one) => one.id === id) ?? []);
  const interpreter = edition.interpreters.find(({ id }) => id === now.interpreterId);
  const interpreting = interpreter?.office == null ? [] : [interpreter.office];
  const { told } = await reachOf(work, scope, [...sides.flatMap(({ offices }) => offices), ...interpreting]);
  return ok({
    sides: sides.map((side) => ({ participant: participantRef(side), ways: waysTo(told, side.offices) })),
    interpreter: interpreter === undefined ? null : { name: interpreter.name, ways: waysTo(told, interpreting) },
  });
}
