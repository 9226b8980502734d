// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { OfficeId } from '#kernel/ids.ts';
import type { OrganisationId } from './organisation.ts';

declare const proof: unique symbol;

/** The actor may record organisations for this office. */
export interface RecordScope {
  readonly office: OfficeId;
  readonly [proof]: 'record';
}

/** The actor may change this organisation and its contacts. */
export interface OrganisationScope {
  readonly office: OfficeId;
  readonly organisationId: OrganisationId;
  readonly [proof]: 'organisation';
}
