// Who may see an outcome with its ledger: looked at first, then decided. Sources open and close with it.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import { shareWithLinked } from '#modules/organisations/api/share-with-linked.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import { entriesOf, ratesOf } from '../store/ledger.ts';
import { updateAudience } from '../store/outcomes.ts';
import { partiesOf } from '../store/parts.ts';
import { indexOutcome } from './index-outcome.ts';
import { openForChange } from './open-outcome.ts';
import { audienceOf } from './post-entry.ts';
import { showMarksWith } from './project/keep-plan.ts';
import { showOutcome } from './show-outcome.ts';

/** Says anew who may read what the ledger cites, and what its office says of the milestones and indicators of a project. */
export async function recite(work: Work, record: OutcomeRecord): Promise<Result<null>> {
  const citing = [...(await entriesOf(work.tx, [record.id])), ...(await ratesOf(work.tx, [record.id]))];
  for (const { id, sourceId } of citing) {
    const done = await citeFrom(work, { office: record.ownerOffice, citingId: id, audience: audienceOf(record), sourceIds: [sourceId] });
    if (!done.ok) return done;
  }
  return showMarksWith(work, record);
}

/** The outcome exactly as everybody would read it, and how much of what is said of it stays out of their sight. */
export async function previewOutcomeAudience(
  work: Work,
  input: Asked<'previewOutcomeAudience'>,
): Promise<Result<Answer<'previewOutcomeAudience'>>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const statements = (await statementsOf(work, 'outcome', [record.id])).get(record.id) ?? [];
  return ok({
    version: record.version,
    outcome: await showOutcome(work, record, 'public'),
    staysPrivate: { statements: statements.filter(({ visibility }) => visibility !== 'public').length },
  });
}

async function audienceProblems(work: Work, sharedWith: readonly OfficeId[]): Promise<readonly Problem[]> {
  const known = await nameOffices(work, sharedWith);
  return sharedWith.flatMap((office, at) =>
    known.has(office) ? [] : [{ path: ['sharedWith', at], code: 'organisations.office_unknown' }],
  );
}

/**
 * An office that is asked as a party knows by which record it is one: where it may read the outcome from now on, it may read the record of
 * itself, too. A record that another office keeps stays as that one decided.
 */
export async function showThemselves(work: Work, { id, visibility }: OutcomeRecord, sharedWith: readonly OfficeId[]): Promise<void> {
  const parties = (await partiesOf(work.tx, [id])).get(id) ?? [];
  const known = await organisationsByIds(
    work,
    parties.flatMap(({ organisationId }) => organisationId ?? []),
  );
  for (const { id: organisationId, officeId, visibility: shown } of known.values())
    if (officeId !== null && shown !== 'public' && (visibility === 'public' || sharedWith.includes(officeId)))
      await shareWithLinked(work, { organisationId, before: null, after: officeId });
}

/** Decides who may see the outcome, its ledger and the sources of it; sharing names at least one other office. */
export async function setOutcomeAudience(work: Work, input: Asked<'setOutcomeAudience'>): Promise<Result<Answer<'setOutcomeAudience'>>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const { visibility } = input;
  const sharedWith = visibility === 'shared' ? [...new Set(input.sharedWith)].filter((office) => office !== record.ownerOffice) : [];
  if (visibility === 'shared' && sharedWith.length === 0)
    return refuseInput([{ path: ['sharedWith'], code: 'organisations.share_with_whom' }]);
  const problems = await audienceProblems(work, input.sharedWith);
  if (problems.length > 0) return refuseInput(problems);
  const updated = await updateAudience(work.tx, scope, { visibility, sharedWith, expectedVersion: work.expectedVersion, now: work.now });
  if (updated === null) return refuse(stale);
  await showThemselves(work, updated, sharedWith);
  const cited = await recite(work, updated);
  if (!cited.ok) return cited;
  await indexOutcome(work, updated);
  await audit(work, { useCase: 'set-outcome-audience', office: scope.office, subjects: [record.id], fields: ['visibility', 'sharedWith'] });
  return ok(await showOutcome(work, updated));
}
