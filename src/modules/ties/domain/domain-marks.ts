// Which domains of a tie are alive, quiet, undated or empty: the row of eleven marks.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Happening } from './happenings.ts';
import { latestOf } from './silence.ts';
import type { TieFacts } from './tie-facts.ts';
import { yearsLater } from './years.ts';

/** A domain is alive while its last entry is at most this old. */
const aliveYears = 3;

export const domainStates = ['alive', 'quiet', 'undated', 'empty'] as const;

/** `entries`: how much lives there; `last` is the latest known time of it, null where none is known. */
export interface DomainMark {
  readonly domain: Domain;
  readonly state: (typeof domainStates)[number];
  readonly entries: number;
  readonly last: FlexDate | null;
}

/** What the tie itself holds: exchanges, and agreements with the domains of what they foresee. */
export const happeningsOf = ({ exchanges, agreements, items }: TieFacts): readonly Happening[] => [
  ...exchanges.map(({ domains, starts, ends }) => ({ domains, last: ends ?? starts })),
  ...agreements.map(({ id, domains, signedOn, validFrom, validTo }) => ({
    domains: [...domains, ...items.flatMap(({ agreementId, domain }) => (agreementId === id && domain !== null ? [domain] : []))],
    last: latestOf([signedOn, validFrom, validTo]),
  })),
];

/**
 * One mark for each of the eleven domains, in their order. A domain is alive when something in it happened at most three years before
 * `today`, goes on or is foreseen: a date known to the year counts by its last day. Where nothing in it has a date, nobody can say.
 */
export function domainMarks(happenings: readonly Happening[], today: string): readonly DomainMark[] {
  const since = yearsLater(today, -aliveYears);
  return domains.map((domain) => {
    const living = happenings.filter((happening) => happening.domains.includes(domain));
    const [entries, last] = [living.length, latestOf(living.map((happening) => happening.last))];
    if (last === null) return { domain, state: entries === 0 ? 'empty' : 'undated', entries, last };
    const { from, to } = boundsOf(last);
    // "After 2000" may be last year as well as long ago.
    if (to === null && (from ?? '') < since) return { domain, state: 'undated', entries, last };
    return { domain, state: (to ?? '9999') >= since ? 'alive' : 'quiet', entries, last };
  });
}
