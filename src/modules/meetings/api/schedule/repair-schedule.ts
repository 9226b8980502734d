// Putting the schedule in force right after something has changed on the day: what would move, and doing it.
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { noteOnTheDay } from '#modules/expos/api/note-on-the-day.ts';
import type { Work } from '#platform/work.ts';
import type { Reason } from '#scheduler/core/model.ts';
import type { Answer, Asked } from '../../contract.ts';
import { takesBack, type DayChange } from '../../domain/schedule/day-changes.ts';
import { wishOf } from '../../domain/edition-facts.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { openSchedule, publishChange, readSchedule, showChangeRelease } from './change-booking.ts';
import { organise } from '../open-edition.ts';
import { readerNames } from '../reader-names.ts';
import { namedSpots, showDifferences, toldChanges, toldMeetings } from './show-differences.ts';
import { shownSentence } from '../planning/show-plan.ts';
import { meetingShower } from '../show-refs.ts';
import { reachOf } from '../agenda/tell-participants.ts';
import { openMeetings, workOutRepair, type WorkedOut } from './work-out-repair.ts';

type Preview = Answer<'previewRepair'>;

/** Meetings that are wished and not in the schedule in force, musts first, then by number. */
export async function listOpenMeetings(work: Work, input: Asked<'listOpenMeetings'>): Promise<Result<Answer<'listOpenMeetings'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const open = await readSchedule(work, organised.value.scope, organised.value.head);
  if (!open.ok) return open;
  const wished = await openMeetings(work, open.value);
  const inOrder = [...wished.filter((one) => wishOf(one) === 'must'), ...wished.filter((one) => wishOf(one) !== 'must')];
  return ok({ entries: inOrder.map(meetingShower(open.value.edition)) });
}

/** Shows meetings by the planner's number: who, and where they were. */
function shower(work: Work, { open, input, note }: WorkedOut) {
  const { edition, held, meetings } = open;
  const show = meetingShower(edition);
  const spots = namedSpots(edition, held);
  const names = readerNames(edition, [...meetings, ...input.meetings], work.actor.language);
  const at = (number: number) => {
    const meeting = input.meetings[number];
    return meeting === undefined ? [] : [{ meeting: show(meeting), spot: spots.get(meeting.id) }];
  };
  const where = (number: number): Preview['cancelled'] =>
    at(number).flatMap(({ meeting, spot }) =>
      spot === undefined ? [] : [{ meeting, startsAt: instantText(spot.start), placeCode: spot.placeCode }],
    );
  const told = (reason: Pick<Reason, 'code' | 'params'>) => shownSentence(sentenceOf(reason, names, work.actor.language));
  const unheld = ({ meeting, reasons, helps }: WorkedOut['repaired']['unheld'][number]): Preview['unheld'] =>
    at(meeting).map((shown) => ({
      meeting: shown.meeting,
      before: shown.spot === undefined ? null : { startsAt: instantText(shown.spot.start), placeCode: shown.spot.placeCode },
      reasons: reasons.map(told),
      helps: helps.filter((together) => !together.some((help) => takesBack(edition, note, help))).map((together) => together.map(told)),
    }));
  return { where, unheld };
}

/** Everybody whose day changes. */
function concernedBy({ open, input, differences }: WorkedOut) {
  const changed = new Set(differences.map(({ meetingId }) => meetingId));
  const ids = new Set([...open.meetings, ...input.meetings].filter(({ id }) => changed.has(id)).flatMap(({ a, b }) => [a, b]));
  return open.edition.participants.filter(({ id }) => ids.has(id));
}

/** What would become of the schedule in force: which meetings move, are cancelled or cannot be held. Nothing is changed. */
export async function previewRepair(work: Work, input: Asked<'previewRepair'>): Promise<Result<Preview>> {
  const found = await workOutRepair(work, input, readSchedule);
  if (!found.ok) return found;
  const { open, repaired, differences, digest } = found.value;
  const { where, unheld } = shower(work, found.value);
  const told = toldMeetings(open.edition, [...open.meetings, ...found.value.input.meetings]);
  const concerned = concernedBy(found.value);
  const reach = await reachOf(work, open.scope, [...new Set(concerned.flatMap((one) => one.offices))]);
  return ok({
    schedule: open.counters.lastRelease,
    digest,
    moved: repaired.moved.length,
    fewestMoved: repaired.fewestMoved,
    changes: showDifferences(toldChanges(differences, told)).filter(({ kind }) => kind !== 'removed'),
    cancelled: repaired.cancelled.flatMap(where),
    unheld: repaired.unheld.flatMap(unheld),
    running: repaired.running.flatMap(where),
    agendas: concerned.length,
    told: concerned.filter((one) => one.offices.some((office) => reach.offices.has(office))).length,
    mails: reach.mails,
  });
}

/** What was agreed to is no longer what would happen. */
const outdated: Refusal = { kind: 'conflict', code: 'meetings.repair_outdated' };

const subjectsOf = (changes: readonly DayChange[]): readonly string[] => [
  ...new Set(
    changes.flatMap((change) => {
      if ('participantId' in change) return [change.participantId];
      if (change.kind === 'interpreter_away') return [change.interpreterId];
      if (change.kind === 'added') return [change.meetingId];
      return change.kind === 'slot_closed' ? [change.slotId] : [change.placeId];
    }),
  ),
];

/**
 * Puts the schedule in force right: the roster is told who is away and what is closed, and where meetings change they are published
 * as one release under the schedule's constraints and told to those concerned (`release` is null where none does).
 * Refuses `meetings.repair_outdated` when it would do something else than was agreed to: somebody changed the schedule, or time went on.
 */
export async function repairSchedule(
  work: Work,
  input: Asked<'repairSchedule'>,
  origin: string,
): Promise<Result<Answer<'repairSchedule'>>> {
  const found = await workOutRepair(work, input, openSchedule);
  if (!found.ok) return found;
  const { open, after, differences, note, digest } = found.value;
  if (digest !== input.digest) return refuse(outdated);
  const published = differences.length === 0 ? null : await publishChange(work, open, after, { origin, onTheDay: note });
  if (published !== null && !published.ok) return published;
  const noted = await noteOnTheDay(work, input.editionId, note);
  if (!noted.ok) return noted;
  await audit(work, {
    useCase: 'repair-schedule',
    office: open.scope.office,
    subjects: [...subjectsOf(input.changes), ...(published === null ? [] : [published.value.id])],
    fields: ['slot', 'place', 'interpreter', 'unavailable', 'closedSlots'],
  });
  return ok({ release: published === null ? null : showChangeRelease(work, published.value, { onTheDay: true }) });
}
