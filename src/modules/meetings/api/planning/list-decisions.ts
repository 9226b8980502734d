// What waits for the organiser's decision in an edition.
import { chooseText, type Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { decisionsOf, type AbsenceTold, type State } from '../../domain/planning/decisions.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import { differencesOf, upheavalOf, type Upheaval } from '../../domain/planning/plan-differences.ts';
import type { OverviewScope } from '../../domain/scopes.ts';
import { clockAt, instantText } from '../../domain/agenda/venue-clock.ts';
import { loadHeld } from '../../store/bookings.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadWanted } from '../../store/meetings.ts';
import { listPlanRows } from '../../store/plans.ts';
import { listAbsences } from '../../store/reports.ts';
import { loadPlanBoard } from '../../store/placements.ts';
import { loadNotice } from '../../store/releases.ts';
import { countRequestsSince } from '../../store/requests.ts';
import { oversee } from '../open-edition.ts';
import { namedSpots } from '../schedule/show-differences.ts';
import { readerNames } from '../reader-names.ts';
import { participantRef } from '../show-refs.ts';
import { shownSentence } from './show-plan.ts';

const namedWithCode = (name: string, code: string, reader: Language): string =>
  reader === 'zh-Hans' ? `${name}（${code}）` : `${name} (${code})`;

async function absencesOf(work: Work, scope: OverviewScope, edition: EditionFacts): Promise<readonly AbsenceTold[]> {
  const rows = await listAbsences(work.tx, scope, work.now);
  if (rows.length === 0) return [];
  const held = new Map((await loadHeld(work.tx, scope.editionId)).map((p) => [p.meetingId, p]));
  const reader = work.actor.language;
  const places = readerNames(edition, [], reader);
  const who = (id: string): string => {
    const found = edition.participants.find((p) => p.id === id);
    return found === undefined ? '?' : namedWithCode(chooseText(found.name, reader).text, found.code, reader);
  };
  return rows.flatMap((row) => {
    const at = held.get(row.meetingId);
    if (at === undefined) return [];
    const { meetingId, absent, reporter } = row;
    const names = {
      absentName: who(absent),
      reporterName: who(reporter),
      place: places.place(at.placeId),
    };
    return [{ meetingId, absent, reporter, ...names, clock: clockAt(at.start, edition.timeZone), reportedAt: row.reportedAt.getTime() }];
  });
}

/** Plans looked at for the latest that counts. */
const newestPlans = 9;

/** What a release of the plan would do to the schedule in force; null where none is. */
async function upheavalOfPlan(work: Work, edition: EditionFacts, planId: string): Promise<Upheaval | null> {
  const inForce = await loadNotice(work.tx, edition.id);
  if (inForce === null) return null;
  const [held, board] = [await loadHeld(work.tx, edition.id), await loadPlanBoard(work.tx, edition.id, planId)];
  if (board === null) return null;
  const differences = differencesOf(namedSpots(edition, held), namedSpots(edition, board.placed));
  return upheavalOf(differences, { schedule: inForce.number, meetings: held.length });
}

async function latestPlan(work: Work, edition: EditionFacts): Promise<State['latestPlan']> {
  const editionId = edition.id;
  const rows = await listPlanRows(work.tx, editionId, { after: null, limit: newestPlans });
  // A search that was stopped before it began left nothing to decide about.
  const row = rows.find(({ status, figures }) => status !== 'cancelled' || figures !== null);
  if (row === undefined) return null;
  const requestsSince = await countRequestsSince(work.tx, editionId, row.startedAt);
  const { id, number, status, figures } = row;
  const released = row.releasedAs !== null;
  const upheaval = status !== 'ready' || released ? null : await upheavalOfPlan(work, edition, id);
  return { id, number, status, endedAt: row.endedAt?.getTime() ?? null, figures, released, requestsSince, upheaval };
}

/** One entry a decision, the most urgent first; empty when nothing waits. */
export async function listDecisions(work: Work, input: Asked<'listDecisions'>): Promise<Result<Answer<'listDecisions'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const edition = await loadEditionFacts(work, input.editionId);
  if (edition === null) return ok({ entries: [] });
  const taking = edition.participants.filter((p) => !p.withdrawn);
  // Where nobody's languages are known and no interpreter is planned, language is not a matter of this edition.
  const languagesMatter = edition.interpreters.length > 0 || taking.some((p) => p.languages.length > 0);
  const decisions = decisionsOf({
    participants: taking.length,
    slots: edition.slots.length,
    places: edition.places.length,
    wished: (await loadWanted(work.tx, input.editionId)).length,
    withoutLanguages: languagesMatter ? taking.filter((p) => p.languages.length === 0).map((p) => p.id) : [],
    latestPlan: await latestPlan(work, edition),
    absences: await absencesOf(work, opened.value.scope, edition),
  });
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  const entries = decisions.map(({ kind, title, detail, attention, since, planId, meetingId, participants }) => ({
    kind,
    title: shownSentence(title),
    detail: detail === null ? null : shownSentence(detail),
    attention,
    since: since === null ? null : instantText(since),
    planId,
    meetingId,
    participants: participants.flatMap((p) => {
      const found = who.get(p);
      return found === undefined ? [] : [participantRef(found)];
    }),
  }));
  return ok({ entries });
}
