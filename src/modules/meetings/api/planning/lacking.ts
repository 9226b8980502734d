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
import type { Waiting } from '../../store/waiting.ts';
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

/** The latest plan with its placements, where it is a draft that was found; null before, and once it was released. */
export const draftBoard = async ({ tx }: Work, { id }: EditionFacts, { plan }: Waiting): Promise<PlanBoard | null> =>
  plan === null || plan.status !== 'ready' || plan.releasedAs !== null ? null : loadPlanBoard(tx, id, plan.id);

/** What lacks an interpreter beside a draft or the schedule in force, and the facts of now; null where neither is there. */
function plannedLacks(
  work: Work,
  edition: EditionFacts,
  { plan, open, held, inForce }: Waiting,
  board: PlanBoard | null,
): PlannedLacks | null {
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

/** Which interpreters are lacking, as every page tells it: what a plan says, else what is known before any search. `board`: see `draftBoard`. */
export function lackingIn(work: Work, edition: EditionFacts, waiting: Waiting, board: PlanBoard | null): State['lacking'] {
  const planned = plannedLacks(work, edition, waiting, board);
  return planned ?? toldOutlook(lookAhead(work, edition, waiting.open), work.actor.language);
}
