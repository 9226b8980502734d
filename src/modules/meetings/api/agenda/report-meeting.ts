// What a side says of a meeting: that the other is not here, and how it went.
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { takeTurns } from '#platform/postgres/tx.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { absenceOpensAt, graceMinutes } from '../../domain/agenda/attendance.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { loadAgendas, type ShownEntry } from '../../store/agendas.ts';
import { insertAbsence, deleteFeedback, saveFeedback, withdrawAbsenceRow } from '../../store/reports.ts';
import { openParticipant } from '../open-edition.ts';
import { feedbackVersion, showEntry } from './show-agenda.ts';

type Input = Asked<'reportAbsence'>;

interface OpenEntry {
  readonly entry: ShownEntry;
  readonly code: string;
  readonly scope: ParticipantScope;
}

async function findEntry(work: Work, input: Input): Promise<ShownEntry | null> {
  const { entries } = await loadAgendas(work.tx, input.editionId, [input.participantId]);
  return entries.find((e) => e.meetingId === input.meetingId && !e.cancelled) ?? null;
}

async function openEntry(work: Work, input: Input): Promise<Result<OpenEntry>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'editor');
  if (!opened.ok) return opened;
  const entry = await findEntry(work, input);
  return entry === null
    ? notFound('meetings.meeting_not_scheduled')
    : ok({ entry, code: opened.value.participant.code, scope: opened.value.scope });
}

async function shownAgain(work: Work, input: Input, { code, scope }: OpenEntry): Promise<Result<Answer<'reportAbsence'>>> {
  const entry = await findEntry(work, input);
  return entry === null
    ? notFound('meetings.meeting_not_scheduled')
    : ok(showEntry(entry, code, { reader: work.actor.language, side: scope.side }));
}

/**
 * Says that the other side is not here: the organiser sees it at once as a decision (`domain/planning/decisions`), no mail goes. Only minutes after the start, when they are no longer just late
 * (`meetings.absence_too_early`), and of no meeting that was held in the live queue before (`meetings.absence_met`); saying it twice changes nothing.
 */
export async function reportAbsence(work: Work, input: Input): Promise<Result<Answer<'reportAbsence'>>> {
  const opened = await openEntry(work, input);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  if (work.now.getTime() < absenceOpensAt(entry.start))
    return refuse({ kind: 'conflict', code: 'meetings.absence_too_early', params: { minutes: graceMinutes } });
  if (entry.metAt !== null) return refuse({ kind: 'conflict', code: 'meetings.absence_met' });
  const report = {
    id: work.newId<'Absence'>(),
    meetingId: entry.meetingId,
    absent: entry.details.with.id,
    at: work.now,
    start: entry.start,
  };
  if (await insertAbsence(work.tx, scope, report))
    await audit(work, { useCase: 'report-absence', office: scope.office, subjects: [entry.meetingId, report.absent], fields: ['absence'] });
  return shownAgain(work, input, opened.value);
}

/** They are here after all. Refuses `meetings.absence_of_others` where another office reported it; where no report stands nothing changes. */
export async function withdrawAbsence(work: Work, input: Input): Promise<Result<Answer<'withdrawAbsence'>>> {
  const opened = await openEntry(work, input);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  if (await withdrawAbsenceRow(work.tx, scope, entry.meetingId, work.now))
    await audit(work, { useCase: 'withdraw-absence', office: scope.office, subjects: [entry.meetingId], fields: ['absence'] });
  else if (entry.absentSince !== null) return refuse({ kind: 'conflict', code: 'meetings.absence_of_others' });
  return shownAgain(work, input, opened.value);
}

/**
 * The entry of which a side says how it went, after whoever says it at the same time. Refuses the organiser (`meetings.feedback_of_side`): it acts for the
 * side on its agenda, and does not speak for it; and who saw something else than what stands (`kernel.stale`), whichever of the side's offices said it.
 */
async function openFeedback(work: Work, input: Input): Promise<Result<OpenEntry>> {
  await takeTurns(work.tx, 'feedback', input.participantId, input.meetingId);
  const opened = await openEntry(work, input);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  if (scope.side === 'organiser') return refuse({ kind: 'forbidden', code: 'meetings.feedback_of_side' });
  return work.expectedVersion === null || work.expectedVersion === feedbackVersion(entry.feedback) ? opened : refuse(stale);
}

/** Keeps how a meeting went, for one's own side; saying it again replaces what the same office said. Only once the meeting has begun, or was held in the live queue. */
export async function giveFeedback(work: Work, input: Asked<'giveFeedback'>): Promise<Result<Answer<'giveFeedback'>>> {
  const opened = await openFeedback(work, input);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  if (work.now.getTime() < entry.start && entry.metAt === null) return refuse({ kind: 'conflict', code: 'meetings.not_begun' });
  const { result, nextStep, note } = input;
  // Later than what it answers, whatever the clocks of two servers say: the newest of a side is what it says.
  const at = new Date(Math.max(work.now.getTime(), (entry.feedback?.givenAt ?? 0) + 1));
  await saveFeedback(work.tx, scope, { meetingId: entry.meetingId, result, nextStep, note, at });
  await audit(work, {
    useCase: 'give-feedback',
    office: scope.office,
    subjects: [entry.meetingId],
    fields: ['result', 'nextStep', 'note'],
  });
  return shownAgain(work, input, opened.value);
}

/** Takes back what one's own side said of a meeting. */
export async function withdrawFeedback(work: Work, input: Asked<'withdrawFeedback'>): Promise<Result<Answer<'withdrawFeedback'>>> {
  const opened = await openFeedback(work, input);
  if (!opened.ok) return opened;
  const { entry, scope } = opened.value;
  if (await deleteFeedback(work.tx, scope, entry.meetingId))
    await audit(work, {
      useCase: 'withdraw-feedback',
      office: scope.office,
      subjects: [entry.meetingId],
      fields: ['result', 'nextStep', 'note'],
    });
  return shownAgain(work, input, opened.value);
}
