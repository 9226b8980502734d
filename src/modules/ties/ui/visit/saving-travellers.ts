// The list of who travels as it is sent: always the whole of it, with the day until which its names are kept.
import type { TravellerShown, VisitShown } from '../../contract/visits.ts';
import type { EnteredTraveller } from '../../domain/visit/delegation.ts';
import { yearsLater } from '../../domain/years.ts';
import { tiesApi } from '../client.ts';

/** For how many years names are kept, where nobody says otherwise. */
const USUAL_YEARS = 2;

export const usualDay = (today: string): string => yearsLater(today, USUAL_YEARS);

type Listed = TravellerShown | EnteredTraveller;

/** One place up in rank. */
export const moved = <T>(list: readonly T[], at: number): readonly T[] => {
  const [above, one] = [list[at - 1], list[at]];
  return above === undefined || one === undefined ? list : [...list.slice(0, at - 1), one, above, ...list.slice(at + 1)];
};

/** Saves the list in place of the one that was seen. */
export function useSavingTravellers(visit: VisitShown, today: string) {
  return (travellers: readonly Listed[], version = visit.delegation?.version ?? 0, keepUntil?: string) =>
    tiesApi.setDelegation(
      {
        visitId: visit.visitId,
        travellers: travellers.map(({ name, ...one }) => ({ ...one, name: name === null ? null : { ...name } })),
        keepUntil: keepUntil ?? visit.delegation?.names?.keepUntil ?? usualDay(today),
      },
      { context: { ifMatch: version } },
    );
}
