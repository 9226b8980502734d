// Partner calls and papers of the office's own that will end, or have ended and still stand.
import { isOver, nearness } from '#modules/ties/domain/endings.ts';

interface Call {
  /** The last day, ISO. */
  readonly until: string;
}

const lastDay = ({ until }: Call) => ({ text: until, qualifier: 'exact' as const });

/** Those whose last day is at most a year past; `late` once it is over. */
export const endingCalls = <C extends Call>(calls: readonly C[], today: string): readonly (C & { readonly late: boolean })[] =>
  calls.filter((call) => !isOver(lastDay(call), today)).map((call) => ({ ...call, late: nearness(lastDay(call), today) === 'late' }));
