// The order of what waits for an office's answer, what of it is put off, and of what a letter reminds.

/** What an office answers: so it is, so much of it is so, it is otherwise, we do not know; a third party's word is taken up or left. */
export const answers = ['as_they_say', 'in_part', 'differs', 'not_known', 'taken_up', 'left', 'maintained'] as const;
export type GivenAnswer = (typeof answers)[number];

interface Waits {
  readonly key: string;
  /** When it was said (ISO, UTC). */
  readonly at: string;
  /** What it is listed under. */
  readonly under: string;
}

const byAge = (x: Waits, y: Waits): number => (x.at === y.at ? (x.key < y.key ? -1 : 1) : x.at < y.at ? -1 : 1);

/** Each once, group by group: the group of the one that waits longest first, in it the oldest first. */
export function arranged<W extends Waits>(waiting: readonly W[]): readonly W[] {
  const once = [...new Map(waiting.map((one) => [one.key, one])).values()].toSorted(byAge);
  return [...Map.groupBy(once, ({ under }) => under).values()].flat();
}

/** How often, and on which day last, an office was reminded. */
export interface Reminded {
  readonly times: number;
  readonly lastOn: string;
}

/** So often a letter reminds of one thing; then it is silent, and the thing stays in the list. */
export const mostReminders = 3;

/** What a letter of a day reminds of; whoever else of the office has a letter that day is reminded of the same. */
export const toRemind = <W extends Pick<Waits, 'key'>>(
  waiting: readonly W[],
  reminded: ReadonlyMap<string, Reminded>,
  day: string,
): readonly W[] =>
  waiting.filter(({ key }) => {
    const before = reminded.get(key);
    return before === undefined || before.lastOn === day || before.times < mostReminders;
  });
