// What can happen to a statement once it stands: its readers change, or it is withdrawn. Its content stays.
import type { OfficeId } from '#kernel/ids.ts';
import { askFirst, notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { Statement, StatementId, Subject } from '../domain/statement.ts';
import { asksOfTakenOff, takenOff } from '../domain/taken-off.ts';
import { maySpeakFor } from '../policy.ts';
import { hidePins } from '../store/pins.ts';
import { audiencesOf } from '../store/sources.ts';
import {
  findStatements,
  markBatchWithdrawn,
  markRestored,
  markWithdrawn,
  saveAudience,
  type StatementRecord,
} from '../store/statements.ts';
import { audienceProblems, settleCitations, settledAudience } from './audience.ts';
import { statementsOf } from './read-statements.ts';
import { showStatements } from './show-statement.ts';

/** The statement with the proof that the actor may change it. Refuses `evidence.statement_not_found`, `kernel.forbidden`. */
async function openForChange(
  work: Work,
  statementId: string,
): Promise<Result<{ readonly record: StatementRecord; readonly scope: EvidenceScope }>> {
  const [record] = await findStatements(work.tx, [statementId as StatementId]);
  if (record === undefined) return notFound('evidence.statement_not_found');
  const scope = maySpeakFor(work.actor, record.ownerOffice);
  return scope.ok ? ok({ record, scope: scope.value }) : scope;
}

async function reread(work: Work, id: StatementId): Promise<Result<Statement>> {
  const [statement] = await showStatements(work, await findStatements(work.tx, [id]));
  return statement === undefined ? notFound('evidence.statement_not_found') : ok(statement);
}

/** Withdraws a statement, which stays on record with the reason. Refuses `evidence.withdrawn_already`, `kernel.stale`. */
export async function withdrawStatement(work: Work, input: Asked<'withdrawStatement'>): Promise<Result<Statement>> {
  const opened = await openForChange(work, input.statementId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (work.expectedVersion !== null && work.expectedVersion !== record.version) return refuse(stale);
  if (record.withdrawnAt !== null) return refuse({ kind: 'conflict', code: 'evidence.withdrawn_already' });
  const { expectedVersion, now } = work;
  if (!(await markWithdrawn(work.tx, scope, { id: record.id, expectedVersion, reason: input.reason, now }))) return refuse(stale);
  await audit(work, {
    useCase: 'withdraw-statement',
    office: scope.office,
    subjects: [record.id, record.subject.id],
    fields: [record.attribute],
  });
  return reread(work, record.id);
}

/**
 * Takes a withdrawal back: the statement stands as before, with its source, its readers and whatever puts it first. Refuses `evidence.not_withdrawn`,
 * `evidence.corrected_since` where another one corrects what it had corrected, `kernel.stale`.
 */
export async function restoreStatement(work: Work, input: Asked<'restoreStatement'>): Promise<Result<Statement>> {
  const opened = await openForChange(work, input.statementId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { expectedVersion } = work;
  if (expectedVersion !== null && expectedVersion !== record.version) return refuse(stale);
  if (record.withdrawnAt === null) return refuse({ kind: 'conflict', code: 'evidence.not_withdrawn' });
  const { supersedes } = record;
  if (supersedes !== null && (await besides(work, record)).some((one) => one.supersedes === supersedes))
    return refuse({ kind: 'conflict', code: 'evidence.corrected_since' });
  if (!(await markRestored(work.tx, scope, { id: record.id, expectedVersion }))) return refuse(stale);
  await audit(work, {
    useCase: 'restore-statement',
    office: scope.office,
    subjects: [record.id, record.subject.id],
    fields: [record.attribute],
  });
  return reread(work, record.id);
}

/**
 * Withdraws what an office entered in one batch and still stands, as part of a use case that writes the audit entry.
 * @returns what was withdrawn and what it was about; nothing where the batch is not the office's. Refuses `kernel.forbidden`.
 */
export async function withdrawBatch(
  work: Work,
  { office, batchId, reason }: { readonly office: OfficeId; readonly batchId: string; readonly reason: string },
): Promise<Result<readonly { readonly id: StatementId; readonly subject: Subject }[]>> {
  const scope = maySpeakFor(work.actor, office);
  return scope.ok ? ok(await markBatchWithdrawn(work.tx, scope.value, { batchId, reason, now: work.now })) : scope;
}

/** All statements of its subject on its attribute. */
async function besides(work: Work, { subject, attribute }: StatementRecord): Promise<readonly Statement[]> {
  const said = (await statementsOf(work, subject.kind, [subject.id])).get(subject.id) ?? [];
  return said.filter((one) => one.attribute === attribute);
}

/** What everybody would read if the statement became public, its source and paper included. */
export async function previewStatementAudience(
  work: Work,
  input: Asked<'previewStatementAudience'>,
): Promise<Result<Answer<'previewStatementAudience'>>> {
  const opened = await openForChange(work, input.statementId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const [statement] = await showStatements(work, [record]);
  if (statement === undefined) return notFound('evidence.statement_not_found');
  const open = await audiencesOf(work.tx, record.source);
  const opens = (['statement', 'source', 'document'] as const).filter((part) =>
    part === 'statement' ? record.visibility !== 'public' : open[part] !== null && open[part] !== 'public',
  );
  const asRead = { ...statement, visibility: 'public' as const, sharedWith: [], mayEdit: false };
  const takesOff = takenOff(await besides(work, record), new Set([record.id])).map((one) => ({ ...one, sharedWith: [...one.sharedWith] }));
  return ok({ version: record.version, statement: asRead, opens, takesOff });
}

/**
 * Decides who may read a statement; its source and paper open or close with it. Refuses an audience of nobody or of unknown offices; asks
 * `evidence.takes_off_cited` where it would take the place of one with a source.
 */
export async function setStatementAudience(work: Work, input: Asked<'setStatementAudience'>): Promise<Result<Statement>> {
  const opened = await openForChange(work, input.statementId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { visibility, sharedWith } = input;
  const problems = await audienceProblems(work, scope.office, [{ path: [], visibility, sharedWith }]);
  if (problems.length > 0) return refuseInput(problems);
  const asks =
    visibility === 'public' ? askFirst(asksOfTakenOff(await besides(work, record), new Set([record.id])), input.confirmed) : null;
  if (asks !== null) return asks;
  const audience = settledAudience(scope.office, { visibility, sharedWith });
  if (!(await saveAudience(work.tx, scope, { id: record.id, expectedVersion: work.expectedVersion, audience }))) return refuse(stale);
  await settleCitations(work, scope, [{ citedId: record.enteredFrom, citingId: record.id, audience }]);
  if (visibility !== 'public') await hidePins(work.tx, scope, record.id);
  await audit(work, {
    useCase: 'set-statement-audience',
    office: scope.office,
    subjects: [record.id, record.subject.id],
    fields: ['visibility', 'sharedWith'],
  });
  return reread(work, record.id);
}
