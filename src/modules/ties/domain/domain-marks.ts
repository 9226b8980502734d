// Which domains of a tie are alive, quiet, undated or empty: the row of eleven marks.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Happening } from './happenings.ts';
import { hasCome, latestOf } from './silence.ts';
import type { TieFacts } from './tie-facts.ts';
import { yearsLater } from './years.ts';

/** A domain is alive while its last entry is at most this old. */
const aliveYears = 3;

/** Ahead: what lives there is agreed for days to come, and nothing of it has happened. */
export const domainStates = ['alive', 'quiet', 'ahead', 'undated', 'empty'] as const;

/**
 * `entries`: how much lives there; `last` is the latest known time at which something happened, `ahead` the latest for which something is
 * agreed; null where none is known.
 */
export interface DomainMark {
  readonly domain: Domain;
  readonly state: (typeof domainStates)[number];
  readonly entries: number;
  readonly last: FlexDate | null;
  readonly ahead: FlexDate | null;
}

const known = (...dates: readonly (FlexDate | null)[]): readonly FlexDate[] => dates.flatMap((date) => date ?? []);

/** What the tie itself holds: exchanges, and agreements with the domains of what they foresee. */
export const happeningsOf = ({ exchanges, agreements, items }: TieFacts): readonly Happening[] => [
  ...exchanges.map(({ domains, starts, ends }) => ({ domains, dates: known(starts, ends) })),
  ...agreements.map(({ id, domains, signedOn, validFrom, validTo }) => ({
    domains: [...domains, ...items.flatMap(({ agreementId, domain }) => (agreementId === id && domain !== null ? [domain] : []))],
    dates: known(signedOn, validFrom, validTo),
  })),
];

/**
 * One mark for each of the eleven domains, in their order. A domain is alive when something in it happened at most three years before
 * `today`: a date known to the year counts by its last day, and what is agreed for later has not happened. Where nothing in it has a date,
 * nobody can say.
 */
export function domainMarks(happenings: readonly Happening[], today: string): readonly DomainMark[] {
  const since = yearsLater(today, -aliveYears);
  return domains.map((domain) => {
    const living = happenings.filter((happening) => happening.domains.includes(domain));
    const dates = living.flatMap((happening) => happening.dates);
    const last = latestOf(dates.filter((date) => hasCome(date, today)));
    const ahead = latestOf(dates.filter((date) => !hasCome(date, today)));
    const mark = (state: DomainMark['state']): DomainMark => ({ domain, state, entries: living.length, last, ahead });
    if (last === null) return mark(ahead !== null ? 'ahead' : living.length === 0 ? 'empty' : 'undated');
    const { from, to } = boundsOf(last);
    // "After 2000" may be last year as well as long ago.
    if (to === null && (from ?? '') < since) return mark('undated');
    return mark((to ?? '9999') >= since ? 'alive' : 'quiet');
  });
}
