// Ties in which nothing has happened for as long as an office's own rule says; told to that office alone.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { lastExchange, statusOf, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { lastDayOf, monthsLater } from '#modules/ties/domain/years.ts';

/** The day so many months earlier, or the last one of a shorter month. */
function monthsEarlier(day: string, months: number): string {
  const month = monthsLater(day.slice(0, 7), -months);
  const [same, last] = [`${month}${day.slice(7)}`, lastDayOf(month)];
  return same < last ? same : last;
}

/**
 * When the last exchange was, where that is more than `months` before `today`, whatever its date can mean; else null. A tie of which no
 * exchange is entered is not called quiet, since nothing is known of it, nor one that the office itself calls ended, suspended or
 * only proposed.
 */
export function quietSince(
  facts: TieFacts,
  office: OfficeId,
  { today, months }: { readonly today: string; readonly months: number },
): FlexDate | null {
  const said = statusOf(facts.statements, office)?.code;
  if (said === 'ended' || said === 'suspended' || said === 'proposed') return null;
  const last = lastExchange(facts.exchanges);
  if (last === null) return null;
  const date = last.ends ?? last.starts;
  const { to } = boundsOf(date);
  return to !== null && to < monthsEarlier(today, months) ? date : null;
}
