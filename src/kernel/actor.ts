// Who acts: every request and every job runs as an actor.
import type { AccountId, OfficeId } from './ids.ts';
import type { Language } from './language.ts';

/** What a member may do in an office: an owner also governs members and reads the audit log, an editor writes, a viewer reads. */
export type Role = 'owner' | 'editor' | 'viewer';

/** Who holds what a request was let in by: a person with a session, a program with an API key, a company's contact with a personal link. */
export const holders = ['person', 'key', 'link'] as const;
export type Holder = (typeof holders)[number];

/** What of the API a token opens: these modules (null: all), to read only or to change things as well. */
export interface Reach {
  readonly modules: readonly string[] | null;
  readonly writes: boolean;
}

export interface Membership {
  readonly office: OfficeId;
  readonly role: Role;
}

/**
 * Who asks, for which offices, in which language. `account` and `holder` are null for the public; a token has an account of its own
 * (service account), which acts for its one office.
 */
export interface Actor {
  readonly account: AccountId | null;
  readonly holder: Holder | null;
  readonly memberships: readonly Membership[];
  readonly language: Language;
  readonly requestId: string;
}

const rank: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 };

/** Whether the actor holds at least this role in the office. */
export const holds = (actor: Actor, office: OfficeId, role: Role): boolean =>
  actor.memberships.some((m) => m.office === office && rank[m.role] >= rank[role]);
