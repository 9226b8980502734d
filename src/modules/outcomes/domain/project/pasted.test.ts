import { expect, test } from 'vitest';
import { readMilestones } from './pasted.ts';

const day = (text: string) => ({ text, qualifier: 'exact' });

test('a list of milestones is read with days in whichever column, heads and blank lines left out, and no day invented', () => {
  const read = readMilestones('Milestone\tPlanned\nSurvey done\t2026-05\n\n1 March 2027\tFirst crane\nPhase 2 begins\n开工\t2026年9月');
  expect(read.map(({ line, title, planned, problem }) => [line, title, planned, problem])).toEqual([
    [2, 'Survey done', day('2026-05'), null],
    [4, 'First crane', day('2027-03-01'), null],
    [5, 'Phase 2 begins', null, null],
    [6, '开工', day('2026-09'), null],
  ]);
});

test('what is not understood is told with its line, and not entered', () => {
  const read = readMilestones(`Opening\tQ9 2026\n2026-05\t2026-06\n${'x'.repeat(301)}`);
  expect(read.map(({ line, problem }) => [line, problem?.code, problem?.cell])).toMatchObject([
    [1, 'outcomes.pasted_date_unclear', 'Q9 2026'],
    [2, undefined, undefined],
    [3, 'outcomes.pasted_too_long', 'x'.repeat(60)],
  ]);
});
