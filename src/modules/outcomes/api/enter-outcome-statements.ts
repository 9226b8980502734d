// What sources say of an outcome beside its ledger: amount, owner, supplier and the like, each with who said so.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { isOutcomeAttribute, valueTypes } from '../domain/attributes.ts';
import { isBelowZero } from '../domain/project/mark.ts';
import { findOutcome } from './open-outcome.ts';
import { showOutcome } from './show-outcome.ts';
import { openVoice } from './sides.ts';

type Entry = Asked<'enterOutcomeStatements'>['entries'][number];

function misfits({ attribute, value }: Entry, at: number): readonly Problem[] {
  if (!isOutcomeAttribute(attribute)) return [{ path: ['entries', at, 'attribute'], code: 'outcomes.attribute_unknown' }];
  const fits = value.type === 'unknown' || value.type === valueTypes[attribute];
  if (!fits) return [{ path: ['entries', at, 'value', 'type'], code: 'outcomes.value_misfits' }];
  return isBelowZero(value)
    ? [{ path: ['entries', at, 'value', value.type === 'count' ? 'count' : 'amount'], code: 'outcomes.negative' }]
    : [];
}

/** Enters statements of a side of the outcome: nobody else speaks on its page. Refuses `outcomes.not_found`, `kernel.forbidden`, `outcomes.not_a_side`, every misfit at its entry. */
export async function enterOutcomeStatements(
  work: Work,
  input: Asked<'enterOutcomeStatements'>,
): Promise<Result<Answer<'enterOutcomeStatements'>>> {
  const found = await findOutcome(work, input.outcomeId);
  if (!found.ok) return found;
  const scope = await openVoice(work, found.value, input.office);
  if (!scope.ok) return scope;
  const problems = input.entries.flatMap(misfits);
  if (problems.length > 0) return refuseInput(problems);
  const subject = { kind: 'outcome' as const, id: found.value.id };
  const entered = await enterStatements(work, { office: scope.value.office, subject, entries: input.entries });
  if (!entered.ok) return entered;
  await audit(work, {
    useCase: 'enter-outcome-statements',
    office: scope.value.office,
    subjects: [found.value.id, ...entered.value.map(({ id }) => id)],
    fields: [...new Set(input.entries.map(({ attribute }) => attribute))],
  });
  return ok(await showOutcome(work, found.value));
}
