// The best plan and the best bound of a run, in one place: nothing enters unverified, and who waits is told when the two meet.

import type { Facts, Placement } from '../core/model.ts';
import { valueOf, violationsOf } from '../core/verify.ts';

/** How far a run is: breaks of the best plan, and the fewest that any plan has. */
export interface Standing {
  readonly value: number | null;
  readonly bound: number;
}

export interface Ledger {
  readonly standing: () => Standing;
  readonly placements: () => readonly Placement[];
  /** Takes a plan if it holds every meeting by the rules and is better than the best; an engine that claims a number must keep it. */
  readonly enter: (placements: readonly Placement[], claimed: number | null) => void;
  /** No plan has fewer breaks than this. */
  readonly raise: (bound: number) => void;
  /** Whether the best plan is proven best. */
  readonly isMet: () => boolean;
  /** Resolves when the best plan is proven best. */
  readonly met: Promise<'met'>;
}

/** An empty ledger; `onChange` hears of every better plan or bound. */
export const openLedger = (facts: Facts, onChange: (standing: Standing) => void): Ledger => {
  let best: { readonly value: number; readonly placements: readonly Placement[] } | null = null;
  let bound = 0;
  let announce: (kind: 'met') => void = () => undefined;
  const met = new Promise<'met'>((resolve) => (announce = resolve));
  const standing = (): Standing => ({ value: best?.value ?? null, bound });
  const isMet = (): boolean => best !== null && best.value <= bound;
  const changed = (): void => {
    onChange(standing());
    if (isMet()) announce('met');
  };
  return {
    standing,
    placements: () => best?.placements ?? [],
    isMet,
    met,
    raise: (proven) => {
      if (proven <= bound) return;
      bound = proven;
      changed();
    },
    enter: (placements, claimed) => {
      const violations = violationsOf(facts, placements);
      const value = valueOf(facts, placements);
      const fair = facts.maxBreakSpread === null || value.breakSpread <= facts.maxBreakSpread;
      const holds = violations.length === 0 && fair && value.placed === value.total;
      if (claimed !== null && (!holds || value.breaks > claimed)) {
        throw new Error(`An exact engine broke rules: ${JSON.stringify({ violations: violations.slice(0, 5), value, claimed })}`);
      }
      if (!holds || (best !== null && best.value <= value.breaks)) return;
      best = { value: value.breaks, placements };
      changed();
    },
  };
};
