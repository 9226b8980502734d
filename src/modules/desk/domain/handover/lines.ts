// What a desk hands over: what is open by the register itself, and what stands in nobody's register but the mind of the one who goes.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { OpenThing } from '../briefing/open-things.ts';

export const handoverParts = ['answers', 'deadlines', 'promised', 'owed', 'call', 'where'] as const;
export type HandoverPart = (typeof handoverParts)[number];

/** Parts whose lines are typed as well. */
export const typedParts = ['promised', 'owed', 'call', 'where'] as const;
export type TypedPart = (typeof typedParts)[number];

/** A line of the one who goes. */
export interface TypedLine {
  readonly id: string;
  readonly part: TypedPart;
  readonly head: string;
  readonly text: string;
  readonly due: FlexDate | null;
}

/** An open line; `subject` tells it from all others, and stays the same while it is open. */
export interface OpenLine {
  readonly subject: string;
  readonly part: HandoverPart;
  /** The other side, by its city or its office. */
  readonly with: MultilingualText | null;
  readonly about: OpenThing['about'] | 'contradicted' | 'third' | 'follow_ups' | 'returned_letters' | 'typed';
  readonly title: MultilingualText | null;
  readonly attribute: string | null;
  /** For how many it stands, where it is more than one thing. */
  readonly count?: number | undefined;
  readonly typed: TypedLine | null;
  readonly due: FlexDate | null;
  readonly late: boolean;
  readonly since: string | null;
  /** The page it is worked on. */
  readonly page: { readonly tie: string } | { readonly outcome: string } | { readonly list: 'follow_ups' | 'returned_letters' } | null;
}

/** What waits for our word is owed first; then what has a day; then who promised it. */
export function partOf({ about, due, turn }: OpenThing): HandoverPart {
  if (about === 'said' || about === 'answer_item' || about === 'answer_exchange' || about === 'answer_outcome') return 'answers';
  if (due !== null) return 'deadlines';
  return turn === 'theirs' ? 'owed' : 'promised';
}

export const typedLine = (line: TypedLine, late: boolean): OpenLine => ({
  ...{ subject: `typed ${line.id}`, part: line.part, with: null, about: 'typed', title: null, attribute: null },
  ...{ typed: line, due: line.due, late, since: null, page: null },
});

/** One press: taken, or given back. */
export interface Tick {
  readonly subject: string;
  readonly taken: boolean;
  readonly account: AccountId;
  readonly at: string;
}

/**
 * Who has each line now, and since when: the last press counts, and one that gave it back leaves it open, as does one whose taker is no
 * longer among the `members`. `ticks` in order of time.
 */
export function takenBy(ticks: readonly Tick[], members: ReadonlySet<AccountId>): ReadonlyMap<string, Tick> {
  const last = new Map(ticks.map((tick) => [tick.subject, tick]));
  return new Map([...last].filter(([, { taken, account }]) => taken && members.has(account)));
}

/** Who hands over to whom, as far as it decides who may take lines over. */
export interface HandingOver {
  readonly fromAccount: AccountId;
  readonly toAccount: AccountId | null;
  readonly restAccount: AccountId | null;
  readonly finishedAt: Date | null;
}

/**
 * Who may take lines over, of those who may write: the one who comes, where that is known and they are still there; else whoever does not
 * go. After the end also who has the rest, which are the owners where nobody is named.
 */
export function mayTick(
  { fromAccount, toAccount, restAccount, finishedAt }: HandingOver,
  { account, isOwner, members }: { readonly account: AccountId; readonly isOwner: boolean; readonly members: ReadonlySet<AccountId> },
): boolean {
  const present = (one: AccountId | null): AccountId | null => (one !== null && members.has(one) ? one : null);
  const [comes, rest] = [present(toAccount), present(restAccount)];
  if (comes === null ? account !== fromAccount : account === comes) return true;
  return finishedAt !== null && (rest === null ? isOwner : account === rest);
}

/** How many of the lines are taken, how many of the others are overdue, and how many more fall due before the desk changes hands. */
export function tallyOf(lines: readonly OpenLine[], taken: ReadonlySet<string>, startsOn: string) {
  const open = lines.filter(({ subject }) => !taken.has(subject));
  const early = open.filter(({ due, late }) => !late && due !== null && due.text.slice(0, 10) < startsOn.slice(0, due.text.length));
  const late = open.filter((line) => line.late).length;
  return { lines: lines.length, taken: lines.length - open.length, open: open.length, late, early: early.length };
}

/** What is against taking back that a hand-over was begun: only who began it does, and what somebody ticked stays on record. */
export function cancelProblem(
  { fromAccount, finishedAt }: { readonly fromAccount: AccountId; readonly finishedAt: Date | null },
  ticks: readonly unknown[],
  account: AccountId | null,
): { readonly kind: 'forbidden' | 'conflict'; readonly code: string } | null {
  if (account !== fromAccount) return { kind: 'forbidden', code: 'desk.not_yours_to_cancel' };
  return finishedAt !== null || ticks.length > 0 ? { kind: 'conflict', code: 'desk.handover_ticked' } : null;
}

/** Whether a first day lies so far from today that it is more likely a slip of the hand. */
export function isFarOff(startsOn: string, today: string): boolean {
  const inYear = (by: number): string => `${String(Number(today.slice(0, 4)) + by).padStart(4, '0')}${today.slice(4)}`;
  // No day at all is refused as such, not asked about.
  return startsOn !== '' && (startsOn < inYear(-1) || startsOn > inYear(1));
}
