// What an office said of a figure before: its form opens with it.
import type { ConfirmationShown, Outcome } from '#modules/outcomes/contract/shapes.ts';

/** Its last word of that kind, be it taken back since; `said` are in the order of saying. */
export const saidBefore = (
  { confirmations }: Pick<Outcome, 'confirmations'>,
  { office, stage, verdict }: { readonly office: string } & Pick<ConfirmationShown, 'stage' | 'verdict'>,
): ConfirmationShown | undefined =>
  confirmations.findLast((said) => said.office.id === office && said.stage === stage && said.verdict === verdict);
