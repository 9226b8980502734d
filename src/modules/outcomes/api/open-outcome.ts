// Finding an outcome for reading or for changing; what may not be seen does not exist.
import { figuresOf } from '#kernel/figures.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { OutcomeScope } from '../domain/scope.ts';
import { mayChange } from '../policy.ts';
import { findOutcomeRecord, findWithdrawal, lockOutcomeRecord } from '../store/outcomes.ts';
import { showOutcome } from './show-outcome.ts';

export interface OpenOutcome {
  readonly record: OutcomeRecord;
  readonly scope: OutcomeScope;
}

/** The outcome with its ledger, as far as the actor may see it. Refuses `outcomes.not_found`; its own office is told that it was withdrawn, when and why. */
export async function getOutcome(work: Work, { outcomeId }: { readonly outcomeId: OutcomeId }): Promise<Result<Answer<'getOutcome'>>> {
  const found = await findOutcome(work, outcomeId);
  if (found.ok) return ok(await showOutcome(work, found.value));
  const withdrawal = await findWithdrawal(work.tx, outcomeId);
  if (withdrawal === null) return found;
  const { because } = withdrawal;
  const { spelt, flexDate } = figuresOf(work.actor.language);
  const on = spelt(flexDate({ text: withdrawal.on, qualifier: 'exact' }));
  return because === null
    ? refuse({ kind: 'not_found', code: 'outcomes.was_withdrawn', params: { on } })
    : refuse({ kind: 'not_found', code: 'outcomes.was_withdrawn_because', params: { on, reason: because } });
}

/** The outcome's record. Refuses `outcomes.not_found`. */
export async function findOutcome(work: Work, outcomeId: OutcomeId): Promise<Result<OutcomeRecord>> {
  const record = await findOutcomeRecord(work.tx, outcomeId);
  return record === null ? notFound('outcomes.not_found') : ok(record);
}

/** The outcome with the proof that the actor may change it. Refuses `outcomes.not_found`, `kernel.forbidden`. */
export async function openForChange(work: Work, outcomeId: OutcomeId): Promise<Result<OpenOutcome>> {
  const found = await findOutcome(work, outcomeId);
  if (!found.ok) return found;
  const scope = mayChange(work.actor, found.value);
  return scope.ok ? ok({ record: found.value, scope: scope.value }) : scope;
}

/** The same with the row locked, so that nobody else adds to the ledger meanwhile. */
export async function openLedger(work: Work, outcomeId: OutcomeId): Promise<Result<OpenOutcome>> {
  const opened = await openForChange(work, outcomeId);
  if (!opened.ok) return opened;
  const record = await lockOutcomeRecord(work.tx, opened.value.scope);
  return record === null ? notFound('outcomes.not_found') : ok({ record, scope: opened.value.scope });
}
