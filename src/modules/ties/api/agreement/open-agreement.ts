// One agreement for whoever may change it.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { AgreementId } from '../../domain/happenings.ts';
import type { Agreement } from '../../domain/records.ts';
import type { RegisterScope } from '../../domain/scope.ts';
import { mayWrite } from '../../policy.ts';
import { findAgreement } from '../../store/agreements.ts';

/** The agreement with the proof that the actor may change it. Refuses `ties.agreement_not_found`, `kernel.forbidden`. */
export async function openAgreement(
  work: Work,
  id: AgreementId,
): Promise<Result<{ readonly agreement: Agreement; readonly scope: RegisterScope }>> {
  const agreement = await findAgreement(work.tx, id);
  if (agreement === null) return notFound('ties.agreement_not_found');
  const scope = mayWrite(work.actor, agreement.office);
  return scope.ok ? ok({ agreement, scope: scope.value }) : scope;
}
