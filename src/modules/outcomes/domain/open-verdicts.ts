// What an office may say of a stage's figures: the one rule by which answers are offered and refused.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { assuranceOf, contradictionsOf, verdicts, type Confirmation, type EvidencedEntry, type Verdict } from './assurance.ts';
import { standing, type LedgerEntry } from './ledger.ts';
import type { Stage } from './stages.ts';

export interface Speaking {
  readonly stage: Stage;
  /** The office that keeps the outcome. */
  readonly owner: OfficeId;
  /** Who speaks, and for which office. */
  readonly office: OfficeId;
  readonly by: AccountId;
  readonly entries: readonly (EvidencedEntry & LedgerEntry & { readonly enteredBy: AccountId })[];
  readonly confirmations: readonly Confirmation[];
}

/** A check by somebody else makes sense of figures that papers show, and only by somebody who entered none of them. */
function checkProblems({ stage, owner, by, entries, confirmations }: Speaking): readonly string[] {
  const own = standing(entries).some((entry) => entry.stage === stage && entry.enteredBy === by);
  const sure = assuranceOf({ stage, owner, entries, confirmations })?.assurance;
  return [...(own ? ['outcomes.own_entry'] : []), ...(sure === 'documented' || sure === 'verified' ? [] : ['outcomes.nothing_to_verify'])];
}

/** Why the office cannot say this of the stage, whatever else it says with it; every reason as a code. */
export function verdictProblems(speaking: Speaking, verdict: Verdict): readonly string[] {
  const { stage, owner, office, entries, confirmations } = speaking;
  const isOwner = office === owner;
  if (verdict === 'verifies') return checkProblems(speaking);
  if ((verdict === 'confirms' || verdict === 'confirms_part' || verdict === 'cannot_say') && isOwner) return ['outcomes.own_report'];
  if (
    verdict === 'confirms_part' &&
    standing(entries).every((entry) => entry.stage !== stage || (entry.amount === null && entry.count === null))
  )
    return ['outcomes.no_amount_to_confirm'];
  if (verdict === 'maintains') return isOwner && contradictionsOf(speaking).length > 0 ? [] : ['outcomes.nothing_to_maintain'];
  const hasSpoken = isOwner || confirmations.some((said) => said.office === office && said.stage === stage);
  return verdict === 'withdraws' && !hasSpoken ? ['outcomes.nothing_said'] : [];
}

/** The verdicts that would not be refused. */
export const openVerdicts = (speaking: Speaking): readonly Verdict[] =>
  verdicts.filter((verdict) => verdictProblems(speaking, verdict).length === 0);
