// Two editions of an expo beside each other: what may be compared of what is said of them, and how.
import type { Qualifier } from '#kernel/money.ts';
import type { ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import { basisOf, type StatedValue } from '#modules/evidence/domain/value.ts';

/**
 * `alike`: both count the same, `percent` is the change. `bound`: one side is only a bound, and so is the change, where it is one.
 * `bounds`: both are, and say nothing of a difference. `planned`: what was planned is no count. `units`: they measure different things. `counts`: sources differ on what is
 * counted (`widerCount`). `basis`: one is said to take in what the other is not. `differing`: of one of the editions sources give several figures. `words`: what is stated is no figure, such as a day. `missing`: one side is not stated.
 */
export const relations = ['alike', 'bound', 'bounds', 'planned', 'units', 'basis', 'counts', 'differing', 'words', 'missing'] as const;
export type Relation = (typeof relations)[number];

export interface Change {
  readonly relation: Relation;
  /** Of the earlier figure, with its sign, to a tenth of a percent; null where none can be said. */
  readonly percent: number | null;
  readonly qualifier: Extract<Qualifier, 'exact' | 'about' | 'at_least' | 'up_to'>;
}

interface Figure {
  readonly figure: number;
  readonly measure: string;
  readonly qualifier: Qualifier;
}

function figureOf(value: StatedValue | null): Figure | null {
  if (value?.type === 'count') return { figure: Number(value.count), measure: value.unit ?? '', qualifier: value.qualifier };
  if (value?.type === 'money') return { figure: Number(value.amount), measure: value.currency, qualifier: value.qualifier };
  return null;
}

/** Which way a figure is open: its truth may be above or below it. */
const openness: Readonly<Record<Exclude<Qualifier, 'planned'>, 'shut' | 'up' | 'down'>> = {
  exact: 'shut',
  about: 'shut',
  nearly: 'shut',
  over: 'up',
  at_least: 'up',
  up_to: 'down',
};

const none = (relation: Relation): Change => ({ relation, percent: null, qualifier: 'exact' });

const isStated = (value: StatedValue | null): boolean => value !== null && value.type !== 'unknown';

/** How the later figure stands to the earlier one, saying no more than both of them do. */
export function changeBetween(earlier: StatedValue | null, later: StatedValue | null): Change {
  const [before, after] = [figureOf(earlier), figureOf(later)];
  if (before === null || after === null) return none(isStated(earlier) && isStated(later) ? 'words' : 'missing');
  if (before.measure !== after.measure) return none('units');
  if (basisOf(earlier) !== basisOf(later)) return none('basis');
  if (before.qualifier === 'planned' || after.qualifier === 'planned') return none('planned');
  const [was, is] = [openness[before.qualifier], openness[after.qualifier]];
  const shut = was === 'shut' && is === 'shut';
  if (!shut && was === is) return none('bounds');
  const percent = before.figure > 0 ? Math.round((after.figure / before.figure - 1) * 1000) / 10 : null;
  if (shut) {
    const exact = before.qualifier === 'exact' && after.qualifier === 'exact';
    return { relation: 'alike', percent, qualifier: exact ? 'exact' : 'about' };
  }
  // More may have been afterwards, or less before: the change is at least this; else at most.
  return { relation: 'bound', percent, qualifier: is === 'up' || was === 'down' ? 'at_least' : 'up_to' };
}

export type ChangeCode = `expos.change_${Change['qualifier']}` | `expos.relation_${Exclude<Relation, 'alike'>}`;

/** Whether there is a change to tell; else its words say why there is none. */
export const isTold = ({ relation, percent }: Change): boolean => percent !== null && relation !== 'missing';

/** The sentence of a change, or why there is none. `written`: how a share is written, 0.076 as 7.6 %. */
export function changeSentence(
  change: Change,
  written: (share: number) => string,
): { readonly code: ChangeCode; readonly percent: string } {
  const { relation, qualifier } = change;
  if (!isTold(change)) return { code: `expos.relation_${relation === 'alike' ? 'words' : relation}`, percent: '' };
  const percent = change.percent ?? 0;
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  return { code: `expos.change_${qualifier}`, percent: `${sign}${written(Math.abs(percent) / 100)}` };
}

/** One attribute as it is said of both: in the file and in the API alike. */
export interface Beside<A extends string> {
  readonly attribute: A;
  readonly earlier: ShownFirst<Statement> | null;
  readonly later: ShownFirst<Statement> | null;
  readonly change: Change;
}

/** What another count takes in besides: where both have one figure, nobody knows which of them it is. */
export const widerCount: Readonly<Partial<Record<string, string>>> = { countries_regions: 'countries_and_organisations' };

export const sameFigure = (a: StatedValue | null, b: StatedValue | null): boolean => {
  const [one, other] = [figureOf(a), figureOf(b)];
  return one !== null && other !== null && one.figure === other.figure && one.measure === other.measure;
};

/** A change that cannot be told, since one of the two figures may have counted more, or is not the only one. */
export const untold = (change: Change, why: { readonly counts: boolean; readonly differing: boolean }): Change =>
  change.percent === null ? change : why.counts ? none('counts') : why.differing ? none('differing') : change;
