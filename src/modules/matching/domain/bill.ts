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
  /** What each seeks and the other brings. */
  readonly both: readonly BillLine[];
  readonly besides: readonly BillLine[];
}

type Direction = keyof Bill;

interface Sides {
  readonly own: Profile;
  readonly other: Profile;
  /** Whether whoever reads the bill reads Chinese; null: nobody said. */
  readonly readsHan: boolean | null;
}

const says = (passages: readonly Passage[], words: string): boolean =>
  passages.some(({ title, text }) => title.includes(words) || text.includes(words));
const saysAny = (passages: readonly Passage[], words: readonly string[]): boolean =>
  words.length === 0 || words.some((each) => says(passages, each));

const common = (one: readonly string[], other: readonly string[]): readonly string[] => one.filter((each) => other.includes(each));

/** In which direction something was found that may be of either. */
const directionOf = (sought: boolean, brought: boolean): Direction =>
  sought && brought ? 'both' : sought ? 'sought' : brought ? 'brought' : 'besides';

/** Of each side what may be named; where that is nothing, what the line rests on all the same. */
function wordsLine({ part, words, wide, value }: Reason, { own, other, readsHan }: Sides): readonly [Direction, BillLine] {
  const saidBy = ({ needs, offers }: Profile): readonly string[] => {
    const [named, rest] = [words, wide].map((list) => list.filter((each) => says([...needs, ...offers], each)));
    return named?.length === 0 ? (rest ?? []) : (named ?? []);
  };
  const [ours, theirs] = [saidBy(own), saidBy(other)];
  const sought = own.needs.length > 0 && other.offers.length > 0 && saysAny(own.needs, ours) && saysAny(other.offers, theirs);
  const brought = own.offers.length > 0 && other.needs.length > 0 && saysAny(own.offers, ours) && saysAny(other.needs, theirs);
  // What stands there in the reader's language, too, is quoted in that alone.
  const read = (list: readonly string[]): readonly string[] => {
    const mine = list.filter((each) => /\p{Script=Han}/u.test(each) === readsHan);
    return mine.length === 0 ? list : mine;
  };
  const shown = words.length === 0 && part === 'words' ? 'wide' : part;
  // Words that tell neither way are what could be quoted of lines that were found in both.
  const direction = sought === brought ? 'both' : directionOf(sought, brought);
  return [direction, { part: shown, ours: read(ours), theirs: read(theirs), keys: [], value }];
}

function topicsLine({ part, value }: Reason, { own, other }: Sides): readonly [Direction, BillLine] {
  const sought = common(own.needTopics, other.offerTopics);
  const brought = common(own.offerTopics, other.needTopics);
  const keys = [...new Set([...sought, ...brought])];
  return [directionOf(sought.length > 0, brought.length > 0), { part, ours: [], theirs: [], keys, value }];
}

function lineOf(reason: Reason, sides: Sides): readonly [Direction, BillLine] {
  const { part, value } = reason;
  const { own, other } = sides;
  switch (part) {
    case 'words':
    case 'near':
    case 'field':
    case 'place':
      return wordsLine(reason, sides);
    case 'topics':
      return topicsLine(reason, sides);
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

export function billOf({ reasons }: Pick<Match, 'reasons'>, sides: Sides): Bill {
  const none: Bill = { sought: [], brought: [], both: [], besides: [] };
  const bill = reasons.reduce((told, reason) => {
    const [direction, line] = lineOf(reason, sides);
    return { ...told, [direction]: [...told[direction], line] };
  }, none);
  const { sought, brought, both, besides } = bill;
  return { sought: oncePerWords(sought), brought: oncePerWords(brought), both: oncePerWords(both), besides };
}

const overlap = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((a) => other.some((b) => a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase())));

/** That two words are kin is nothing beside that they are the same: such a line is told with the one of those words. */
function oncePerWords(lines: readonly BillLine[]): readonly BillLine[] {
  const kin = lines.filter(({ part }) => part === 'field');
  const named = lines.filter(({ part }) => part === 'words');
  const bearing = (line: BillLine): BillLine | undefined =>
    named.find(({ ours, theirs }) => overlap(ours, line.ours) && overlap(theirs, line.theirs));
  const added = Map.groupBy(kin, bearing);
  const told = lines.flatMap((line) => {
    if (line.part === 'field' && bearing(line) !== undefined) return [];
    const more = line.part === 'words' ? (added.get(line) ?? []) : [];
    return [{ ...line, value: line.value + sumOf(more) }];
  });
  return told.toSorted((one, other) => other.value - one.value);
}

export const sumOf = (lines: readonly BillLine[]): number => lines.reduce((sum, { value }) => sum + value, 0);
