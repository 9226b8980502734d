// The rules by which participants of an edition ask to meet: until when, how many, whom, and when an unanswered request lapses.
import type { Problem } from '#kernel/result.ts';
import type { Wish } from './edition-facts.ts';

export type Role = 'exhibitor' | 'buyer';

/** How many wishes of its own a participant may have; null fields mean everybody. */
export interface RequestQuota {
  readonly groupId: string | null;
  readonly role: Role | null;
  readonly most: number;
  /** Of them, musts at most; null: as many. */
  readonly mostMusts: number | null;
}

export interface RequestRules {
  /** Participants enter, change and answer requests until then, UTC milliseconds; null: always. */
  readonly closesAt: number | null;
  /** Two exhibitors, or two buyers, may ask for each other. */
  readonly sameSide: boolean;
  /** Only meetings that both sides want are planned. */
  readonly agreedOnly: boolean;
  /** Days after which a request that nobody answered lapses; null: never. */
  readonly answerDays: number | null;
  /** How long before a meeting, and its new time, its two sides can still agree to move it; null: only the organiser moves meetings. */
  readonly movesUntilMinutes: number | null;
  /** The organiser is written to when a company asks it to move or cancel a meeting; else its to-do alone tells. */
  readonly mailsOrganiser: boolean;
  readonly quotas: readonly RequestQuota[];
}

/** Where an organiser has said nothing. */
export const openRules: RequestRules = {
  closesAt: null,
  sameSide: false,
  agreedOnly: false,
  answerDays: null,
  movesUntilMinutes: null,
  mailsOrganiser: true,
  quotas: [],
};

export interface Asking {
  readonly groupId: string | null;
  readonly role: Role;
}

/** The quota of a participant: the one that says most of it; null where there is none. */
export function quotaOf({ quotas }: Pick<RequestRules, 'quotas'>, { groupId, role }: Asking): RequestQuota | null {
  const fits = quotas.filter((q) => (q.groupId === null || q.groupId === groupId) && (q.role === null || q.role === role));
  const weight = (q: RequestQuota): number => (q.groupId === null ? 0 : 2) + (q.role === null ? 0 : 1);
  return fits.reduce<RequestQuota | null>((best, q) => (best === null || weight(q) > weight(best) ? q : best), null);
}

/** A wish that counts towards a quota: one's own, not the answer to somebody who asked first; a "no" never counts. */
export interface Counted {
  readonly wish: Wish;
  readonly isAnswer: boolean;
}

/** How many of these wishes count towards a quota, and how many musts are among them. */
export function countedOf(wishes: readonly Counted[]): { readonly asked: number; readonly musts: number } {
  const own = wishes.filter(({ wish, isAnswer }) => wish !== 'no' && !isAnswer);
  return { asked: own.length, musts: own.filter(({ wish }) => wish === 'must').length };
}

/** What of these wishes is over the quota: a code and its values, or nothing. */
export function overQuota(quota: RequestQuota | null, wishes: readonly Counted[]): Pick<Problem, 'code' | 'params'> | null {
  if (quota === null) return null;
  const { asked, musts } = countedOf(wishes);
  if (asked > quota.most) return { code: 'meetings.request_over_quota', params: { most: quota.most, count: asked } };
  if (quota.mostMusts !== null && musts > quota.mostMusts)
    return { code: 'meetings.request_over_musts', params: { most: quota.mostMusts, count: musts } };
  return null;
}

export const isClosed = ({ closesAt }: Pick<RequestRules, 'closesAt'>, now: number): boolean => closesAt !== null && closesAt <= now;

const DAY = 86_400_000;

/** When a request that is not answered lapses, UTC milliseconds; null: never. */
export const lapsesAt = ({ answerDays }: Pick<RequestRules, 'answerDays'>, enteredAt: number): number | null =>
  answerDays === null ? null : enteredAt + answerDays * DAY;

/** Whether a wish that only one side has is still planned. */
export function countsAlone(rules: Pick<RequestRules, 'agreedOnly' | 'answerDays'>, enteredAt: number, now: number): boolean {
  const lapse = lapsesAt(rules, enteredAt);
  return !rules.agreedOnly && (lapse === null || lapse > now);
}
