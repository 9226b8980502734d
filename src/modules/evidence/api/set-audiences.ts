// Changes of several statements at once, as part of a use case of another module that writes the audit entry.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { Audience, StatementId } from '../domain/statement.ts';
import { maySpeakFor } from '../policy.ts';
import { hidePins } from '../store/pins.ts';
import { findStatements, markWithdrawn, saveAudience, type StatementRecord } from '../store/statements.ts';
import { audienceProblems, settleCitations, settledAudience } from './audience.ts';

interface Several {
  readonly office: OfficeId;
  readonly statementIds: readonly string[];
}

/** The statements with the proof that the actor may change them. Refuses those that are not the office's own, each at its place. */
async function openOwn(
  work: Work,
  { office, statementIds }: Several,
): Promise<Result<{ readonly scope: EvidenceScope; readonly records: readonly StatementRecord[] }>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const records = (await findStatements(work.tx, statementIds as StatementId[])).filter((record) => record.ownerOffice === office);
  const problems = statementIds.flatMap((id, at) =>
    records.some((record) => record.id === id) ? [] : [{ path: ['statementIds', at], code: 'evidence.statement_not_found' }],
  );
  return problems.length > 0 ? refuseInput(problems) : ok({ scope: scope.value, records });
}

/** Gives statements of one office the same readers; their sources and papers open or close with them. */
export async function setAudiences(work: Work, { audience, ...several }: Several & { readonly audience: Audience }): Promise<Result<null>> {
  const opened = await openOwn(work, several);
  if (!opened.ok) return opened;
  const { scope, records } = opened.value;
  const problems = records.length === 0 ? [] : await audienceProblems(work, scope.office, [{ path: [], ...audience }]);
  if (problems.length > 0) return refuseInput(problems);
  const settled = settledAudience(scope.office, audience);
  for (const { id } of records) {
    await saveAudience(work.tx, scope, { id, expectedVersion: null, audience: settled });
    if (settled.visibility !== 'public') await hidePins(work.tx, scope, id);
  }
  await settleCitations(
    work,
    scope,
    records.map(({ id, enteredFrom }) => ({ citedId: enteredFrom, citingId: id, audience: settled })),
  );
  return ok(null);
}

/** Withdraws statements of one office; those withdrawn already stay as they are. */
export async function withdrawStatements(work: Work, { reason, ...several }: Several & { readonly reason: string }): Promise<Result<null>> {
  const opened = await openOwn(work, several);
  if (!opened.ok) return opened;
  const { scope, records } = opened.value;
  for (const { id } of records) await markWithdrawn(work.tx, scope, { id, expectedVersion: null, reason, now: work.now });
  return ok(null);
}
