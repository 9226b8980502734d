// Who may enter, withdraw and publish what an office says: its editors. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { EvidenceScope } from './domain/scope.ts';

export const maySpeakFor = (actor: Actor, office: OfficeId): Result<EvidenceScope> =>
  holds(actor, office, 'editor') ? ok(grant<EvidenceScope>({ office })) : refuse(forbidden);
