// Whom an outcome is asked of: a company among its parties, and a person there with an address, or an office that passes it on.
import type { Party } from '../parties.ts';

export const routes = ['company', 'through'] as const;
/** To the company itself, or through an office that stands nearer to it: its chamber, trading group or city. */
export type Route = (typeof routes)[number];

/** Why no letter can go, each with what helps: no company is named; it is named in words alone; no address is known; it said stop; its letter came back; it could not be handed to a mail server. */
export const remedies = ['no_company', 'no_record', 'no_address', 'no_office', 'stopped', 'returned', 'not_sent'] as const;
export type Remedy = (typeof remedies)[number];

/** A company that can be asked is told before one that cannot; a city is no company. */
export function companyAmong(parties: readonly Party[], isReachable: (organisationId: string) => boolean): Party | null {
  const companies = parties.filter(({ cityId }) => cityId === null);
  const onRecord = companies.filter(({ organisationId }) => organisationId !== null);
  return (
    onRecord.find(({ organisationId }) => organisationId !== null && isReachable(organisationId)) ?? onRecord[0] ?? companies[0] ?? null
  );
}

/** Null where a letter can go. */
export function remedyOf({
  company,
  route,
  hasAddress,
  hasOffice,
  isStopped,
}: {
  readonly company: Party | null;
  readonly route: Route;
  readonly hasAddress: boolean;
  readonly hasOffice: boolean;
  readonly isStopped: boolean;
}): Remedy | null {
  if (isStopped) return 'stopped';
  if (company === null) return 'no_company';
  if (route === 'through') return hasOffice ? null : 'no_office';
  if (hasAddress) return null;
  return company.organisationId === null ? 'no_record' : 'no_address';
}

/** How an office's questions are listed: what waits for it, what it holds back, sent, what is stopped, and what others send through it. */
export const followUpListings = ['due', 'held', 'sent', 'stopped', 'through'] as const;
export type FollowUpListing = (typeof followUpListings)[number];
