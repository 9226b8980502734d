import { expect, test } from 'vitest';
import { draftConflicts } from './draft-conflicts.ts';
import { plannerInput } from './planner-facts.ts';
import { hindranceOf, type Releasable } from './release-hindrance.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const edition = smallEdition();
const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01')];
const input = plannerInput(edition, { meetings, orders: [], pins: [] });
const draft = (placed: Releasable['board']['placed'], plan: Partial<Releasable['board']['plan']> = {}): Releasable => ({
  board: { plan: { status: 'ready', releasedAs: null, ...plan }, placed },
  inputAhead: input,
  conflicts: draftConflicts(edition, input, placed),
});
const apart = [placedAt('m1', 's1', 't1'), placedAt('m2', 's2', 't1')];
const atOnce = [placedAt('m1', 's1', 't1'), placedAt('m2', 's1', 't2')];

test('a ready plan that breaks nothing may be released; one that runs, was released or holds nothing may not', () => {
  expect(hindranceOf(draft(apart))).toBeNull();
  expect(hindranceOf(draft(apart, { status: 'running' }))?.code).toBe('meetings.plan_is_running');
  expect(hindranceOf(draft(apart, { releasedAs: 3 }))).toEqual({ code: 'meetings.plan_was_released', params: { number: 3 } });
  expect(hindranceOf(draft([]))?.code).toBe('meetings.nothing_to_release');
  expect(hindranceOf(draft(apart, { status: 'failed' }))?.code).toBe('meetings.nothing_to_release');
});

test('hard conflicts hinder it, counted; what the verifier refuses hinders it although no conflict is known', () => {
  const clashing = draft(atOnce);
  expect(clashing.conflicts.some(({ severity }) => severity === 'hard')).toBe(true);
  expect(hindranceOf(clashing)).toMatchObject({ code: 'meetings.hard_conflicts_stand' });
  expect(hindranceOf({ ...clashing, conflicts: [] })?.code).toBe('meetings.plan_not_verified');
});
