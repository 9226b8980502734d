// Recording what was said to have come of a tie: the facts, who takes part, what it has to do with, and the first entry.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { OutcomeFacts } from '../domain/outcome.ts';
import { mayChange, mayRecord } from '../policy.ts';
import { insertOutcome } from '../store/outcomes.ts';
import { replaceAttributions, replaceParties } from '../store/parts.ts';
import { factProblems } from './check-facts.ts';
import { indexOutcome } from './index-outcome.ts';
import { post, readEntry } from './post-entry.ts';
import { showOutcome } from './show-outcome.ts';

type Recorded = Asked<'recordOutcome'>;

const factsOf = ({ kind, extent, title, fromCity, toCity, domain, occurred, note, partOf }: Recorded): OutcomeFacts => ({
  kind,
  extent,
  title,
  fromCity,
  toCity,
  domain,
  occurred,
  note,
  partOf,
});

/**
 * Records an outcome for an office of the actor, private until decided otherwise. Refuses `kernel.forbidden` and every problem of facts,
 * parties, attributions and entry at once.
 */
export async function recordOutcome(work: Work, input: Recorded): Promise<Result<Answer<'recordOutcome'>>> {
  const scope = mayRecord(work.actor, input.office);
  if (!scope.ok) return scope;
  const { parties, attributions, entry } = input;
  const facts = factsOf(input);
  const ledger = { extent: facts.extent, entries: [] };
  const asked =
    entry === null ? null : await readEntry(work, { record: { ownerOffice: scope.value.office }, ledger, asked: entry, path: ['entry'] });
  const problems = [
    ...(await factProblems(work, { facts, parties, attributions }, { id: null, office: scope.value.office })),
    ...(asked?.problems ?? []),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const record = await insertOutcome(work.tx, scope.value, { ...facts, id: work.newId<'Outcome'>(), now: work.now });
  const change = mayChange(work.actor, record);
  if (!change.ok) return change;
  await replaceParties(work.tx, change.value, parties);
  await replaceAttributions(work.tx, change.value, attributions);
  await indexOutcome(work, record);
  if (asked !== null && asked.problems === null) {
    const posted = await post(work, { record, scope: change.value, ledger }, asked.posting);
    if (!posted.ok) return posted;
  }
  await audit(work, {
    useCase: 'record-outcome',
    office: scope.value.office,
    subjects: [record.id],
    fields: Object.keys(input).filter((field) => field !== 'office'),
  });
  return ok(await showOutcome(work, record));
}
