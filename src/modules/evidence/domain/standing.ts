// What a reader may take of something that is said: known, contested, reported, or somebody's view.
import type { ShownFirst } from './show-first.ts';
import { isOfficial, type SourceClass } from './source.ts';
import { saysAsMuch, type StatedValue } from './value.ts';

/** Contested: official sources contradict each other. Held: an opinion, a comparison or a forecast, which is somebody's and cannot be known. */
export const standings = ['known', 'contested', 'reported', 'held'] as const;
export type Standing = (typeof standings)[number];

interface Said {
  readonly value: StatedValue;
  readonly source: { readonly class: SourceClass };
  readonly office: { readonly id: string };
}

/** What an office answers for itself: its own records, or a paper it signed. What it read elsewhere, in a museum or a yearbook, is the word of who published it. */
const isOwnWord = ({ source }: Said): boolean => source.class === 'own_records' || source.class === 'signed_paper';

/** Whether the offices of both sides say it by themselves. `sides` are the offices of the two cities, where they have any. */
export const saidByBoth = (said: readonly Said[], sides: readonly (string | null)[]): boolean =>
  sides.length === 2 && sides.every((side) => side !== null && said.some((one) => isOwnWord(one) && one.office.id === side));

/**
 * Whether a fact or count is known: an official source or a signed paper says what is shown first, or the offices of both sides do; who
 * says less, as the year alone of a day, does not say it (docs/decisions/0050). Contested, where official sources contradict each other.
 * Anything else is reported, by one side or the press. `sides` are the offices of the two cities of a tie, where they have any; whatever
 * else is said of has none.
 */
export function standingOfSaid(
  shown: { readonly first: Said; readonly agreeing: readonly Said[]; readonly contested: boolean },
  sides: readonly (string | null)[] = [],
): Standing {
  if (shown.contested) return 'contested';
  const same = [shown.first, ...shown.agreeing].filter(({ value }) => saysAsMuch(value, shown.first.value));
  return same.some(({ source }) => isOfficial(source)) || saidByBoth(same, sides) ? 'known' : 'reported';
}

/** The standings of what is shown of one attribute: that of its facts, and apart from it what somebody holds. */
export const standingsOf = ({
  first,
  agreeing,
  contested,
  apart,
}: Pick<ShownFirst<Said>, 'first' | 'agreeing' | 'contested' | 'apart'>) => [
  ...(first === null ? [] : [standingOfSaid({ first, agreeing, contested })]),
  ...(apart.length === 0 ? [] : (['held'] as const)),
];
