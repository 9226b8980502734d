// Who may use a desk: the members of its office, its editors to write. What they read beyond it is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { DeskScope, OfficeReading } from './domain/scope.ts';

export const mayWrite = (actor: Actor, office: OfficeId): Result<DeskScope> =>
  holds(actor, office, 'editor') ? ok(grant<DeskScope>({ office })) : refuse(forbidden);

/** A register as a whole is read by the members of its office alone. */
export const mayRead = (actor: Actor, office: OfficeId): Result<OfficeId> =>
  holds(actor, office, 'viewer') ? ok(office) : refuse(forbidden);

/** Whoever holds the address of an office's calendar reads what the office may. */
export const mayReadByCalendar = (office: OfficeId): OfficeReading => grant<OfficeReading>({ office });
