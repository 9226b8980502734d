// Who may do what in an office.
import { holds, type Actor, type Role } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, notFound, ok, refuse, type Result } from '#kernel/result.ts';

declare const proof: unique symbol;

/** Proof that the actor governs the office; only this file mints it. */
export type GovernedOffice = OfficeId & { readonly [proof]: 'governed' };

/** An office that the actor owns; a member of lower role is told so, a stranger learns nothing. */
export function governedOffice(actor: Actor, office: OfficeId): Result<GovernedOffice> {
  if (holds(actor, office, 'owner')) return ok(office as GovernedOffice);
  return holds(actor, office, 'viewer') ? refuse(forbidden) : notFound();
}

/** The office the actor belongs to with at least this role. */
export function officeWith(actor: Actor, office: OfficeId, role: Role): Result<OfficeId> {
  if (holds(actor, office, role)) return ok(office);
  return holds(actor, office, 'viewer') ? refuse(forbidden) : notFound();
}
