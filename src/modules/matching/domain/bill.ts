// The bill of a match as a page shows it: what we seek and they bring, what they seek and we bring, and what counts besides; all lines sum to the score.
import type { Match, Part, Passage, Profile, Reason } from '#matcher/core/model.ts';

export interface BillLine {
  /** `wide`: words of both that say too little to be a reason. */
  readonly part: Part | 'wide';
  /** Words as they stand in our texts, and in theirs. */
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Topics, or countries where the part is the market. */
  readonly keys: readonly string[];
  /** Whole thousandths. */
  readonly value: number;
}

export interface Bill {
  readonly sought: readonly BillLine[];
  readonly brought: readonly BillLine[];
  readonly besides: readonly BillLine[];
}

type Direction = keyof Bill;

const says = (passages: readonly Passage[], words: string): boolean =>
  passages.some(({ title, text }) => title.includes(words) || text.includes(words));
const saysAny = (passages: readonly Passage[], words: readonly string[]): boolean =>
  words.length === 0 || words.some((each) => says(passages, each));

const common = (one: readonly string[], other: readonly string[]): readonly string[] => one.filter((each) => other.includes(each));

/** In which direction something was found that may be of either: of both, it stands besides. */
const directionOf = (sought: boolean, brought: boolean): Direction => (sought === brought ? 'besides' : sought ? 'sought' : 'brought');

/** Of each side what may be named; where that is nothing, what the line rests on all the same. */
function wordsLine({ part, words, wide, value }: Reason, own: Profile, other: Profile): readonly [Direction, BillLine] {
  const saidBy = ({ needs, offers }: Profile): readonly string[] => {
    const [named, rest] = [words, wide].map((list) => list.filter((each) => says([...needs, ...offers], each)));
    return named?.length === 0 ? (rest ?? []) : (named ?? []);
  };
  const [ours, theirs] = [saidBy(own), saidBy(other)];
  const sought = own.needs.length > 0 && other.offers.length > 0 && saysAny(own.needs, ours) && saysAny(other.offers, theirs);
  const brought = own.offers.length > 0 && other.needs.length > 0 && saysAny(own.offers, ours) && saysAny(other.needs, theirs);
  const shown = words.length === 0 && part === 'words' ? 'wide' : part;
  return [directionOf(sought, brought), { part: shown, ours, theirs, keys: [], value }];
}

function topicsLine({ part, value }: Reason, own: Profile, other: Profile): readonly [Direction, BillLine] {
  const sought = common(own.needTopics, other.offerTopics);
  const brought = common(own.offerTopics, other.needTopics);
  const keys = [...new Set([...sought, ...brought])];
  return [directionOf(sought.length > 0, brought.length > 0), { part, ours: [], theirs: [], keys, value }];
}

function lineOf(reason: Reason, own: Profile, other: Profile): readonly [Direction, BillLine] {
  const { part, value } = reason;
  switch (part) {
    case 'words':
    case 'near':
    case 'field':
    case 'place':
      return wordsLine(reason, own, other);
    case 'topics':
      return topicsLine(reason, own, other);
    case 'market': {
      const keys = [...new Set([...common(own.wantedMarkets, other.markets), ...common(other.wantedMarkets, own.markets)])];
      return ['besides', { part, ours: [], theirs: [], keys, value }];
    }
    case 'size':
    case 'language':
    case 'met_before':
    case 'acceptance':
      return ['besides', { part, ours: [], theirs: [], keys: [], value }];
  }
}

export function billOf({ reasons }: Match, own: Profile, other: Profile): Bill {
  const none: Bill = { sought: [], brought: [], besides: [] };
  return reasons.reduce((bill, reason) => {
    const [direction, line] = lineOf(reason, own, other);
    return { ...bill, [direction]: [...bill[direction], line] };
  }, none);
}

export const sumOf = (lines: readonly BillLine[]): number => lines.reduce((sum, { value }) => sum + value, 0);
