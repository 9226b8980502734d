// How much of the amount of a whole its parts came to, stage by stage, on one scale. What nobody said is never worked out: it is only left over in the drawing.
import { compareDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import type { DrawDown, Drawn } from './draw-down.ts';
import { leading } from './headline.ts';
import { isEnd, type Stage } from './stages.ts';

export interface ShareOfWhole {
  readonly whole: Amount;
  readonly qualifier: Qualifier;
  readonly parts: readonly { readonly stage: Stage; readonly amount: Amount; readonly qualifier: Qualifier; readonly percent: number }[];
  /** Percent of the whole that no part accounts for, or that is in dispute. */
  readonly left: number;
}

const percentOf = (part: string, whole: string): number => (Number(part) / Number(whole)) * 100;

/** Null where the whole says no amount, no part came further with one in its currency, or the parts come to more. What lapsed came to nothing. */
export function shareOfWhole(whole: Drawn, { shares }: Pick<DrawDown, 'shares'>): ShareOfWhole | null {
  const figure = leading(whole);
  const amount = figure?.amount ?? null;
  if (figure === undefined || amount === null || compareDecimals(amount.value, '0') <= 0) return null;
  const found = shares.flatMap((share) =>
    share.amount === null || isEnd(share.stage) || share.amount.currency !== amount.currency
      ? []
      : [{ stage: share.stage, amount: share.amount, qualifier: share.qualifier, percent: percentOf(share.amount.value, amount.value) }],
  );
  const left = 100 - found.reduce((sum, { percent }) => sum + percent, 0);
  return found.length === 0 || left < 0 ? null : { whole: amount, qualifier: figure.qualifier, parts: found, left };
}
