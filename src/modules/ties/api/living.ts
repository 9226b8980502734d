// What lives in the domains of ties: what ties hold themselves, and what modules above tell of what came of them.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { domainMarks, happeningsOf, type DomainMark } from '../domain/domain-marks.ts';
import type { Happening } from '../domain/happenings.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { happenedIn, hasCome, latestOf } from '../domain/silence.ts';
import { dateIn, shownOf, type TieFacts } from '../domain/tie-facts.ts';
import type { TieId } from '../domain/tie.ts';

/** Something of a module above that the actor may see; `of` are the offices that keep it or have taken it up. */
interface ToldHappening extends Happening {
  readonly tieId: TieId;
  readonly of: readonly OfficeId[];
}
type Teller = (work: Work, ties: readonly TieId[]) => Promise<readonly ToldHappening[]>;
const tellers = new Set<Teller>();

/** Has `teller` asked, in one statement whatever their number, what lives in the domains of ties; app/ subscribes at the start. */
export const tellsHappenings = (teller: Teller): void => {
  tellers.add(teller);
};

/** What modules above tell of the ties. */
export const toldOf = async (work: Work, ties: readonly TieId[]): Promise<readonly ToldHappening[]> =>
  (await Promise.all([...tellers].map((teller) => teller(work, ties)))).flat();

/** The marks of a tie; what a third party alone says is not in them, but for its own readers. `sides` speak for the two cities. */
export const marksOf = (work: Work, facts: TieFacts, hearing: Hearing): readonly DomainMark[] =>
  domainMarks([...happeningsOf(facts), ...toldIn(work, facts, hearing)], hearing.today);

interface Hearing {
  readonly told: readonly ToldHappening[];
  readonly sides: readonly OfficeId[];
  readonly today: string;
}

function toldIn({ actor }: Work, { tieId: of }: TieFacts, { told, sides }: Hearing): readonly ToldHappening[] {
  const heard = [...sides, ...actor.memberships.map(({ office }) => office)];
  return told.filter((happening) => happening.tieId === of && happening.of.some((office) => heard.includes(office)));
}

/** When something of the tie is last known to have happened, by what it holds and by what came of it; null where nothing has a date. */
export const lastKnownOf = (work: Work, facts: TieFacts, hearing: Hearing): FlexDate | null =>
  latestOf([
    dateIn(shownOf(facts, 'established').first?.value),
    ...happenedIn(facts, hearing.today),
    ...toldIn(work, facts, hearing).flatMap(({ dates }) => dates.filter((date) => hasCome(date, hearing.today))),
  ]);
