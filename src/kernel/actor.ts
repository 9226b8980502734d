// Who acts: every request and every job runs as an actor.
import type { AccountId, OfficeId } from './ids.ts';
import type { Language } from './language.ts';

/** What a member may do in an office: an owner also governs members and reads the audit log, an editor writes, a viewer reads. */
export type Role = 'owner' | 'editor' | 'viewer';

export interface Membership {
  readonly office: OfficeId;
  readonly role: Role;
}

/** Who asks, for which offices, in which language. `account` is null for the public. */
export interface Actor {
  readonly account: AccountId | null;
  readonly memberships: readonly Membership[];
  readonly language: Language;
  readonly requestId: string;
}

const rank: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 };

/** Whether the actor holds at least this role in the office. */
export const holds = (actor: Actor, office: OfficeId, role: Role): boolean =>
  actor.memberships.some((m) => m.office === office && rank[m.role] >= rank[role]);
