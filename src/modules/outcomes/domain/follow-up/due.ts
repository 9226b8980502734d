// When an announced figure is asked for, and since when nothing has been heard of it.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { EntryFacts, LedgerEntry, Reached } from '../ledger.ts';
import { standing } from '../ledger.ts';
import type { Stage } from '../stages.ts';
import { followUpMonths, type AnswerGiven, type FollowUpMonths } from './fate.ts';

/** An entry with when it was entered (ISO instant). */
export type Announcing = Pick<LedgerEntry, 'id' | 'number' | 'reverses' | 'stage' | 'valueDate'> & { readonly enteredAt: string };

/** The day for which a figure was said, the last that its date can mean so that nobody is asked too early; else the day it was entered. */
export const dayOf = ({ valueDate, enteredAt }: { readonly valueDate: FlexDate | null; readonly enteredAt: string }): string =>
  (valueDate === null ? null : (boundsOf(valueDate).to ?? boundsOf(valueDate).from)) ?? enteredAt.slice(0, 10);

export interface Announced {
  readonly stage: Stage;
  /** ISO day. */
  readonly day: string;
}

/** As what it was announced, and for which day: its first entry that stands. Null of a ledger without one. */
export function announcedOf(entries: readonly Announcing[]): Announced | null {
  const [first] = standing(entries);
  return first === undefined ? null : { stage: first.stage, day: dayOf(first) };
}

/** What was announced as potential or intended is asked for, as long as it has neither been realised nor come to an end. */
export const isFollowed = ({ stage }: Announced, reached: Reached): boolean =>
  (stage === 'potential' || stage === 'intended') && reached.ended === null && reached.stage !== 'realised';

const pad = (value: number): string => String(value).padStart(2, '0');

/** So many months later, on the same day of the month or the last one that there is. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = boundsOf({ text: `${String(toYear).padStart(4, '0')}-${pad(toMonth)}`, qualifier: 'exact' }).to ?? day;
  const sought = `${last.slice(0, 8)}${pad(date)}`;
  return sought < last ? sought : last;
}

/** Every day on which a figure of this day is asked for. */
export const dueDays = (day: string): readonly { readonly months: FollowUpMonths; readonly due: string }[] =>
  followUpMonths.map((months) => ({ months, due: monthsLater(day, months) }));

/** The one to ask on this day: the latest that is due, since nobody is asked twice for what came due meanwhile. Null before the first. */
export const dueOn = (day: string, today: string): { readonly months: FollowUpMonths; readonly due: string } | null =>
  dueDays(day).findLast(({ due }) => due <= today) ?? null;

/** The code of the question before what is over goes out. */
export const LATE = 'outcomes.follow_ups_late';

/** Whether the time of the last question is over, a year after it fell due: unanswered it is unknown, and goes out only where somebody means it to. */
export const isOver = ({ months, due }: { readonly months: number; readonly due: string }, today: string): boolean =>
  months === followUpMonths.at(-1) && monthsLater(due, 12) <= today;

/** What was said of an outcome, by whomever. */
export interface Heard {
  /** What was entered, for which day, of what stands. */
  readonly entries: readonly (Pick<EntryFacts, 'valueDate'> & { readonly enteredAt: string })[];
  /** When a side answered on its figures (ISO instants). */
  readonly confirmedAt: readonly string[];
  readonly answers: readonly Pick<AnswerGiven, 'answer' | 'answeredAt'>[];
  /** ISO day. */
  readonly today: string;
}

export interface Signs extends Heard {
  readonly reached: Reached;
  /** The office's own rule; null: it has none. */
  readonly afterMonths: number | null;
}

/** The last day on which anything was said, for which an entry counts by its own date; *cannot say* says nothing. Null where nothing was. */
export function lastHeard({ entries, confirmedAt, answers, today }: Heard): string | null {
  const told = answers.filter(({ answer }) => answer !== 'cannot_say').map(({ answeredAt }) => answeredAt.slice(0, 10));
  const last = [...entries.map(dayOf), ...confirmedAt.map((at) => at.slice(0, 10)), ...told].toSorted().at(-1);
  // A date such as this year means its last day, on which nobody can have spoken yet.
  return last === undefined ? null : last > today ? today : last;
}

/** Of what was signed or has ended silence says nothing. */
export const canBeQuiet = ({ stage, ended }: Reached): boolean => ended === null && (stage === 'potential' || stage === 'intended');

/** The day of the last sign as exactly as it was said: a month or a year where every sign of then says no more. */
function saidOf({ entries, confirmedAt, answers }: Heard, heard: string): string {
  const signs = [...confirmedAt, ...answers.filter(({ answer }) => answer !== 'cannot_say').map(({ answeredAt }) => answeredAt)];
  const dates = entries.flatMap((entry) => (dayOf(entry) === heard ? [entry.valueDate?.text ?? heard] : []));
  const [vague] = dates.toSorted((one, other) => other.length - one.length);
  return vague === undefined || signs.some((at) => at.startsWith(heard)) ? heard : vague;
}

/**
 * Since when nothing has been heard of a potential or intended figure, where that is longer than the office's rule allows; else null.
 * Derived at every reading, never an entry: what is heard later ends it.
 */
export function noSignOfLifeSince({ reached, afterMonths, ...said }: Signs): string | null {
  if (afterMonths === null || !canBeQuiet(reached)) return null;
  const heard = lastHeard(said);
  return heard === null || monthsLater(heard, afterMonths) > said.today ? null : saidOf(said, heard);
}

/** After so many months without a sign, unless the office says otherwise. */
export const usualQuietMonths = 12;
