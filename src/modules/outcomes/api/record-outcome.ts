// Recording what was said to have come of a tie: the facts, who takes part, what it has to do with, and the first entry.
import { askFirst, ok, refuseInput, type Question, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { Attribution } from '../domain/attribution.ts';
import { looksAlike, resembles } from '../domain/alike.ts';
import type { OutcomeFacts, OutcomeRecord } from '../domain/outcome.ts';
import type { Party } from '../domain/parties.ts';
import type { RecordScope } from '../domain/scope.ts';
import { mayChange, mayRecord } from '../policy.ts';
import { insertOutcome } from '../store/outcomes.ts';
import { replaceAttributions, replaceParties } from '../store/parts.ts';
import { askDoubts } from './ask-doubts.ts';
import { askWhole } from './ask-whole.ts';
import { comparedWith, meetingsIn, partyKeys } from './compare-outcomes.ts';
import { factProblems } from './check-facts.ts';
import { indexOutcome } from './index-outcome.ts';
import { futureProblems, post, readEntry, type Posting } from './post-entry.ts';
import { showOutcome } from './show-outcome.ts';

type Recorded = Asked<'recordOutcome'>;

const factsOf = ({ kind, extent, counted, title, fromCity, toCity, domain, occurred, note, anyway, partOf }: Recorded): OutcomeFacts => ({
  kind,
  extent,
  counted,
  title,
  fromCity,
  toCity,
  domain,
  occurred,
  note,
  anyway: anyway ?? null,
  partOf,
});

/** What on record, as far as the actor sees it, may be the very thing that is being recorded. */
async function mayBeSame(work: Work, facts: OutcomeFacts, { attributions, entry, parties }: Recorded): Promise<readonly Question[]> {
  const subjects = attributions.map(({ subjectId }) => subjectId);
  const meetings = meetingsIn(attributions);
  const figures =
    entry === null || entry.amount === null || entry.currency === null
      ? []
      : [{ stage: entry.stage, amount: { value: entry.amount, currency: entry.currency }, count: entry.count }];
  if (figures.length === 0 && meetings.length === 0) return [];
  const proposed = { ...facts, id: work.newId<'Outcome'>(), subjects, meetings, figures, parties: partyKeys(parties) };
  const known = await comparedWith(work, { subjects, parties });
  const like = known.filter((other) => looksAlike(proposed, other) || resembles(proposed, other));
  return like.length === 0 ? [] : [{ code: 'outcomes.may_be_same', like: like.map(({ id, title }) => ({ id, title })) }];
}

export interface Recording {
  readonly facts: OutcomeFacts;
  readonly parties: readonly Party[];
  readonly attributions: readonly Attribution[];
  /** The first entry of its ledger. */
  readonly posting: Posting | null;
}

/** Writes an outcome whose every part has been checked; whoever asked for it writes the audit entry. */
export async function insertRecorded(
  work: Work,
  scope: RecordScope,
  { facts, parties, attributions, posting }: Recording,
): Promise<Result<OutcomeRecord>> {
  const record = await insertOutcome(work.tx, scope, { ...facts, id: work.newId<'Outcome'>(), now: work.now });
  const change = mayChange(work.actor, record);
  if (!change.ok) return change;
  await replaceParties(work.tx, change.value, parties);
  await replaceAttributions(work.tx, change.value, attributions);
  await indexOutcome(work, record);
  if (posting === null) return ok(record);
  const posted = await post(work, { record, scope: change.value, ledger: { extent: facts.extent, entries: [] } }, posting);
  return posted.ok ? ok(record) : posted;
}

/**
 * Records an outcome for an office of the actor, private until decided otherwise. Refuses `kernel.forbidden` and every problem of facts,
 * parties, attributions and entry at once, by a personal link that it came of no meeting; asks where it may be the same as one on record.
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
    ...futureProblems(work, { day: facts.occurred, stage: entry?.stage ?? null, path: ['occurred'] }),
    ...(work.actor.holder === 'link' && meetingsIn(attributions).length === 0
      ? [{ path: ['attributions'], code: 'outcomes.meeting_missing' }]
      : []),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const posting = asked === null || asked.problems !== null ? null : asked.posting.facts;
  const questions = [
    ...(await mayBeSame(work, facts, input)),
    ...(await askWhole(work, { id: null, partOf: facts.partOf }, posting)),
    ...(posting === null
      ? []
      : await askDoubts(work, { id: null, facts: posting, occurred: facts.occurred, before: null, parties, attributions })),
  ];
  const asks = askFirst(questions, input.confirmed);
  if (asks !== null) return asks;
  const recorded = await insertRecorded(work, scope.value, {
    ...{ facts, parties, attributions },
    posting: asked === null || asked.problems !== null ? null : asked.posting,
  });
  if (!recorded.ok) return recorded;
  const record = recorded.value;
  await audit(work, {
    useCase: 'record-outcome',
    office: scope.value.office,
    subjects: [record.id],
    fields: Object.keys(input).filter((field) => field !== 'office' && field !== 'confirmed'),
  });
  return ok(await showOutcome(work, record));
}
