// Who may record and change organisations: editors of the office that keeps them. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { OrganisationRecord } from './domain/organisation.ts';
import type { OrganisationScope, RecordScope } from './domain/scope.ts';

export const mayRecord = (actor: Actor, office: OfficeId): Result<RecordScope> =>
  holds(actor, office, 'editor') ? ok(grant<RecordScope>({ office })) : refuse(forbidden);

export const mayChange = (actor: Actor, organisation: OrganisationRecord): Result<OrganisationScope> =>
  holds(actor, organisation.ownerOffice, 'editor')
    ? ok(grant<OrganisationScope>({ office: organisation.ownerOffice, organisationId: organisation.id }))
    : refuse(forbidden);
