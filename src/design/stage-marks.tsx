// How far a promise has come, and how sure it is: four squares and a coin of two halves, each beside its word.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';

const steps = ['potential', 'intended', 'signed', 'realised'] as const;
export type ShownStage = (typeof steps)[number];

export interface StageMarkProps {
  readonly stage: ShownStage;
  /** How it ended before the last step; the squares still show how far it got. */
  readonly ended?: 'lapsed' | 'cancelled' | undefined;
  /** Instead of the word of the stage. */
  readonly children?: ReactNode;
}

/** Four squares filled as far as it came. Lapsed: the rest sinks to a line; cancelled: a cross where the next step would be. */
export function StageMark({ stage, ended, children }: StageMarkProps) {
  const { t } = useText();
  const reached = steps.indexOf(stage);
  const look = ended === undefined ? 'stage' : ended === 'lapsed' ? 'stage over' : 'stage cross';
  return (
    <span className="mark">
      <span className={look} aria-hidden="true">
        {steps.map((step, at) => (
          <i key={step} className={at <= reached ? 'f' : undefined} />
        ))}
      </span>
      {children ?? t(`design.stage_${ended ?? stage}`)}
    </span>
  );
}

export type ShownAssurance = 'ours' | 'theirs' | 'confirmed' | 'documented' | 'verified' | 'differ' | 'withdrawn';

const coins: Readonly<Record<ShownAssurance, string>> = {
  ours: 'assure',
  theirs: 'assure right',
  confirmed: 'assure both',
  documented: 'assure paper',
  verified: 'assure verified',
  differ: 'assure differ',
  withdrawn: 'assure withdrawn',
};

/** A coin whose halves are the two sides, ours (on neutral pages the side named first) left. */
export function AssuranceMark({ assurance, children }: { readonly assurance: ShownAssurance; readonly children?: ReactNode }) {
  const { t } = useText();
  const word = assurance === 'ours' || assurance === 'theirs' ? 'reported' : assurance;
  return (
    <span className="mark">
      <span className={coins[assurance]} aria-hidden="true" />
      {children ?? t(`design.assurance_${word}`)}
    </span>
  );
}
