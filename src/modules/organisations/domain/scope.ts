// Proofs that somebody may write: the store asks for them, policy.ts alone makes them.
import type { Proof } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { OrganisationId } from './organisation.ts';

/** The actor may record organisations for this office. */
export interface RecordScope extends Proof<'organisations.record'> {
  readonly office: OfficeId;
}

/** The actor may change this organisation and its contacts. */
export interface OrganisationScope extends Proof<'organisations.organisation'> {
  readonly office: OfficeId;
  readonly organisationId: OrganisationId;
}
