// Which interpreters are lacking: known before any search from the facts alone, afterwards from what the latest plan could not place.
import type { Language } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { EditionFacts, Meeting } from '../../domain/edition-facts.ts';
import { aheadOf } from '../../domain/planning/begun.ts';
import type { OutlookTold, PlannedLacks, State } from '../../domain/planning/decisions.ts';
import { outlookOf, type Outlook } from '../../domain/planning/outlook.ts';
import { plannerInput } from '../../domain/planning/planner-facts.ts';
import { languageList } from '../../domain/planning/sentences.ts';
import { loadPlanBoard, type PlanBoard } from '../../store/placements.ts';
import type { OverviewScope } from '../../domain/scopes.ts';
import { loadWhole, type AwaySpan, type Waiting, type Whole } from '../../store/waiting.ts';
import { groupsIn } from './group-unplaced.ts';
import { aheadOn } from './open-plan.ts';

/** Looks at meetings that have not been, beside the facts as they are now. */
function lookAhead({ now }: Work, edition: EditionFacts, meetings: readonly Meeting[]): Outlook {
  const ahead = aheadOf(edition, { meetings, orders: [], pins: [] }, { now: now.getTime(), held: [] });
  return outlookOf(ahead, plannerInput(ahead.edition, ahead.given), edition.slots.length);
}

/** The outlook with languages by their names. */
const toldOutlook = ({ gaps, short }: Outlook, reader: Language): OutlookTold => ({
  short,
  gaps: gaps.map(({ languages, ...gap }) => ({
    ...gap,
    languages: languageList(languages, reader),
  })),
});

/** What is planned, as a whole. */
export interface Planned extends Whole {
  /** The latest plan with its placements, where it is a draft that was found; null before, and once it was released. */
  readonly board: PlanBoard | null;
}

/** Whether two have no language in common, though those of both are known. */
function strangersIn({ participants }: EditionFacts): (meeting: Meeting) => boolean {
  const languages = new Map(participants.map((one) => [one.id, one.languages]));
  return ({ a, b }) => {
    const [ours = [], theirs = []] = [languages.get(a), languages.get(b)];
    return ours.length > 0 && theirs.length > 0 && !ours.some((tag) => theirs.includes(tag));
  };
}

/**
 * The whole of wishes and schedule, as far as something depends on it: a draft is held against all of it. Beside a schedule that is in force only
 * who has no common language can lack an interpreter; where no such wish is left, nothing is asked for.
 */
export async function loadPlanned(
  { tx, now }: Work,
  edition: EditionFacts,
  scope: OverviewScope,
  { plan, inForce, left }: Waiting,
): Promise<Planned> {
  const isReady = plan?.status === 'ready';
  const board = isReady && plan.releasedAs === null ? await loadPlanBoard(tx, edition.id, plan.id) : null;
  const isReleased = isReady && board === null && inForce !== null;
  if (isReleased && !left.some(strangersIn(edition))) return { board, open: [], held: [] };
  return { board, ...(await loadWhole(tx, scope, now)) };
}

/** When everybody of an edition is away from now on. */
export const awayAhead = ({ participants, interpreters }: EditionFacts, now: number): readonly AwaySpan[] =>
  [...participants.filter(({ withdrawn }) => !withdrawn), ...interpreters].flatMap(({ id: who, away }) =>
    away.flatMap(({ start, end }) => (end > now ? [{ who, start, end }] : [])),
  );

/** What lacks an interpreter beside a draft or the schedule in force, and the facts of now; null where neither is there. */
function plannedLacks(work: Work, edition: EditionFacts, { plan, inForce }: Waiting, { board, open, held }: Planned): PlannedLacks | null {
  const released = board === null;
  if (plan === null || plan.status !== 'ready' || (released && inForce === null)) return null;
  const wished = board ?? { meetings: open, orders: [] };
  const { inputAhead } = aheadOn(edition, wished, { now: work.now.getTime(), held });
  const { facts } = inputAhead;
  const groups = groupsIn(inputAhead, board?.placed ?? held).flatMap(({ lack, languages, meetings }) =>
    (lack !== 'interpreter' && lack !== 'rest') || languages === null
      ? []
      : [
          {
            languages: languageList(languages, work.actor.language),
            meetings: meetings.length,
            musts: meetings.filter((meeting) => facts.meetings[meeting]?.must === true).length,
          },
        ],
  );
  return { planId: plan.id, number: released && inForce !== null ? inForce : plan.number, released, groups };
}

/** Which interpreters are lacking, as every page tells it: what a plan says, else what is known before any search. */
export function lackingIn(work: Work, edition: EditionFacts, waiting: Waiting, planned: Planned): State['lacking'] {
  const lacks = plannedLacks(work, edition, waiting, planned);
  return lacks ?? toldOutlook(lookAhead(work, edition, planned.open), work.actor.language);
}
