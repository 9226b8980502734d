// Who may write: editors of the office whose register it is. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { RegisterScope } from './domain/scope.ts';

export const mayWrite = (actor: Actor, office: OfficeId): Result<RegisterScope> =>
  holds(actor, office, 'editor') ? ok(grant<RegisterScope>({ office })) : refuse(forbidden);

/** What an office keeps to itself is read by its members alone. */
export const mayRead = (actor: Actor, office: OfficeId): Result<OfficeId> =>
  holds(actor, office, 'viewer') ? ok(office) : refuse(forbidden);
