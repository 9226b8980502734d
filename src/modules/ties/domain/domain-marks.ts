// Which domains of a tie are alive, quiet or empty: the row of eleven marks.
import { boundsOf, compareDates, type FlexDate } from '#kernel/flex-date.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Happening } from './happenings.ts';
import { yearsLater } from './years.ts';

/** A domain is alive while its last entry is at most this old. */
const aliveYears = 3;

/** `last` is the latest known time of an entry; null where there is none. */
export interface DomainMark {
  readonly domain: Domain;
  readonly state: 'alive' | 'quiet' | 'empty';
  readonly last: FlexDate | null;
}

const latest = (dates: readonly FlexDate[]): FlexDate | null =>
  dates.reduce<FlexDate | null>((last, date) => (last === null || compareDates(date, last) > 0 ? date : last), null);

/**
 * One mark for each of the eleven domains, in their order. A domain is alive when something in it happened at most three years before
 * `today` or is foreseen: a date known to the year counts by its last day.
 */
export function domainMarks(happenings: readonly Happening[], today: string): readonly DomainMark[] {
  const since = yearsLater(today, -aliveYears);
  return domains.map((domain) => {
    const last = latest(happenings.filter((h) => h.domains.includes(domain)).map(({ starts, ends }) => ends ?? starts));
    if (last === null) return { domain, state: 'empty', last };
    return { domain, state: (boundsOf(last).to ?? '9999') >= since ? 'alive' : 'quiet', last };
  });
}
