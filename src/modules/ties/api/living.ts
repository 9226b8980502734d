// What lives in the domains of ties: what ties hold themselves, and what modules above tell of what came of them.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { domainMarks, happeningsOf, type DomainMark } from '../domain/domain-marks.ts';
import type { Happening } from '../domain/happenings.ts';
import type { TieFacts } from '../domain/tie-facts.ts';
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
export function marksOf(
  { actor }: Work,
  facts: TieFacts,
  { told, sides, today }: { readonly told: readonly ToldHappening[]; readonly sides: readonly OfficeId[]; readonly today: string },
): readonly DomainMark[] {
  const heard = [...sides, ...actor.memberships.map(({ office }) => office)];
  const stands = ({ tieId, of }: ToldHappening): boolean => tieId === facts.tieId && of.some((office) => heard.includes(office));
  return domainMarks([...happeningsOf(facts), ...told.filter(stands)], today);
}
