import { expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { EvidencedEntry, Verdict } from './assurance.ts';
import type { EntryId } from './ledger.ts';
import { openVerdicts, type Speaking } from './open-verdicts.ts';

const [ours, theirs] = ['ours' as OfficeId, 'theirs' as OfficeId];
const [clerk, reviewer] = ['clerk' as AccountId, 'reviewer' as AccountId];
const entryWith = (evidence: EvidencedEntry['evidence']) => ({
  ...{
    id: 'entry' as EntryId,
    number: 1,
    stage: 'signed' as const,
    amount: null,
    count: '45',
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
  },
  ...{ valueDate: null, reverses: null, evidence, enteredBy: clerk },
});
const offered = (facts: Partial<Speaking>, said: readonly (readonly [OfficeId, Verdict])[] = []) =>
  openVerdicts({
    ...{ stage: 'signed', owner: ours, office: theirs, by: reviewer, entries: [entryWith(null)] },
    confirmations: said.map(([office, verdict], at) => ({ number: at + 1, stage: 'signed', office, verdict, through: 1 })),
    ...facts,
  });

test('the other side is offered to take its word back once it has said something', () => {
  expect(offered({})).toEqual(['confirms', 'confirms_part', 'differs', 'cannot_say', 'documents']);
  expect(offered({}, [[theirs, 'confirms']])).toEqual(['confirms', 'confirms_part', 'differs', 'cannot_say', 'documents', 'withdraws']);
});

test('the office that reported is offered to take its report back, and not to confirm it', () => {
  expect(offered({ office: ours })).toEqual(['differs', 'documents', 'withdraws']);
});

test('who keeps the outcome may stand by it once another side holds otherwise, and not before', () => {
  expect(offered({ office: ours }, [[theirs, 'differs']])).toContain('maintains');
  expect(offered({ office: ours }, [[theirs, 'cannot_say']])).not.toContain('maintains');
  expect(offered({}, [[theirs, 'differs']])).not.toContain('maintains');
});

test('a check is offered of figures that a paper shows, to whoever did not enter them', () => {
  const entries = [entryWith('signed_paper')];
  expect(offered({ entries })).toContain('verifies');
  expect(offered({ entries, by: clerk })).not.toContain('verifies');
});
