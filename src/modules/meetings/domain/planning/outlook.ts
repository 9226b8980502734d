// What is known before any search: times that have begun, and wishes that no plan can hold until somebody mends what they lack.
import { canInterpret, strangersIn } from '#scheduler/core/languages.ts';
import type { Facts } from '#scheduler/core/model.ts';
import type { Ahead } from './begun.ts';
import type { PlannerInput } from './planner-facts.ts';

/** Wishes of people without a language in common whom no interpreter at hand understands, by the two languages that would mend most of them. */
export interface LanguageGap {
  /** BCP-47 tags, sorted. */
  readonly languages: readonly [string, string];
  readonly meetings: number;
  readonly musts: number;
}

export interface Outlook {
  /** Slots of the edition, and those of them that have begun. */
  readonly slots: number;
  readonly begun: number;
  readonly gaps: readonly LanguageGap[];
  /** Meetings that need an interpreter who is there, and how many of them all interpreters have time for; null where time is no matter. */
  readonly short: { readonly meetings: number; readonly room: number } | null;
}

/** Slots in which somebody can interpret at most: with a rest, where one was agreed, wherever it costs least. */
export function slotsFor({ slots, resources }: Facts, resource: number): number {
  const { unavailableSlots = [], rest = null } = resources[resource] ?? {};
  const off = new Set(unavailableSlots);
  const free = slots.flatMap(({ day, startMinute, lengthMinutes }, slot) => {
    const from = day * 1_440 + startMinute;
    return off.has(slot) ? [] : [{ from, to: from + lengthMinutes }];
  });
  if (rest === null) return free.length;
  // From the last slot backwards: the most from each on, whether it is left out or begins a stretch.
  const most = new Array<number>(free.length + 1).fill(0);
  for (let first = free.length - 1; first >= 0; first -= 1) {
    const begins = free[first]?.from ?? 0;
    let best = most[first + 1] ?? 0;
    for (let last = first; last < free.length && (free[last]?.to ?? 0) - begins <= rest.longestMinutes; last += 1) {
      const ends = free[last]?.to ?? 0;
      const next = free.findIndex(({ from }, at) => at > last && from - ends >= rest.restMinutes);
      best = Math.max(best, last - first + 1 + (next < 0 ? 0 : (most[next] ?? 0)));
    }
    most[first] = best;
  }
  return most[0] ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Pairs of languages of which an interpreter would need both, as keys that can be compared. */
function pairsFor(facts: Facts, meeting: number): readonly string[] {
  const strangers = strangersIn(facts, meeting);
  if (strangers === null) return [];
  const [a = [], b = []] = strangers.map((who) => facts.participants[who]?.languages ?? []);
  return [...new Set(a.flatMap((x) => b.map((y) => [x, y].sort().join(' '))))];
}

/** The meetings of a gap, as indices of the facts. */
export interface MeetingsOfGap extends LanguageGap {
  readonly of: readonly number[];
}

/** Again and again the pair of languages that serves most of those who are left. */
export function gapsAmong(facts: Facts, meetings: readonly number[]): readonly MeetingsOfGap[] {
  let left = meetings.map((meeting) => ({ meeting, pairs: pairsFor(facts, meeting) }));
  const gaps: MeetingsOfGap[] = [];
  while (left.length > 0) {
    const served = new Map<string, number>();
    for (const { pairs } of left) for (const pair of pairs) served.set(pair, (served.get(pair) ?? 0) + 1);
    const best = [...served].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))[0]?.[0];
    if (best === undefined) break;
    const ours = left.filter(({ pairs }) => pairs.includes(best));
    left = left.filter(({ pairs }) => !pairs.includes(best));
    const [one = '', two = ''] = best.split(' ');
    gaps.push({
      languages: [one, two],
      meetings: ours.length,
      musts: ours.filter(({ meeting }) => facts.meetings[meeting]?.must === true).length,
      of: ours.map(({ meeting }) => meeting),
    });
  }
  return gaps;
}

/** `input`: the planner's facts of what is ahead; `slots`: of the whole edition. */
export function outlookOf(ahead: Ahead, input: PlannerInput, slots: number): Outlook {
  const { facts } = input;
  const needing = facts.meetings.map((_, meeting) => meeting).filter((meeting) => strangersIn(facts, meeting) !== null);
  const atHand = facts.resources.map((_, resource) => resource).filter((resource) => slotsFor(facts, resource) > 0);
  const served = new Set(needing.filter((meeting) => atHand.some((resource) => canInterpret(facts, resource, meeting))));
  const room = sum(atHand.map((resource) => slotsFor(facts, resource)));
  const begun = slots - ahead.edition.slots.length;
  return {
    slots,
    begun,
    gaps: gapsAmong(
      facts,
      needing.filter((meeting) => !served.has(meeting)),
    ).map(({ of: _, ...gap }) => gap),
    short: served.size > room ? { meetings: served.size, room } : null,
  };
}
