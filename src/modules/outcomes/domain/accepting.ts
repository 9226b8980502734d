// That who keeps an outcome takes over what another side holds: its own entries of the stage are reversed, and theirs is entered.
import type { Held } from './assurance.ts';
import type { StageFigure } from './ledger.ts';
import { stages, type Stage } from './stages.ts';
import type { ProposedEntry } from './entry-problems.ts';

/** What would stand instead: an entry, or nothing at that stage. */
export type Accepted = { readonly entry: ProposedEntry | null };

const stageHeld = (held: Held, stage: Stage): Stage | null =>
  held.heldStage === null ? stage : (stages.find((one) => one === held.heldStage) ?? null);

/** Whether it can be taken over by figures alone: not with whom it was, that it never was, or mere words. */
export const isAcceptable = ({ heldParty, heldStage, amount, count }: Held): boolean =>
  heldParty === null && heldStage !== 'never' && heldStage !== 'cannot_say' && (heldStage !== null || amount !== null || count !== null);

/** What is left unset is as reported. Null where it cannot be taken over. */
export function acceptedOf(figure: StageFigure, held: Held): Accepted | null {
  const { stage } = figure;
  if (!isAcceptable(held)) return null;
  if (held.heldStage === 'not_reached') return { entry: null };
  const amount = held.amount ?? figure.amount;
  const count = held.count ?? figure.count;
  return {
    entry: {
      stage: stageHeld(held, stage) ?? stage,
      ...{ amount: amount?.value ?? null, currency: amount?.currency ?? null, count },
      qualifier: held.amount === null ? figure.qualifier : held.qualifier,
      countQualifier: held.count === null ? figure.countQualifier : held.countQualifier,
      valueDate: null,
    },
  };
}
