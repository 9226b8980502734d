// What is done in a visit day by day: at the precision that is known, where, with whom, and who of the delegation takes part.
import { boundsOf, precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { AgreementId, ExchangeId } from '../happenings.ts';
import type { Owned, Party } from '../records.ts';
import type { TravellerId } from './delegation.ts';

export type StopId = Id<'Stop'>;

/** What is known of a time where the clock's is not. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

export interface StopFacts {
  readonly date: FlexDate;
  readonly part: DayPart | null;
  /** On the clock where the visit is, `HH:MM`; of one that has no end it is not known. */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly title: MultilingualText;
  readonly place: MultilingualText | null;
  readonly parties: readonly Party[];
  /** Who takes part; nobody named is everybody. */
  readonly travellerIds: readonly TravellerId[];
  /** The paper signed or spoken of there. */
  readonly agreementId: AgreementId | null;
}

export interface Stop extends StopFacts {
  readonly id: StopId;
}

export interface Itinerary extends Owned {
  readonly visitId: ExchangeId;
  readonly version: number;
  readonly timeZone: string;
  readonly stops: readonly Stop[];
}

const partHours: Readonly<Record<DayPart, string>> = { morning: '06:00', afternoon: '12:00', evening: '18:00' };

/** Until when a day still goes on after midnight: a dinner may, a night flight lands later and is told of by its own day. */
const dayGoesOnUntil = '06:00';

/** Whether it ends on the clock of the next day: from 19:30 to 00:30. */
export const endsNextDay = ({ starts, ends }: Pick<StopFacts, 'starts' | 'ends'>): boolean =>
  starts !== null && ends !== null && ends < starts && ends <= dayGoesOnUntil;

/** By date, then by the clock; what is known to the month alone stands before its days, what has no time before what has one. */
export const inOrder = <S extends Pick<StopFacts, 'date' | 'part' | 'starts'>>(stops: readonly S[]): readonly S[] => {
  const keyOf = ({ date, part, starts }: S): string => `${date.text.padEnd(10, ' ')} ${starts ?? (part === null ? '' : partHours[part])}`;
  return stops.toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : keyOf(x) > keyOf(y) ? 1 : 0));
};

interface KnownOfVisit {
  readonly stops: readonly Stop[];
  readonly travellers: readonly { readonly id: TravellerId }[];
}

/** What cannot be of one thing in an itinerary: it has words, a time has a day, and nothing ends before it begins. */
function stopProblems(stop: StopFacts & { readonly id: StopId | null }, known: KnownOfVisit): readonly Problem[] {
  const { id, date, part, starts, ends, title, travellerIds } = stop;
  const isTimed = part !== null || starts !== null || ends !== null;
  const isForeign = id !== null && !known.stops.some((one) => one.id === id);
  return [
    ...(Object.keys(title).length === 0 ? [{ path: ['title'], code: 'kernel.required' }] : []),
    ...(isTimed && precisionOf(date) !== 'day' ? [{ path: ['date'], code: 'ties.time_without_day' }] : []),
    ...(starts === null && ends !== null ? [{ path: ['starts'], code: 'ties.end_without_start' }] : []),
    ...(starts !== null && ends !== null && ends <= starts && !endsNextDay(stop)
      ? [{ path: ['ends'], code: 'ties.stop_ends_before' }]
      : []),
    ...(part !== null && starts !== null ? [{ path: ['part'], code: 'ties.part_and_time' }] : []),
    ...(travellerIds.some((one) => !known.travellers.some((traveller) => traveller.id === one))
      ? [{ path: ['travellerIds'], code: 'ties.traveller_unknown' }]
      : []),
    ...(isForeign ? [{ path: ['id'], code: 'ties.stop_unknown' }] : []),
  ];
}

/** All that cannot be of an itinerary, at each of its entries. */
export const itineraryProblems = (
  stops: readonly (StopFacts & { readonly id: StopId | null })[],
  known: KnownOfVisit,
): readonly Problem[] =>
  stops.flatMap((stop, at) => stopProblems(stop, known).map((problem) => ({ ...problem, path: ['stops', at, ...problem.path] })));

/** Whether something is planned or told of outside the days of its visit, as far as both are known. */
export function isOutside(
  { date }: Pick<StopFacts, 'date'>,
  visit: { readonly starts: FlexDate; readonly ends: FlexDate | null },
): boolean {
  const own = boundsOf(date);
  // Of a visit that began on a day the last one may not be known; one in a month lies within it.
  const last = visit.ends ?? (precisionOf(visit.starts) === 'day' ? null : visit.starts);
  const [from, to] = [boundsOf(visit.starts).from, last === null ? null : boundsOf(last).to];
  return (own.to !== null && from !== null && own.to < from) || (own.from !== null && to !== null && own.from > to);
}
