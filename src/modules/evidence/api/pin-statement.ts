// A person's decision which statement is shown first, with the reason that is shown beside it.
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Pin, StatementId } from '../domain/statement.ts';
import { isFact } from '../domain/show-first.ts';
import { maySpeakFor } from '../policy.ts';
import { deletePin, findPin, savePin } from '../store/pins.ts';
import { findStatements } from '../store/statements.ts';
import { entering } from './new-source.ts';
import { showPins } from './show-statement.ts';

/**
 * Pins a statement, the office's own or another's that it may read, in place of what the office pinned before. Refuses a pin for everybody
 * on what not everybody may read, on what is withdrawn, and on what is no fact or count.
 */
export async function pinStatement(work: Work, input: Asked<'pinStatement'>): Promise<Result<Pin>> {
  const [record] = await findStatements(work.tx, [input.statementId as StatementId]);
  if (record === undefined) return notFound('evidence.statement_not_found');
  const scope = maySpeakFor(work.actor, input.office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  if (record.withdrawnAt !== null) return refuse({ kind: 'conflict', code: 'evidence.withdrawn_already' });
  if (!isFact(record)) return refuse({ kind: 'conflict', code: 'evidence.only_facts_first' });
  const { visibility, reason } = input;
  if (visibility === 'public' && record.visibility !== 'public')
    return refuseInput([{ path: ['visibility'], code: 'evidence.pin_wider_than_statement' }]);
  const { subject, attribute, id: statementId } = record;
  const pin = await savePin(work.tx, scope.value, {
    id: work.newId<'Pin'>(),
    subject,
    attribute,
    statementId,
    visibility,
    reason,
    ...by.value,
  });
  await audit(work, { useCase: 'pin-statement', office: scope.value.office, subjects: [statementId, subject.id], fields: [attribute] });
  const [shown] = await showPins(work, [pin]);
  return shown === undefined ? notFound() : ok(shown);
}

/** Takes a pin of one's office away. Refuses `evidence.pin_not_found`, `kernel.stale`. */
export async function unpinStatement(work: Work, input: Asked<'unpinStatement'>): Promise<Result<{ readonly id: string }>> {
  const pin = await findPin(work.tx, input.pinId);
  if (pin === null) return notFound('evidence.pin_not_found');
  const scope = maySpeakFor(work.actor, pin.ownerOffice);
  if (!scope.ok) return scope;
  if (!(await deletePin(work.tx, scope.value, { ...pin, expectedVersion: work.expectedVersion }))) return refuse(stale);
  const { statementId, subject, attribute } = pin;
  await audit(work, { useCase: 'unpin-statement', office: scope.value.office, subjects: [statementId, subject.id], fields: [attribute] });
  return ok({ id: pin.id });
}
