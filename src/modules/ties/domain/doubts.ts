// What should be looked at again in a tie: how many sources speak of it, whether they contradict each other, and which side says it at all.
import { agrees, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { contestable } from './attributes.ts';
import { dateIn, shownOf, type TieFacts } from './tie-facts.ts';
import { isFact, standing } from '#modules/evidence/domain/show-first.ts';

export const doubtKinds = ['differing', 'unsourced', 'one_side'] as const;
export type DoubtKind = (typeof doubtKinds)[number];

export interface Doubts {
  /** How many sources say something that could be contested, and how many beginnings they give that are not one. */
  readonly sources: number;
  readonly dates: number;
  /** Sources contradict each other about anything but what is each side's own word. */
  readonly differing: boolean;
  /** Nothing rests on more than an office's own records. */
  readonly unsourced: boolean;
  /** One side alone says or lists that there is the tie, though the other one could. */
  readonly oneSide: boolean;
}

/** How many dates there are where one that is only less precise counts as the same. */
function datesIn(dates: readonly FlexDate[]): number {
  const found: FlexDate[] = [];
  for (const date of dates.toSorted((x, y) => y.text.length - x.text.length)) if (!found.some((one) => agrees(one, date))) found.push(date);
  return found.length;
}

/**
 * A side says it by keeping the tie where the reader sees it, or by its entry in a list that has directions. Where the other side has
 * neither an office here nor a list that could name it, nothing is known of it.
 */
function saidByOneSide({ keptBy, listedBy }: Pick<TieFacts, 'keptBy' | 'listedBy'>, sides: OfficesOfSides): boolean {
  const directed = listedBy.some((by) => by !== 'unstated');
  const says = (side: 'a' | 'b'): boolean =>
    listedBy.some((by) => by === side || by === 'both') || keptBy.some((office) => office === sides[side]);
  const [a, b] = [says('a'), says('b')];
  return a !== b && (directed || sides[a ? 'b' : 'a'] !== null);
}

interface OfficesOfSides {
  readonly a: OfficeId | null;
  readonly b: OfficeId | null;
}

/** What is doubtful in a tie, as far as its reader sees it; `sides` are the offices of its cities. */
export function doubtsOf(
  facts: Pick<TieFacts, 'statements' | 'pins' | 'agreements' | 'keptBy' | 'listedBy'>,
  sides: OfficesOfSides,
): Doubts {
  const said = standing(facts.statements).filter((one) => isFact(one) && contestable.some((attribute) => attribute === one.attribute));
  const saidOf = (attribute: string): number => said.filter((one) => one.attribute === attribute).length;
  return {
    sources: new Set(said.map(({ source }) => source.id)).size,
    dates: datesIn(said.flatMap(({ attribute, value }) => (attribute === 'established' ? (dateIn(value) ?? []) : []))),
    // Of what is said once nothing differs.
    differing: contestable.some((attribute) => saidOf(attribute) > 1 && shownOf(facts, attribute).differing.length > 0),
    unsourced: said.every(({ source }) => source.class === 'own_records' || source.class === 'unknown'),
    oneSide: saidByOneSide(facts, sides),
  };
}

/** Whether a tie is among those of which only the doubtful ones are looked at. */
export const hasDoubt = (doubts: Doubts, kind: DoubtKind): boolean => (kind === 'one_side' ? doubts.oneSide : doubts[kind]);
