// What a release of a plan would do, and doing it.
import type { Language } from '#kernel/language.ts';
import { ok, refuse, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { makeRoom } from '#platform/memory.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { concernedBy } from '../../domain/agenda/agenda.ts';
import type { Meeting, Placed } from '../../domain/edition-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { figuresOf } from '../../domain/planning/figures.ts';
import { upheavalOf } from '../../domain/planning/plan-differences.ts';
import { hindranceOf } from '../../domain/planning/release-hindrance.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { readerNames } from '../reader-names.ts';
import { mayOrganise } from '../../policy.ts';
import { loadCancelledHelpers } from '../../store/agendas.ts';
import { loadHeld, type HeldMeeting } from '../../store/bookings.ts';
import { loadMeetings, lockSchedule } from '../../store/meetings.ts';
import { bumpPlan } from '../../store/plans.ts';
import { loadNotice } from '../../store/releases.ts';
import { organise } from '../open-edition.ts';
import { begunSentence } from '../planning/get-outlook.ts';
import { openDraft, openPlan, placedAfterRelease, type OpenPlan } from '../planning/open-plan.ts';
import { publish } from './publish.ts';
import { differencesIn, showChanges, toldChanges, toldMeetings } from './show-differences.ts';
import { showConflicts } from '../planning/show-conflicts.ts';
import { shownSentence } from '../planning/show-plan.ts';
import { reachOfNews, tellParticipants } from '../agenda/tell-participants.ts';

const hardOnes = ({ conflicts }: OpenPlan) => conflicts.filter((c) => c.severity === 'hard');

interface Change {
  readonly held: readonly HeldMeeting[];
  readonly after: readonly Placed[];
}

/** Whom a release would concern, and how many of them and in how many mails are told: the same that the release itself tells. */
async function toldOf(work: Work, scope: OrganiserScope, { edition }: OpenPlan, meetings: readonly Meeting[], change: Change) {
  const cancelled = await loadCancelledHelpers(work.tx, scope);
  const { participants: ids, interpreters } = concernedBy(edition, meetings, { ...change, cancelled });
  const concerned = edition.participants.filter(({ id }) => ids.has(id));
  const offices = [...new Set(concerned.flatMap((one) => one.offices))];
  const reach = await reachOfNews(work, scope, { edition, offices, interpreters: [...interpreters] });
  const told = concerned.filter((one) => one.offices.some((office) => reach.offices.has(office)));
  return { mails: reach.mails, concerned: concerned.length, told: told.length };
}

/** What a release of this plan would do and what hinders it: nothing is changed. */
export async function checkRelease(work: Work, input: Asked<'checkRelease'>): Promise<Result<Answer<'checkRelease'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { edition, board, input: planner, conflicts } = opened.value;
  const hard = hardOnes(opened.value);
  const figures = figuresOf(planner, board.placed, conflicts, { bound: board.plan.bound, breaksBound: board.plan.breaksBound });
  const held = await loadHeld(work.tx, input.editionId);
  const inForce = await loadNotice(work.tx, input.editionId);
  const after = placedAfterRelease(opened.value);
  const differences = inForce === null ? [] : differencesIn(edition, held, after);
  const meetings = await loadMeetings(work.tx, input.editionId);
  const changed = new Set(differences.map(({ meetingId }) => meetingId));
  const told = toldMeetings(
    edition,
    meetings.filter(({ id }) => changed.has(id)),
  );
  const placed = new Set(board.placed.map(({ meetingId }) => meetingId));
  const inMeetings = new Set(planner.meetings.filter(({ id }) => placed.has(id)).flatMap((m) => [m.a, m.b]));
  const scope = mayOrganise(work.actor, edition);
  const hindrance = hindranceOf(opened.value);
  const begun = begunSentence(edition.slots.length, edition.slots.length - opened.value.ahead.edition.slots.length);
  const none = { mails: 0, concerned: 0, told: 0 };
  return ok({
    ready: hindrance === null,
    hindrance: hindrance === null ? null : shownSentence(hindrance),
    hard: showConflicts(opened.value, hard, work.actor.language),
    figures,
    begun: begun === null ? null : shownSentence(begun),
    unplacedMusts: figures.musts - figures.mustsPlaced,
    agendas: inMeetings.size,
    withoutMeeting: edition.participants.filter(({ id, withdrawn }) => !withdrawn && !inMeetings.has(id)).length,
    ...(scope.ok ? await toldOf(work, scope.value, opened.value, meetings, { held, after }) : none),
    ...showChanges(toldChanges(differences, told)),
    upheaval: inForce === null ? null : upheavalOf(differences, { schedule: inForce.number, meetings: held.length }),
    version: board.plan.version,
  });
}

/** Why this draft cannot be released, with every hard conflict named; null when it can. */
function refusalOf(open: OpenPlan, reader: Language): Refusal | null {
  const hindrance = hindranceOf(open);
  if (hindrance === null) return null;
  const names = readerNames(open.edition, open.board.meetings, reader);
  return { kind: 'conflict', ...hindrance, problems: hardOnes(open).map((c) => ({ path: [], ...sentenceOf(c.reason, names, reader) })) };
}

/**
 * Releases a plan: the schedule is replaced under its constraints, agendas are written, the release is kept for ever, and people are told.
 * Refuses while hard conflicts stand, each one named, whatever the verifier finds, and a plan that somebody changes at the same moment.
 */
export async function releasePlan(work: Work, input: Asked<'releasePlan'>, origin: string): Promise<Result<Answer<'releasePlan'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const { scope } = organised.value;
  await makeRoom();
  await lockSchedule(work.tx, scope);
  const opened = await openDraft(work, input);
  if (!opened.ok) return opened;
  const { edition, board } = opened.value;
  const refusal = refusalOf(opened.value, work.actor.language);
  if (refusal !== null) return refuse(refusal);
  // Closes the plan: whoever moved a meeting of it meanwhile was first, whoever is about to comes too late.
  if (!(await bumpPlan(work.tx, scope, board.plan.id, { expectedVersion: board.plan.version }))) return refuse(stale);
  const meetings = await loadMeetings(work.tx, input.editionId);
  const before = await loadHeld(work.tx, input.editionId);
  const published = await publish(work, scope, {
    edition,
    meetings,
    before,
    after: placedAfterRelease(opened.value),
    release: { kind: 'plan', planId: board.plan.id },
  });
  if (!published.ok) return published;
  const { id, number, changes } = published.value;
  // What a great schedule was written from is done with; thousands of letters come on top.
  await makeRoom();
  await tellParticipants(work, scope, { ...published.value, edition, kind: 'plan', origin });
  await audit(work, { useCase: 'release-plan', office: scope.office, subjects: [id, board.plan.id], fields: ['snapshot', 'bookings'] });
  return ok({
    id,
    number,
    publishedAt: work.now.toISOString(),
    planNumber: board.plan.number,
    kind: 'plan',
    onTheDay: false,
    takesBack: null,
    meetings: published.value.meetings,
    ...showChanges(changes),
  });
}
