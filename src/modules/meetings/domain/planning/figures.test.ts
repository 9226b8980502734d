import { expect, test } from 'vitest';
import { draftConflicts } from './draft-conflicts.ts';
import { valueOf } from '#scheduler/core/verify.ts';
import { boundsThatHold, figuresFrom, figuresOf, summaryOf, type PlanFigures } from './figures.ts';
import { placementBound } from './placement-bound.ts';
import { plannerInput, toPlanner } from './planner-facts.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const edition = smallEdition();
const meetings = [
  meetingOf(1, 'E01', 'B01', { wishOfA: 'must' }),
  meetingOf(2, 'E02', 'B01', { wishOfA: 'must' }),
  meetingOf(3, 'E02', 'B02'),
];
const input = plannerInput(edition, { meetings, orders: [], pins: [] });
const unknown = { bound: null, breaksBound: null };

test('counts a draft: placed, musts, breaks, conflicts', () => {
  const placed = [placedAt('m1', 's1', 't1'), placedAt('m2', 's3', 't1')];
  expect(figuresOf(input, placed, draftConflicts(edition, input, placed), unknown)).toEqual({
    wished: 3,
    placed: 2,
    unplaced: 1,
    musts: 2,
    mustsPlaced: 2,
    breaks: 1,
    bound: null,
    breaksBound: null,
    hard: 0,
    warnings: 0,
  });
});

test('where the value is known it is not counted again, and the figures are the same', () => {
  const placed = [placedAt('m1', 's1', 't1'), placedAt('m2', 's3', 't1')];
  const conflicts = draftConflicts(edition, input, placed);
  const value = valueOf(input.facts, toPlanner(input, placed));
  expect(figuresFrom(input, value, conflicts, unknown)).toEqual(figuresOf(input, placed, conflicts, unknown));
  expect(figuresFrom(input, { ...value, breaks: 7 }, conflicts, unknown).breaks).toBe(7);
});

test('no plan places more than free seats, places and common slots allow', () => {
  expect(placementBound(input.facts)).toBe(3);
  const all = { start: Date.UTC(2019, 10, 6), end: Date.UTC(2019, 10, 7), reason: '' };
  const boundWith = (more: Parameters<typeof smallEdition>[0]) =>
    placementBound(plannerInput(smallEdition(more), { meetings, orders: [], pins: [] }).facts);
  expect(boundWith({ B01: { away: [all] } })).toBe(1);
  expect(boundWith({ B01: { maxMeetings: 1 } })).toBe(2);
});

test('one sentence for each state of a plan', () => {
  const of = (more: Partial<PlanFigures>) =>
    summaryOf({ wished: 10, placed: 8, unplaced: 2, musts: 3, mustsPlaced: 3, breaks: 0, hard: 0, warnings: 0, ...unknown, ...more });
  expect(of({})).toEqual({ code: 'meetings.summary_musts_placed', params: { placed: 8, wished: 10, count: 0 } });
  expect(of({ mustsPlaced: 1, bound: 9 })).toEqual({
    code: 'meetings.summary_musts_missing_bound',
    params: { placed: 8, wished: 10, count: 2, bound: 9 },
  });
  expect(of({ bound: 8 })).toEqual({ code: 'meetings.summary_musts_placed_best', params: { placed: 8, wished: 10, count: 0 } });
  expect(of({ bound: 10 }).code).toBe('meetings.summary_musts_placed');
  expect(of({ placed: 10 }).code).toBe('meetings.summary_all');
  expect(of({ musts: 0, mustsPlaced: 0 }).code).toBe('meetings.summary_some');
  expect(of({ wished: 0, placed: 0 }).code).toBe('meetings.summary_nothing');
});

test('what a search proved holds for the requests that it saw, and for no others', () => {
  const proven = { bound: 2, breaksBound: 0 };
  expect(boundsThatHold({ ...proven, figures: { wished: 3 } }, input)).toEqual(proven);
  expect(boundsThatHold({ ...proven, figures: { wished: 4 } }, input)).toEqual(unknown);
  expect(boundsThatHold({ ...proven, figures: null }, input)).toEqual(unknown);
});
