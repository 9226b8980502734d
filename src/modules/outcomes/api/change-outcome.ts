// Correcting what is said besides the ledger, and taking an outcome back.
import { withGiven } from '#kernel/given.ts';
import { askFirst, ok, readByOthers, refuse, refuseInput, stale, type Question, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { OutcomeFacts, OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import { updateOutcomeRecord, withdrawOutcomeRecord } from '../store/outcomes.ts';
import { attributionsOf, replaceAttributions, replaceParties } from '../store/parts.ts';
import { askWhole, drawnBy } from './ask-whole.ts';
import { factProblems } from './check-facts.ts';
import { indexOutcome, unindexOutcome } from './index-outcome.ts';
import { openForChange } from './open-outcome.ts';
import { ledgerOf } from './post-entry.ts';
import { recite, showThemselves } from './share-outcome.ts';
import { showOutcome } from './show-outcome.ts';
import { describeSubjects } from './subjects.ts';

type Changed = Asked<'updateOutcome'>;

/** What is asked for, and what the outcome has to do with besides that the actor cannot see, and so cannot have taken off the list. */
async function withHidden(work: Work, id: OutcomeId, asked: readonly Attribution[]): Promise<readonly Attribution[]> {
  const known = (await attributionsOf(work.tx, [id])).get(id) ?? [];
  const seen = await describeSubjects(work, known, 'own');
  const isAsked = ({ subjectId }: Attribution): boolean => asked.some((other) => other.subjectId === subjectId);
  return [...asked, ...known.filter((attribution) => !seen.has(attribution.subjectId) && !isAsked(attribution))];
}

/** What is asked where an outcome is placed under a whole. */
const ofNewWhole = async (work: Work, record: OutcomeRecord, { partOf }: OutcomeFacts): Promise<readonly Question[]> =>
  askWhole(work, { id: record.id, partOf }, drawnBy(await ledgerOf(work, record)) ?? null);

/** Sets the fields that are given, a list as a whole; the others stay; asks where a whole would hold less than its parts. The ledger is added to, never corrected here. */
export async function updateOutcome(work: Work, input: Changed): Promise<Result<Answer<'updateOutcome'>>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const facts = withGiven<OutcomeFacts>(record, input);
  const attributions = input.attributions === undefined ? null : await withHidden(work, record.id, input.attributions);
  const problems = await factProblems(
    work,
    { facts, parties: input.parties ?? [], attributions: input.attributions ?? [] },
    { id: record.id, office: scope.office },
  );
  if (problems.length > 0) return refuseInput(problems);
  const asks = askFirst(facts.partOf === record.partOf ? [] : await ofNewWhole(work, record, facts), input.confirmed);
  if (asks !== null) return asks;
  const updated = await updateOutcomeRecord(work.tx, scope, { facts, expectedVersion: work.expectedVersion, now: work.now });
  if (updated === null) return refuse(stale);
  if (input.parties !== undefined) {
    await replaceParties(work.tx, scope, input.parties);
    await showThemselves(work, record, record.sharedWith);
  }
  if (attributions !== null) await replaceAttributions(work.tx, scope, attributions);
  await indexOutcome(work, updated);
  const { outcomeId: _id, confirmed: _confirmed, ...changed } = input;
  await audit(work, { useCase: 'update-outcome', office: scope.office, subjects: [record.id], fields: Object.keys(changed) });
  return ok(await showOutcome(work, updated));
}

/** Takes an outcome out of sight; its ledger, what others said of it and the reason are kept. */
export async function withdrawOutcome(work: Work, input: Asked<'withdrawOutcome'>): Promise<Result<{ id: string }>> {
  const opened = await openForChange(work, input.outcomeId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const asks = askFirst(readByOthers(record), input.confirmed);
  if (asks !== null) return asks;
  const { expectedVersion, now } = work;
  const withdrawn = await withdrawOutcomeRecord(work.tx, scope, { expectedVersion, now, because: input.reason ?? null });
  if (withdrawn === null) return refuse(stale);
  const cited = await recite(work, withdrawn);
  if (!cited.ok) return cited;
  await unindexOutcome(work, withdrawn);
  await audit(work, { useCase: 'withdraw-outcome', office: scope.office, subjects: [record.id], fields: ['visibility'] });
  return ok({ id: record.id });
}
