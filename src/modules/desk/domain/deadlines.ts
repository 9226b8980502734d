// The deadlines and anniversaries of a register as a calendar and a mail tell them; what is known to the month stays known to the month.
import { boundsOf, compareDates, precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { anniversaryIn } from '#modules/ties/domain/anniversaries.ts';
import { isNothingLeft } from '#modules/ties/domain/happenings.ts';
import { dateIn, shownOf, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { isFollowed, isOver } from '#modules/ties/domain/endings.ts';
import { renewalOf } from '#modules/ties/domain/memoranda.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import { yearsLater } from '#modules/ties/domain/years.ts';

export type DeadlineKind = 'item' | 'renewal' | 'ending' | 'anniversary';

/** `key` stays the same however often it is asked for: the item's, the agreement's, or the tie's with the year. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly key: string;
  readonly tieId: TieId;
  readonly on: FlexDate;
  readonly title: MultilingualText | null;
  readonly years: number | null;
}

/** How far ahead anniversaries are told, in years. */
const yearsAhead = 3;

const dueItems = ({ tieId, items }: TieFacts, office: OfficeId): readonly Deadline[] =>
  items.flatMap(({ id, due, states, text }) => {
    const ours = states.find((said) => said.office === office)?.state;
    return due === null || isNothingLeft(ours) ? [] : [{ kind: 'item' as const, key: id, tieId, on: due, title: text, years: null }];
  });

function ofAgreements({ tieId, agreements }: TieFacts, office: OfficeId, today: string): readonly Deadline[] {
  return agreements.flatMap((agreement): readonly Deadline[] => {
    const { id, title, validTo } = agreement;
    if (isOver(validTo, today) || isFollowed(agreement, agreements)) return [];
    const renewal = renewalOf(agreement.office === office ? agreement : { ...agreement, renewBy: null });
    return [
      ...(renewal === null ? [] : [{ kind: 'renewal' as const, key: `${id}.renewal`, tieId, on: renewal, title, years: null }]),
      ...(validTo === null ? [] : [{ kind: 'ending' as const, key: id, tieId, on: validTo, title, years: null }]),
    ];
  });
}

/** The years to celebrate, each fifth, of this year and the next ones. */
function anniversaries(facts: TieFacts, today: string): readonly Deadline[] {
  const since = dateIn(shownOf(facts, 'established').first?.value);
  if (since === null || precisionOf(since) === 'year') return [];
  const { tieId } = facts;
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: yearsAhead + 1 }, (_, ahead) => `${thisYear + ahead}${since.text.slice(4, 7)}`).flatMap((month) => {
    const found = anniversaryIn(since, month);
    if (found === null || !found.round) return [];
    const text = found.day === null ? month : `${month}-${String(found.day).padStart(2, '0')}`;
    const on: FlexDate = { text, qualifier: 'exact' };
    return [{ kind: 'anniversary' as const, key: `${tieId}.${month.slice(0, 4)}`, tieId, on, title: null, years: found.years }];
  });
}

/** Everything of a tie that has a time for the office, in order of time; what is more than a year past is left out. */
export function deadlinesOf(facts: TieFacts, office: OfficeId, today: string): readonly Deadline[] {
  const yearAgo = yearsLater(today, -1);
  return [...dueItems(facts, office), ...ofAgreements(facts, office, today), ...anniversaries(facts, today)]
    .filter(({ on }) => (boundsOf(on).to ?? '9999') >= yearAgo)
    .toSorted((x, y) => compareDates(x.on, y.on));
}

/** The day on which a calendar shows a date: the first of what is written, which is the day itself only where a day is known. */
export const calendarDay = ({ text }: FlexDate): string => `${text}-01-01`.slice(0, 10);

/** Whether the calendar's day is the day itself. */
export const isDay = (date: FlexDate): boolean => precisionOf(date) === 'day' && date.qualifier === 'exact';

interface Told {
  readonly kind: string;
  readonly on: FlexDate;
}

/** Those that call for the office this week: late, or beginning within four weeks; anniversaries only from today on. */
export function tellable<D extends Told>(
  deadlines: readonly D[],
  today: string,
  until: string,
): readonly (D & { readonly late: boolean })[] {
  return deadlines.flatMap((deadline) => {
    const { from, to } = boundsOf(deadline.on);
    const late = to !== null && to < today;
    if ((from ?? '') > until || (late && deadline.kind === 'anniversary')) return [];
    return [{ ...deadline, late }];
  });
}
